/** Serves what a version covers of each framework, and what it does not. */
import type { Context } from "hono";
import type { AppEnv } from "../bindings.ts";
import { findVersion } from "../catalogue.ts";
import { notFound } from "../http/fallbacks.ts";
import { serve } from "../http/representation.ts";

/** The coverage of an exact version: like it, kept for a year. */
export function getCoverage(c: Context<AppEnv, "/:id/:version">): Response | Promise<Response> {
  const published = findVersion(c.req.param("id"), c.req.param("version"));
  return published === undefined ? notFound() : serve(c.req.raw, published.coverage());
}
