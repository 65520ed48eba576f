/** The part of Frictionless’s `datapackage` that the tests use; it brings no types. */
declare module "datapackage" {
  export interface Resource {
    readonly name: string;
    /** Throws when a row breaks the schema. */
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
  export class Package {
    static load(descriptor: object, options: { readonly basePath: string }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
    readonly profile: { readonly name: string };
  }
}
