/** Serves the territories: the list, and what each one adds to the diagnostic. */
import type { Handler } from "hono";
import type { AppEnv } from "../bindings.ts";
import { issue } from "../http/issue.ts";
import { problem } from "../http/problem.ts";
import { serve } from "../http/representation.ts";
import type { Territories } from "../territories.ts";

/** Every territory by its code: the regions, then the national level. */
export function listTerritories(territories: Territories): Handler<AppEnv> {
  return async (c) => serve(c.req.raw, await territories.list());
}

/** The public configuration of one territory, or 404. */
export function getTerritory(territories: Territories): Handler<AppEnv, "/:code"> {
  return async (c) => {
    const found = territories.find(c.req.param("code"));
    if (found === undefined) return problem("unknown-territory", [issue("territory.unknown", "territory")]);
    return serve(c.req.raw, await found);
  };
}
