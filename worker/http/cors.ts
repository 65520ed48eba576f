/**
 * Which sites may call the API from a browser: its own and the allowed hosts, without credentials. CORS is a rule for
 * browsers, not an authentication; so a POST that says it comes from elsewhere is refused here too (ASVS 3.5.1).
 */
import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../bindings.ts";
import { type Host, isAllowedHost } from "./hosts.ts";
import { log } from "./log.ts";
import { problem } from "./problem.ts";

/** How long a browser may remember a preflight, in seconds: a day. */
const PREFLIGHT_SECONDS = "86400";

/** What a page may read of an answer besides the headers that every page may. */
const EXPOSED = "etag, retry-after, accept-ranges, content-range, content-disposition";

/** Adds the CORS headers of an allowed origin; refuses, with 403, a POST from any other. `Vary: Origin` is always there. */
export function cors(hosts: readonly Host[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.raw.headers.get("Origin");
    const allowed = origin !== null && isAllowed(origin, c.req.url, hosts, c.env.ALLOWED_ORIGINS);
    if (origin !== null && !allowed && c.req.method === "POST") {
      log("origin-refused", { origin: origin.slice(0, 200) });
      c.res = problem("origin-refused");
    } else await next();
    if (!allowed) return;
    c.res.headers.set("Access-Control-Allow-Origin", origin);
    c.res.headers.set("Access-Control-Expose-Headers", EXPOSED);
  };
}

/** What a preflight learns besides the allowed origin; `methods` are those of the path asked for. */
export function preflightHeaders(methods: string): Readonly<Record<string, string>> {
  return {
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers": "authorization, content-type, idempotency-key",
    "Access-Control-Max-Age": PREFLIGHT_SECONDS,
  };
}

function isAllowed(origin: string, url: string, hosts: readonly Host[], setting: string): boolean {
  return origin === new URL(url).origin || isAllowedHost(origin, hosts, setting);
}
