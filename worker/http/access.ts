/**
 * Who may read the statistics: anyone, or who carries a token, as the deployment says. Every denial is logged by its reason,
 * never with what was presented. When the database cannot tell, nobody reads.
 */
import type { Context, MiddlewareHandler } from "hono";
import { type Denial, needsToken, staleness } from "../access/grant.ts";
import { parseToken, tokenId } from "../access/token.ts";
import type { AppEnv } from "../bindings.ts";
import type { Dependencies } from "../dependencies.ts";
import { isoDay } from "../store/day.ts";
import { findToken, type KeptToken, noteUse } from "../store/tokens.ts";
import { bearerOf } from "./bearer.ts";
import { issue } from "./issue.ts";
import { log } from "./log.ts";
import { problem } from "./problem.ts";

/** Whether a method reads; others read nothing, and OPTIONS asks whether a token may be sent. */
export function reads(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** Seconds after which to try again when the database did not answer. */
const RETRY_SECONDS = "30";

/** What only the bearer of a token may read is kept by no cache (security.md §2, 14.3.2). */
const PRIVATE = "private, no-store";

const CHALLENGE = 'Bearer realm="statistics"';

type Admission =
  | { readonly token: KeptToken }
  | { readonly denial: Exclude<Denial, "territory">; readonly id?: string };

/** Lets through who may read, with the territory that their token is limited to; answers 401 or 503 to the others. */
export function access({ now }: Pick<Dependencies, "now">): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set("scope", null);
    if (!needsToken(c.env.STATISTICS_ACCESS) || !reads(c.req.method)) return next();
    const today = isoDay(now());
    const admission = await admit(c, today).catch(() => null);
    if (admission === null) {
      log("access-unverified", {});
      return problem("access-unavailable", [], { "Retry-After": RETRY_SECONDS });
    }
    if ("denial" in admission) return denied(admission.denial, admission.id);
    await noteUse(c.env.DB, admission.token, today).catch(() => log("token-use-unrecorded", {}));
    c.set("scope", admission.token.territory);
    await next();
    c.res.headers.set("Cache-Control", PRIVATE);
    c.res.headers.append("Vary", "Authorization");
  };
}

async function admit(c: Context<AppEnv>, today: string): Promise<Admission> {
  const given = bearerOf(c.req.raw.headers.get("Authorization"));
  if (given === null) return { denial: "missing" };
  const parsed = await parseToken(given);
  if (!parsed.ok) return { denial: parsed.reason };
  const token = await findToken(c.env.DB, parsed.hash);
  if (token === null) return { denial: "unknown" };
  const stale = staleness(token, today);
  return stale === null ? { token } : { denial: stale, id: tokenId(parsed.hash) };
}

/** 401. Each reason has its sentence: the shape of a token is no secret, and only its bearer learns that one is over. */
function denied(reason: Exclude<Denial, "territory">, id?: string): Response {
  log("access-denied", id === undefined ? { reason } : { reason, token: id });
  if (reason === "missing") return problem("token-required", [], { "WWW-Authenticate": CHALLENGE });
  const why = issue(`token.${reason}`, "Authorization");
  return problem("token-refused", [why], { "WWW-Authenticate": `${CHALLENGE}, error="invalid_token"` }, why.detail);
}
