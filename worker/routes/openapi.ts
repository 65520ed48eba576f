/** Serves the OpenAPI document, built at its first request. */
import type { Context } from "hono";
import { hashed } from "../http/hashed.ts";
import { type Representation, serve } from "../http/representation.ts";
import { openApiDocument } from "../openapi/document.ts";

let built: Representation | undefined;

/** The description of every route, revalidated by ETag like the questionnaires. */
export async function getOpenApi(c: Context): Promise<Response> {
  built ??= await hashed(openApiDocument());
  return serve(c.req.raw, built);
}
