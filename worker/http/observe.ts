/** Notes every request once it is answered: one line in the operator's log, one more in the counts. */
import type { MiddlewareHandler } from "hono";
import type { AppEnv, Bindings } from "../bindings.ts";
import type { Dependencies } from "../dependencies.ts";
import { observed } from "../metrics/observation.ts";
import { log } from "./log.ts";

/** The value of REQUEST_LOG that asks for a line per request. */
const EVERY_REQUEST = "all";

/** Whether someone wants to know of each request: noting one costs as much as a tenth of a whole answer. */
export function isObserved({ REQUEST_LOG, METRICS_TOKEN }: Bindings): boolean {
  return REQUEST_LOG === EVERY_REQUEST || (METRICS_TOKEN ?? "") !== "";
}

/** The first of the middleware, so that it sees the answer as it leaves. */
export function observe({ milliseconds, meter }: Dependencies): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = milliseconds();
    await next();
    const observation = observed(c, Math.round((milliseconds() - started) * 1000) / 1000);
    meter.count(observation);
    const { problem, ...facts } = observation;
    if (c.env.REQUEST_LOG === EVERY_REQUEST) log("request", problem === null ? facts : { ...facts, problem });
  };
}
