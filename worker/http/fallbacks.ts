/** What the API answers when no route does: unknown address, wrong method, and the one place where a bug surfaces. */
import type { Handler, MiddlewareHandler } from "hono";
import type { AppEnv } from "../bindings.ts";
import { StoreUnavailable } from "../store/reading.ts";
import { preflightHeaders } from "./cors.ts";
import { headersWith } from "./headers.ts";
import { log } from "./log.ts";
import { problem } from "./problem.ts";

/** How long to wait before reading again, in seconds: D1 has then tried again by itself, or moved. */
const RETRY_SECONDS = "30";

/** 404 for a path that no route knows. */
export function notFound(): Response {
  return problem("not-found");
}

/** For a known path: 204 to OPTIONS, preflights included, 405 to any other method. Registered after its routes. */
export function onlyMethods(methods: string): MiddlewareHandler<AppEnv> & Handler<AppEnv> {
  return async (c) => {
    const allow = { Allow: `${methods}, OPTIONS` };
    if (c.req.method !== "OPTIONS") return problem("method-not-allowed", [], allow);
    return new Response(null, { status: 204, headers: headersWith({ ...allow, ...preflightHeaders(methods) }) });
  };
}

/** Generic outside, precise inside, and no message: the message of an error may quote what a person sent. */
export function onError(error: Error): Response {
  if (error instanceof StoreUnavailable) {
    log("store-unavailable", { reading: true });
    return problem("statistics-unavailable", [], { "Retry-After": RETRY_SECONDS });
  }
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  log("internal-error", { name: error.name, at: frames.slice(0, 5).join(" | ").slice(0, 1000) });
  return problem("internal-error");
}
