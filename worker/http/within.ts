/**
 * Which lines of the statistics are asked for, with `?territory=`, and whether the token reaches them. Decided before any
 * route, so that a file that is added tomorrow is closed to a token of another territory unless it is said to have no places.
 */
import type { MiddlewareHandler } from "hono";
import { reaches } from "../access/grant.ts";
import type { AppEnv } from "../bindings.ts";
import { hasPlaces } from "../statistics/export/within-territory.ts";
import type { Territories } from "../territories.ts";
import { reads } from "./access.ts";
import { issue } from "./issue.ts";
import { log } from "./log.ts";
import { problem } from "./problem.ts";

/** The list of releases, one release, its dictionary: no line of any territory, hence open to every token. */
const WITHOUT_LINES = /^\/api\/v1\/releases(\/[^/]+(\/dictionary\.[a-z]+)?)?$/;

/** A table, by its id. */
const TABLE = /\/tables\/([^/.]+)\.[a-z]+$/;

const CHALLENGE = 'Bearer realm="statistics", error="insufficient_scope"';

/** Tells the routes which territory is asked for; 403 when the token does not reach it, 404 when there is none of this code. */
export function within(territories: Territories): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set("area", null);
    const { path, method } = c.req;
    if (!reads(method) || WITHOUT_LINES.test(path)) return next();
    const asked = c.req.query("territory") ?? null;
    const scope = c.get("scope");
    if (hasPlaces(TABLE.exec(path)?.[1] ?? "") && !reaches(scope, asked)) return foreign(scope ?? "");
    if (asked === null) return next();
    const area = territories.area(asked);
    if (area === undefined) return problem("unknown-territory", [issue("territory.unknown", "territory")]);
    c.set("area", area);
    return next();
  };
}

/** 403, which tells the bearer what their own token reads. */
function foreign(scope: string): Response {
  log("access-denied", { reason: "territory", scope });
  const { detail, ...rest } = issue("territory.foreign", "territory");
  const said = detail.replaceAll("{territory}", scope);
  return problem("token-territory", [{ ...rest, detail: said }], { "WWW-Authenticate": CHALLENGE }, said);
}
