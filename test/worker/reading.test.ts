/** What anyone may read: the questionnaires, the questionnaire adapted to a profile, the description, the health. */
import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import { call, ORIGIN, post } from "./support/api.ts";
import { document } from "./support/contract.ts";
import { adapted, complete, EHPAD, questionnaire } from "./support/samples.ts";

const LATEST = `/api/v1/questionnaires/${questionnaire.id}`;
const EXACT = `${LATEST}/${questionnaire.version}`;

describe("the questionnaires", () => {
  it("lists every published version with the address that serves it", async () => {
    const { json, headers } = await call("/api/v1/questionnaires");
    const { questionnaires } = json as { questionnaires: { id: string; version: string; url: string }[] };
    expect(questionnaires[0]).toMatchObject({ id: questionnaire.id, version: questionnaire.version, url: EXACT });
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    for (const { url, id, version } of questionnaires) expect((await call(url)).json).toMatchObject({ id, version });
  });

  it("serves an exact version whole, to be kept for ever", async () => {
    const { status, json, headers } = await call(EXACT);
    expect(status).toBe(200);
    expect(json).toEqual(questionnaire);
    expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("ETag")).toContain(questionnaire.hash);
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });

  it("serves the latest version, to be asked for again each time", async () => {
    const { json, headers } = await call(LATEST);
    expect(json).toEqual(questionnaire);
    expect(headers.get("Cache-Control")).toBe("no-cache");
  });

  it.each([LATEST, EXACT, "/api/v1/openapi.json"])("answers 304 without a body to who holds %s", async (path) => {
    const etag = (await call(path)).headers.get("ETag") ?? "";
    for (const held of [etag, `"other", ${etag}`, etag.replace("W/", ""), "*"]) {
      const { status, text, headers } = await call(path, { headers: { "if-none-match": held } });
      expect([status, text, headers.get("ETag")]).toEqual([304, "", etag]);
      expect(headers.get("Cache-Control")).toMatch(/no-cache|immutable/);
    }
    expect((await call(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it.each([
    ["gzip", "gzip"],
    ["br, gzip;q=0.5", "gzip"],
    ["gzip;q=0", null],
    ["identity", null],
  ])("to who accepts « %s » sends %s", async (accepted, encoding) => {
    const app = createApp(systemDependencies);
    const request = new Request(`${ORIGIN}${EXACT}`, { headers: { "accept-encoding": accepted } });
    const response = await app.fetch(request, { DB: null as never, ALLOWED_ORIGINS: "" });
    expect(response.headers.get("Content-Encoding")).toBe(encoding);
    expect(response.headers.get("Vary")).toContain("Accept-Encoding");
    const body = response.body ?? new ReadableStream();
    const plain = encoding === null ? body : body.pipeThrough(new DecompressionStream("gzip"));
    expect(await new Response(plain).json()).toEqual(questionnaire);
  });

  it.each([
    ["/api/v1/questionnaires/inconnu", "questionnaire"],
    ["/api/v1/questionnaires/inconnu/1.0.0", "questionnaire"],
    ["/api/v1/questionnaires/__proto__", "questionnaire"],
    ["/api/v1/questionnaires/%E0%A4%A", "questionnaire"],
    [`${LATEST}/9.9.9`, "version"],
    [`${LATEST}/9.9.9/adapted`, "version"],
    [`${LATEST}/9.9.9/coverage`, "version"],
  ])("says in French which name is unknown at %s", async (path, name) => {
    const { status, json } = await call(path);
    expect(status).toBe(404);
    expect(json).toMatchObject({
      type: `urn:diag-cyber-esms:problem:unknown-${name}`,
      errors: [{ pointer: `/${name}`, code: `${name}.unknown` }],
    });
  });

  it.each([`${EXACT}/autre`, "/api/v1/contributions/1", "/api/v1/questionnaires/", "/nulle-part"])(
    "says in French that there is nothing at %s",
    async (path) => {
      const { status, json } = await call(path);
      expect(status).toBe(404);
      expect(json).toMatchObject({ type: "urn:diag-cyber-esms:problem:not-found", title: "Adresse inconnue" });
    },
  );
});

describe("the adapted questionnaire", () => {
  const query = new URLSearchParams(Object.entries(EHPAD).map(([name, value]) => [name, String(value)]));

  it("says what the profile is asked, in display order, with lists joined by commas", async () => {
    const { status, json, headers } = await call(`${EXACT}/adapted?${query}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ class: "C", exposure: 6, profile: EHPAD });
    expect((json as { questions: { id: string }[] }).questions.map(({ id }) => id)).toEqual(
      adapted(EHPAD).displayed.map(({ id }) => id),
    );
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  it("reads the digits of an integer variable as an integer", async () => {
    const { json } = await call(`${EXACT}/adapted?${query}&places=80`);
    expect(json).toMatchObject({ profile: { places: 80 } });
  });

  it.each([
    ["places=abc", "/profile/places", "profile.not-integer"],
    ["places=0", "/profile/places", "profile.out-of-range"],
    ["taille=enorme&taille=50_249", "/profile/taille", "query.repeated"],
    ["inconnue=1", "/profile/inconnue", "profile.unknown-variable"],
    ["__proto__=1", "/profile/__proto__", "profile.unknown-variable"],
    ["constructor=1", "/profile/constructor", "profile.unknown-variable"],
  ])("refuses %s with a pointer to %s", async (extra, pointer, code) => {
    const { status, json } = await call(`${EXACT}/adapted?${query}&${extra}`);
    expect(status).toBe(422);
    expect((json as { errors: unknown[] }).errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it("points to every required variable when nothing is said", async () => {
    const { json } = await call(`${EXACT}/adapted?equipements=`);
    const pointers = (json as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(pointers).toContain("/profile/categorie");
    expect(pointers).toContain("/profile/equipements");
  });
});

describe("the rest of the table of routes", () => {
  it("says that it is alive, with its versions, never from a cache", async () => {
    const { json, headers } = await call("/healthz");
    expect(json).toMatchObject({ status: "ok", questionnaires: [{ id: questionnaire.id }] });
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  it("describes itself: the served document is the one the tests check against", async () => {
    const { json } = await call("/api/v1/openapi.json");
    expect(json).toEqual(document);
    expect(json).toMatchObject({ openapi: "3.1.0" });
  });

  it("has no undocumented route, and documents none that does not exist", () => {
    const served = createApp(systemDependencies)
      .routes.filter(({ method, path }) => method !== "ALL" && !path.startsWith("/widget/")) // pages, no API
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`);
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(served.toSorted()).toEqual(documented.toSorted());
  });

  it("has no route that reads a contribution", () => {
    const read = Object.entries(document.paths).filter(([, operations]) => "get" in operations);
    expect(read.map(([path]) => path).filter((path) => /contribution|score|receipt/.test(path))).toEqual([]);
  });

  it.each(["/api/v1/questionnaires", LATEST, EXACT, "/api/v1/openapi.json", "/healthz"])(
    "answers HEAD like GET, without the body, at %s",
    async (path) => {
      const { status, text, headers } = await call(path, { method: "HEAD" });
      expect([status, text]).toEqual([200, ""]);
      expect(headers.get("ETag")).toBe((await call(path)).headers.get("ETag"));
    },
  );

  it.each([
    ["DELETE", EXACT, "GET, HEAD, OPTIONS"],
    ["POST", "/healthz", "GET, HEAD, OPTIONS"],
    ["PUT", "/api/v1/scores", "POST, OPTIONS"],
    ["GET", "/api/v1/scores", "POST, OPTIONS"],
    ["GET", "/api/v1/contributions", "POST, OPTIONS"],
    ["HEAD", "/api/v1/contributions", "POST, OPTIONS"],
  ])("refuses %s %s and says what it allows", async (method, path, allow) => {
    const { status, headers } = await call(path, { method });
    expect(status).toBe(405);
    expect(headers.get("Allow")).toBe(allow);
  });

  it("says nothing of a bug but that there was one, and never what was sent", async () => {
    const canary = "CANARI-7f3a";
    const broken = createApp({
      ...systemDependencies,
      now: () => {
        throw new Error(canary);
      },
    });
    const env = { DB: null as never, ALLOWED_ORIGINS: "" };
    const reply = await post("/api/v1/contributions", complete(), { "idempotency-key": "A".repeat(22) }, (request) =>
      broken.fetch(request, env),
    );
    expect(reply.status).toBe(500);
    expect(reply.json).toMatchObject({ type: "urn:diag-cyber-esms:problem:internal-error" });
    expect(reply.text).not.toContain(canary);
  });
});

describe("other sites", () => {
  const FOREIGN = "https://ailleurs.test";
  const LISTED = "https://www.ars.test";
  const env = { DB: null as never, ALLOWED_ORIGINS: `${LISTED} https://autre.test` };
  const app = createApp(systemDependencies);
  const fetch = (request: Request) => app.fetch(request, env);

  it.each([
    [ORIGIN, ORIGIN],
    [LISTED, LISTED],
    [FOREIGN, null],
    ["null", null],
    [`${LISTED}.evil.test`, null],
    [LISTED.replace("https", "http"), null],
    [LISTED.toUpperCase(), null],
    [`${LISTED}:8443`, null],
  ])("a page of %s may read: %s", async (origin, allowed) => {
    const { status, headers } = await call("/api/v1/questionnaires", { headers: { origin } }, fetch);
    expect(status).toBe(200);
    expect(headers.get("Access-Control-Allow-Origin")).toBe(allowed);
  });

  it.each([
    [ORIGIN, 200],
    [LISTED, 200],
    [FOREIGN, 403],
    ["null", 403],
  ])("a POST from %s is answered %i", async (origin, status) => {
    const reply = await post("/api/v1/scores", complete(), { origin }, fetch);
    expect(reply.status).toBe(status);
    expect(reply.headers.get("Access-Control-Allow-Origin")).toBe(status === 200 ? origin : null);
  });

  it("a POST without an origin, from a program, is answered", async () => {
    expect((await post("/api/v1/scores", complete(), {}, fetch)).status).toBe(200);
  });

  it("lets an allowed page see why it was refused", async () => {
    const reply = await post("/api/v1/scores", {}, { origin: LISTED }, fetch);
    expect([reply.status, reply.headers.get("Access-Control-Allow-Origin")]).toEqual([422, LISTED]);
  });

  it("answers a preflight for a day, for these headers only, to allowed sites only", async () => {
    const preflight = (origin: string) =>
      call(
        "/api/v1/contributions",
        { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } },
        fetch,
      );
    const { status, headers } = await preflight(LISTED);
    expect(status).toBe(204);
    expect(headers.get("Access-Control-Allow-Origin")).toBe(LISTED);
    expect(headers.get("Access-Control-Allow-Methods")).toBe("POST");
    expect(headers.get("Access-Control-Allow-Headers")).toBe("authorization, content-type, idempotency-key");
    expect(headers.get("Access-Control-Max-Age")).toBe("86400");
    expect((await preflight(FOREIGN)).headers.has("Access-Control-Allow-Origin")).toBe(false);
  });

  it("reaches the same worker through its real entry", async () => {
    expect((await exports.default.fetch(`${ORIGIN}/healthz`)).status).toBe(200);
  });
});
