/** Serves what a version covers of each framework, and what it does not. */
import type { Context } from "hono";
import type { AppEnv } from "../bindings.ts";
import { findVersion } from "../catalogue.ts";
import { serve } from "../http/representation.ts";
import { unpublished } from "../http/unpublished.ts";

/** The coverage of an exact version: like it, kept for a year. */
export function getCoverage(c: Context<AppEnv, "/:id/:version">): Response | Promise<Response> {
  const published = findVersion(c.req.param("id"), c.req.param("version"));
  return published === undefined ? unpublished(c.req.param("id")) : serve(c.req.raw, published.coverage());
}
