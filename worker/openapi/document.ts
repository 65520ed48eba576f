/** Builds the OpenAPI 3.1 document from the list of operations and the schemas that validate. */
import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import { KEY_HEADER, KEY_PATTERN } from "../http/idempotency-key.ts";
import { API_VERSION } from "../version.ts";
import { OPERATIONS, type Operation } from "./operations.ts";
import { SCHEMAS, type SchemaName } from "./schemas.ts";
import texts from "./texts.fr.json";

/** OpenAPI 3.1 looks for schemas here; to-json-schema writes `$defs`. */
const SCHEMA_PATH = "#/components/schemas/";

const SECURITY_SCHEMES = {
  metricsToken: { type: "http", scheme: "bearer", description: texts.tokens.metricsToken },
  statisticsToken: { type: "http", scheme: "bearer", description: texts.tokens.statisticsToken },
} as const satisfies Record<NonNullable<Operation["token"]>, object>;

/** What each token secures; `{}`: nothing, where the statistics are public. */
const SECURITY: Readonly<Record<NonNullable<Operation["token"]>, readonly object[]>> = {
  metricsToken: [{ metricsToken: [] }],
  statisticsToken: [{}, { statisticsToken: [] }],
};

/** The document, a plain JSON value. Costs a few milliseconds: call it once. */
export function openApiDocument(): object {
  const schemas = toJsonSchemaDefs(SCHEMAS, {
    target: "draft-2020-12",
    typeMode: "input",
    overrideRef: ({ referenceId }) => `${SCHEMA_PATH}${referenceId}`,
  });
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: texts.title, version: API_VERSION, description: texts.description },
    servers: [{ url: "/" }],
    paths,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  };
}

function describe(operation: Operation): object {
  const { id, body, answers, problems } = operation;
  const successes = Object.entries(answers).map(([status, schema]) => [
    status,
    response(status, schema, status === "200" ? operation.texts : []),
  ]);
  const parts = operation.inParts ? [["206", part(operation)]] : [];
  const refusals = [...problems, 500].map((status) => [status, response(String(status), "Problem")]);
  return {
    operationId: id,
    summary: texts.operations[id],
    parameters: parameters(operation),
    ...(operation.token === undefined ? {} : { security: SECURITY[operation.token] }),
    ...(body === null ? {} : { requestBody: { required: true, content: content("application/json", body) } }),
    responses: Object.fromEntries([...successes, ...parts, ...refusals]),
  };
}

function response(status: string, schema: SchemaName | null, others: readonly string[] = []): object {
  const description = texts.statuses[status as keyof typeof texts.statuses]; // a test visits every status
  if (schema === null && others.length === 0) return { description };
  return {
    description,
    content: {
      ...(schema === null
        ? {}
        : content(schema === "Problem" ? "application/problem+json" : "application/json", schema)),
      ...Object.fromEntries(others.map((mediaType) => [mediaType, { schema: { type: "string" } }])),
    },
  };
}

/** Bytes of the file, in any of its media types: a part has no shape. */
function part({ answers, texts: others = [] }: Operation): object {
  const types = [...(answers[200] === null ? [] : ["application/json"]), ...others];
  return {
    description: texts.statuses["206"],
    content: Object.fromEntries(types.map((mediaType) => [mediaType, { schema: { type: "string" } }])),
  };
}

function content(mediaType: string, schema: SchemaName): object {
  return { [mediaType]: { schema: { $ref: `${SCHEMA_PATH}${schema}` } } };
}

function parameters(operation: Operation): readonly object[] {
  const { pathParameters, profileInQuery, idempotent, byTerritory, variants, inParts } = operation;
  const inPath = pathParameters.map((name) => ({
    name,
    in: "path",
    required: true,
    description: texts.parameters[name],
    schema: { type: "string" },
  }));
  const profile = {
    name: "profile",
    in: "query",
    required: true,
    description: texts.parameters.profile,
    style: "form",
    explode: true,
    schema: { type: "object", additionalProperties: { type: "string" } },
  };
  const key = {
    name: KEY_HEADER,
    in: "header",
    required: true,
    description: texts.parameters.key,
    schema: { type: "string", pattern: KEY_PATTERN.source },
  };
  const variant = {
    name: "variant",
    in: "query",
    required: false,
    description: texts.parameters.variant,
    schema: { type: "string", enum: ["fr"] },
  };
  const territory = {
    name: "territory",
    in: "query",
    required: false,
    description: texts.parameters.territory,
    schema: { type: "string" },
  };
  const range = {
    name: "Range",
    in: "header",
    required: false,
    description: texts.parameters.range,
    schema: { type: "string" },
  };
  return [
    ...inPath,
    ...(variants ? [variant] : []),
    ...(byTerritory ? [territory] : []),
    ...(profileInQuery ? [profile] : []),
    ...(idempotent ? [key] : []),
    ...(inParts ? [range] : []),
  ];
}
