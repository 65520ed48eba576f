/** Checks an answer of the API against the OpenAPI document that the API serves: status, media type, body. */
import { type Schema, Validator } from "@cfworker/json-schema";
import { openApiDocument } from "../../../worker/openapi/document.ts";

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Record<string, Answer> }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The served document is this value, as a test checks. */
export const document = openApiDocument() as Document;

const validators = new Map<string, Validator>();

/** Everything in which an answer departs from the document; empty when it keeps the contract. */
export function departures(method: string, path: string, status: number, contentType: string | null, text: string) {
  const operation = operationOf(method, path);
  if (operation === undefined) return status === 404 || status === 405 ? problemOnly(text) : ["no such operation"];
  const described = operation.responses[String(status)];
  if (described === undefined) return [`status ${status} is not described`];
  if (described.content === undefined) return text === "" ? [] : ["a body where none is described"];
  const media = described.content[(contentType ?? "").replace(/; charset=utf-8$/, "")];
  const isBinary = /^application\/(zip|vnd\.)/.test(contentType ?? ""); // bytes have no charset
  if (media === undefined || (!isBinary && !contentType?.endsWith("; charset=utf-8"))) {
    return [`media type ${contentType} is not described`];
  }
  const ref = media.schema.$ref; // a text has none
  return method === "HEAD" || ref === undefined ? [] : errorsOf(ref, text);
}

function operationOf(method: string, path: string) {
  const found = Object.entries(document.paths).find(([template]) =>
    new RegExp(`^${template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  return found?.[1][method === "HEAD" ? "get" : method.toLowerCase()];
}

function problemOnly(text: string): readonly string[] {
  return text === "" ? [] : errorsOf("#/components/schemas/Problem", text);
}

function errorsOf(ref: string, text: string): readonly string[] {
  const validator =
    validators.get(ref) ?? new Validator({ $ref: ref, components: document.components } as Schema, "2020-12");
  validators.set(ref, validator);
  return validator
    .validate(JSON.parse(text))
    .errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}
