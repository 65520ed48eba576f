/** Serves the counts of this process, and what the database says of its life, to who carries a token of METRICS_TOKEN; without that setting the address does not exist. */
import type { Handler } from "hono";
import { ENGINE_VERSION } from "../../questionnaires/engine/engine.ts";
import { type AppEnv, words } from "../bindings.ts";
import type { Dependencies } from "../dependencies.ts";
import { carriesToken } from "../http/bearer.ts";
import { headersWith } from "../http/headers.ts";
import { problem } from "../http/problem.ts";
import { lifeFamilies } from "../metrics/life.ts";
import { OPENMETRICS_TYPE, openMetrics } from "../metrics/openmetrics.ts";
import { readLife } from "../store/life.ts";
import { API_VERSION } from "../version.ts";

/** OpenMetrics text; 404 when no token is set, 401 to who has none of them. */
export function getMetrics({ meter, now }: Dependencies): Handler<AppEnv> {
  return async (c) => {
    const tokens = words(c.env.METRICS_TOKEN);
    if (tokens.length === 0) return problem("not-found");
    if (!(await carriesToken(c.req.raw.headers.get("Authorization"), tokens))) {
      return problem("token-required", [], { "WWW-Authenticate": 'Bearer realm="metrics"' });
    }
    const life = lifeFamilies(await readLife(c.env.DB), now());
    const text = openMetrics(meter.counts, { version: API_VERSION, engine: ENGINE_VERSION }, life);
    return new Response(text, { headers: headersWith({ "Content-Type": `${OPENMETRICS_TYPE}; charset=utf-8` }) });
  };
}
