/** What is noted of a request for the operator: which route, how it ended, how long it took. Never what was sent. */
import type { Context } from "hono";
import { matchedRoutes } from "hono/route";
import { type ProblemName, problemOf } from "../http/problem.ts";

export interface Observation {
  readonly method: string;
  /** The pattern of the route, `/api/v1/questionnaires/:id`, or `unmatched`: never the path that was asked for. */
  readonly route: string;
  readonly status: number;
  /** In milliseconds. On Cloudflare the clock stands still while the worker calculates: only waiting is seen. */
  readonly ms: number;
  /** Why the request was refused; null when it was not. */
  readonly problem: ProblemName | null;
}

/** Methods told by their name; a client may invent others. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"]);

/** The observation of a request that has its answer. */
export function observed(c: Context, ms: number): Observation {
  const { method } = c.req;
  return {
    method: METHODS.has(method) ? method : "other",
    route: matchedRoutes(c).findLast(({ path }) => !path.includes("*"))?.path ?? "unmatched",
    status: c.res.status,
    ms,
    problem: problemOf(c.res),
  };
}
