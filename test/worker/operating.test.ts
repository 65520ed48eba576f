/** What the operator sees: one line per request and the counts of /metrics, for who has a token; nothing that was sent. */
import { createScheduledController } from "cloudflare:test";
import { env as platform } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import { isObserved } from "../../worker/http/observe.ts";
import worker from "../../worker/index.ts";
import { createMeter } from "../../worker/metrics/meter.ts";
import { call, newKey, post } from "./support/api.ts";
import { complete, questionnaire } from "./support/samples.ts";

const TOKEN = "diag_metrics_0123456789abcdefghijklmnopqrstuv";
const EXACT = `/api/v1/questionnaires/${questionnaire.id}/${questionnaire.version}`;

/** An API whose every request takes `ms`, as its clock says, with a meter of its own. */
function api(tokens = TOKEN, ms = 20, requestLog = "all") {
  let clock = 0;
  const milliseconds = () => {
    clock += ms;
    return clock;
  };
  const app = createApp({ ...systemDependencies, meter: createMeter(), milliseconds }, { observed: true });
  const env = { DB: platform.DB, ALLOWED_ORIGINS: "", METRICS_TOKEN: tokens, REQUEST_LOG: requestLog };
  const fetch = (request: Request) => app.fetch(request, env);
  const metrics = (authorization?: string) =>
    call("/metrics", authorization === undefined ? {} : { headers: { authorization } }, fetch);
  const contribute = (body: unknown, key = newKey()) =>
    post("/api/v1/contributions", body, { "idempotency-key": key }, fetch);
  return { fetch, metrics, contribute };
}

const log = vi.spyOn(console, "log");
beforeEach(() => void log.mockClear());
afterEach(() => void log.mockClear());

/** The lines logged for requests, as objects. */
function lines() {
  return log.mock.calls.map(([line]) => JSON.parse(String(line))).filter(({ event }) => event === "request");
}

describe("the log", () => {
  it("has one line per request: method, route, status, time, and why it was refused", async () => {
    const { fetch } = api();
    await call(EXACT, {}, fetch);
    await call("/api/v1/questionnaires/CANARI-path?CANARI=query", {}, fetch);
    await call("/CANARI/path", {}, fetch);
    await post("/api/v1/scores", { CANARI: "body" }, { referer: "https://canari.test" }, fetch);
    await call("/healthz", { method: "DELETE" }, fetch);
    const line = { event: "request", method: "GET", ms: 20 };
    expect(lines()).toEqual([
      { ...line, route: "/api/v1/questionnaires/:id/:version", status: 200 },
      { ...line, route: "/api/v1/questionnaires/:id", status: 404, problem: "unknown-questionnaire" },
      { ...line, route: "unmatched", status: 404, problem: "not-found" },
      { ...line, method: "POST", route: "/api/v1/scores", status: 422, problem: "invalid-content" },
      { ...line, method: "DELETE", route: "/healthz", status: 405, problem: "method-not-allowed" },
    ]);
  });

  it("has no such line where REQUEST_LOG does not ask for it; the counts are kept all the same", async () => {
    const { fetch, contribute, metrics } = api(TOKEN, 20, "");
    await call(EXACT, {}, fetch);
    await contribute(complete());
    expect(lines()).toEqual([]);
    expect((await metrics(`Bearer ${TOKEN}`)).text).toContain(`route="/api/v1/questionnaires/:id/:version"`);
  });

  it.each([
    [{ REQUEST_LOG: "all" }, true],
    [{ METRICS_TOKEN: TOKEN }, true],
    [{ METRICS_TOKEN: "" }, false],
    [{}, false],
  ])("is kept by the worker itself with %j: %j", async (settings, kept) => {
    expect(isObserved({ DB: platform.DB, ASSETS: platform.ASSETS, ALLOWED_ORIGINS: "", ...settings })).toBe(kept);
  });

  it("never holds an answer, a key, a path, a query, an address, a browser", async () => {
    const { fetch } = api();
    const headers = {
      "idempotency-key": "CANARI_clef-0123456789",
      "user-agent": "CANARI-ua",
      "cf-connecting-ip": "203.0.113.77",
      "x-forwarded-for": "203.0.113.77",
      referer: "https://canari.test/",
    };
    const body = { ...complete(), channel: "widget", territory: "CANARI" };
    await post("/api/v1/contributions?a=CANARI", body, headers, fetch);
    await post("/api/v1/contributions", { ...body, territory: "ara" }, headers, fetch);
    expect(lines().map(({ status }) => status)).toEqual([422, 201]);
    const everything = JSON.stringify(log.mock.calls).toLowerCase();
    for (const canary of ["canari", "203.0.113", "sur_site", "widget", "gouv-"])
      expect(everything).not.toContain(canary);
  });
});

