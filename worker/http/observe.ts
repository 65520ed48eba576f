/**
 * Notes requests once they are answered, in the operator's log and in the counts. A line costs as much as a tenth of a whole
 * answer: without REQUEST_LOG, only what an operator acts on has one; without a token, nobody could read the counts.
 */
import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../bindings.ts";
import type { Dependencies } from "../dependencies.ts";
import { SUBMISSIONS } from "../metrics/meter.ts";
import { observed } from "../metrics/observation.ts";
import { log } from "./log.ts";

/** The value of REQUEST_LOG that asks for a line per request. */
const EVERY_REQUEST = "all";

/** The first status that says no. */
const FIRST_REFUSAL = 400;

/** The first of the middleware, so that it sees the answer as it leaves. */
export function observe({ milliseconds, meter }: Dependencies): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = milliseconds();
    await next();
    const told = c.env.REQUEST_LOG === EVERY_REQUEST || c.res.status >= FIRST_REFUSAL || c.req.path === SUBMISSIONS;
    if (!told && !c.env.METRICS_TOKEN) return;
    const observation = observed(c, Math.round((milliseconds() - started) * 1000) / 1000);
    meter.count(observation);
    const { problem, ...facts } = observation;
    if (told) log("request", problem === null ? facts : { ...facts, problem });
  };
}
