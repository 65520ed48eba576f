/** The part of our own OpenAPI document that its page shows. */
export interface Schema {
  readonly $ref?: string;
}

export interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description: string;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}

export interface OpenApi {
  readonly info: { readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** What a body carries, by media type: the name of its schema, or null for a text that has none; empty for no body. */
export function bodiesOf({
  content = {},
}: Content): readonly { readonly media: string; readonly schema: string | null }[] {
  return Object.entries(content).map(([media, { schema }]) => ({
    media,
    schema: schema.$ref?.split("/").at(-1) ?? null,
  }));
}

/** Every operation in the order of the document, with its method and path. */
export function operationsOf({
  paths,
}: OpenApi): readonly (Operation & { readonly method: string; readonly path: string })[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}