describe("the metrics", () => {
  it("do not exist where no token is set, whatever is presented", async () => {
    for (const unset of ["", "  "]) {
      const { status, json } = await api(unset).metrics("Bearer ");
      expect([status, json]).toEqual([404, expect.objectContaining({ type: "urn:diag-cyber-esms:problem:not-found" })]);
    }
    expect((await call("/metrics", { headers: { authorization: "Bearer undefined" } })).status).toBe(404);
  });

  it.each([
    undefined,
    "",
    "Bearer",
    "Bearer x",
    TOKEN,
    `Basic ${TOKEN}`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Bearer x ${TOKEN}`,
  ])("are refused to who presents %j", async (authorization) => {
    const { status, headers, text } = await api().metrics(authorization);
    expect([status, headers.get("WWW-Authenticate")]).toEqual([401, 'Bearer realm="metrics"']);
    expect(text).not.toContain("diag_http");
  });

  it("are refused to a token whose fingerprint is right in one byte only", async () => {
    const digest = async (text: string) =>
      new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    const right = await digest(TOKEN);
    for (const place of [0, 31]) {
      let wrong = "";
      for (let index = 0; wrong === ""; index++) {
        if ((await digest(`wrong${index}`))[place] === right[place]) wrong = `wrong${index}`;
      }
      expect((await api().metrics(`Bearer ${wrong}`)).status).toBe(401);
    }
  });

  it("open to both tokens while one replaces the other, then to the new one only", async () => {
    const [old, fresh] = [TOKEN, TOKEN.replace("0123", "9876")];
    const statuses = async (tokens: string) =>
      Promise.all([old, fresh].map(async (token) => (await api(tokens).metrics(`Bearer ${token}`)).status));
    expect(await statuses(old)).toEqual([200, 401]);
    expect(await statuses(`${old} ${fresh}`)).toEqual([200, 200]);
    expect(await statuses(fresh)).toEqual([401, 200]);
  });

  it("count submissions by what became of them, refusals by reason, and the time of each route", async () => {
    const { fetch, metrics, contribute } = api();
    const key = newKey();
    await contribute(complete(), key);
    await contribute(complete(), key);
    await contribute(complete());
    await contribute({ ...complete(), answers: {} });
    await post("/api/v1/scores", complete(), { origin: "https://ailleurs.test" }, fetch);
    const { status, text, headers } = await metrics(`Bearer ${TOKEN}`);
    expect([status, headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    for (const line of [
      'diag_submissions_total{outcome="counted"} 2',
      'diag_submissions_total{outcome="replayed"} 1',
      'diag_submissions_total{outcome="refused"} 1',
      'diag_refusals_total{reason="invalid-content"} 1',
      'diag_refusals_total{reason="origin-refused"} 1',
      'diag_http_requests_total{method="POST",route="/api/v1/contributions",status="201"} 2',
      'diag_http_request_duration_seconds_bucket{route="/api/v1/contributions",le="0.01"} 0',
      'diag_http_request_duration_seconds_bucket{route="/api/v1/contributions",le="0.025"} 4',
      'diag_http_request_duration_seconds_bucket{route="/api/v1/contributions",le="+Inf"} 4',
      'diag_http_request_duration_seconds_count{route="/api/v1/contributions"} 4',
      'diag_http_request_duration_seconds_sum{route="/api/v1/contributions"} 0.08',
      "diag_purged_receipts_total 0",
    ]) {
      expect(text.split("\n")).toContain(line);
    }
  });

  it("are OpenMetrics: each family declared once, before its samples, and an end mark", async () => {
    const { metrics, contribute } = api();
    await contribute({});
    const { text, headers } = await metrics(`Bearer ${TOKEN}`);
    expect(headers.get("Content-Type")).toBe("application/openmetrics-text; version=1.0.0; charset=utf-8");
    expect(text.endsWith("\n# EOF\n")).toBe(true);
    const families: string[] = [];
    for (const line of text.trimEnd().split("\n").slice(0, -1)) {
      const [, declared] = /^# TYPE (\w+) (counter|gauge|histogram|info)$/.exec(line) ?? [];
      const family = families.at(-1) ?? "";
      if (declared !== undefined) families.push(declared);
      else if (!line.startsWith("#")) {
        expect(line).toMatch(/^\w+(\{(\w+="[^"\\\n]*",?)+\})? [\d.e+-]+$/);
        expect(line.startsWith(family)).toBe(true);
      } else expect(line).toMatch(new RegExp(`^# (HELP|UNIT) ${family} `));
    }
    expect(new Set(families).size).toBe(families.length);
    expect(families).toContain("diag_http_request_duration_seconds");
  });

  it("count what a slow request takes beyond the last bound, and a fault of the store", async () => {
    const { fetch, metrics } = api(TOKEN, 3000);
    const broken = {
      ...platform,
      DB: { prepare: () => ({ bind: () => ({}) }), batch: () => Promise.reject(new Error("x")) },
    };
    const app = createApp({ ...systemDependencies, meter: createMeter() }, { observed: true });
    await call("/healthz", {}, fetch);
    expect((await metrics(`Bearer ${TOKEN}`)).text).toContain('{route="/healthz",le="2.5"} 0\n');
    const down = (request: Request) => app.fetch(request, { ...broken, METRICS_TOKEN: TOKEN } as never);
    expect((await post("/api/v1/contributions", complete(), { "idempotency-key": newKey() }, down)).status).toBe(503);
    const { text } = await call("/metrics", { headers: { authorization: `Bearer ${TOKEN}` } }, down);
    expect(text).toContain('diag_submissions_total{outcome="unavailable"} 1');
    expect(text).toContain('diag_refusals_total{reason="store-unavailable"} 1');
  });

  it("count the receipts that the daily alarm forgets", async () => {
    await platform.DB.prepare("INSERT INTO receipts (key_hash, day) VALUES (randomblob(32), 1)").run();
    await worker.scheduled(createScheduledController({ scheduledTime: new Date(), cron: "17 3 * * *" }), platform);
    expect((await api().metrics(`Bearer ${TOKEN}`)).text).toContain("diag_purged_receipts_total 1\n");
  });
});
