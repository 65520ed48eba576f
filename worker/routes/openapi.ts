/** Serves the OpenAPI document, built at its first request. */
import type { Context } from "hono";
import { REVALIDATED, type Representation, representation, serve } from "../http/representation.ts";
import { openApiDocument } from "../openapi/document.ts";

let built: Representation | undefined;

/** The description of every route, revalidated by ETag like the questionnaires. */
export async function getOpenApi(c: Context): Promise<Response> {
  built ??= await build();
  return serve(c.req.raw, built);
}

async function build(): Promise<Representation> {
  const text = JSON.stringify(openApiDocument());
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return representation(text, `sha256-${hex}`, REVALIDATED);
}
