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

/** The name of the schema that a body carries, and its media type; null for an empty body. */
export function bodyOf({ content = {} }: Content): { readonly media: string; readonly schema: string } | null {
  const [found] = Object.entries(content);
  if (!found) return null;
  const [media, { schema }] = found;
  return { media, schema: schema.$ref?.split("/").at(-1) ?? "" };
}

/** Every operation in the order of the document, with its method and path. */
export function operationsOf({
  paths,
}: OpenApi): readonly (Operation & { readonly method: string; readonly path: string })[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}
