/** What a territory adds, as anyone may read it; which sites it allows, as the worker keeps it; which contributions name it. */
import { describe, expect, it } from "vitest";
import { territories } from "../../dist/questionnaires/territories.js";
import type { HostedTerritory } from "../../questionnaires/schema/territory.ts";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import { frameAncestors, isAllowedHost } from "../../worker/http/hosts.ts";
import { serveTerritories } from "../../worker/territories.ts";
import { call, newKey, ORIGIN, post, rows } from "./support/api.ts";
import { complete, fail } from "./support/samples.ts";

const ARA = territories.find(({ code }) => code === "ara") ?? fail("ara is not shipped");
const NATIONAL = territories.find(({ region }) => region === null) ?? fail("there is no national level");

/** Sites that exist in these tests only. */
const AGENCY = "https://www.ars.test";
const OTHER = "https://www.autre.test";
const SETTING = "https://reglage.test";
const FIXTURES: readonly HostedTerritory[] = [
  { ...ARA, origins: [AGENCY, "http://localhost:8080"] },
  { ...ARA, code: "paca", origins: [OTHER] },
  { ...NATIONAL, origins: [] },
];
const app = createApp(systemDependencies, { territories: serveTerritories(FIXTURES) });
const env = { DB: null as never, ALLOWED_ORIGINS: SETTING };
const fetch = (request: Request) => app.fetch(request, env);

describe("the territories", () => {
  it("are listed by code, with their region, the national level last", async () => {
    const { status, json } = await call("/api/v1/territories");
    expect(status).toBe(200);
    expect(json).toEqual({ territories: territories.map(({ code, name, region }) => ({ code, name, region })) });
    const list = (json as { territories: { code: string; region: string | null }[] }).territories;
    expect(list).toHaveLength(19);
    expect(list[0]).toEqual({ code: "ara", name: "Auvergne-Rhône-Alpes", region: "84" });
    expect(list.at(-1)).toMatchObject({ code: "national", region: null });
  });

  it("each have a public configuration, with conditions that the engine reads", async () => {
    for (const { origins: _kept, campaigns: _codes, campaignRequired: _rule, ...territory } of territories) {
      const { status, json } = await call(`/api/v1/territories/${territory.code}`);
      expect(status).toBe(200);
      expect(json).toEqual(territory);
    }
    const { json } = await call("/api/v1/territories/ara");
    expect(Object.keys(json as object)).toEqual(
      expect.arrayContaining(["code", "name", "contacts", "services", "theme"]),
    );
    expect(json).toMatchObject({ services: expect.arrayContaining([expect.objectContaining({ for: true })]) });
    expect((json as HostedTerritory).services.find(({ id }) => id === "ara-annuaire")?.for).toEqual({
      var: "infra_locale",
      in: [true],
    });
  });

  it("never show which sites they allow", async () => {
    for (const path of ["/api/v1/territories", "/api/v1/territories/ara", "/api/v1/territories/paca"]) {
      const { text } = await call(path, {}, fetch);
      expect(text).not.toContain("origins");
      expect(text).not.toContain(AGENCY);
    }
  });

  it.each(["/api/v1/territories", "/api/v1/territories/ara"])(
    "are revalidated: %s answers 304 to who holds it",
    async (path) => {
      const { headers } = await call(path);
      const etag = headers.get("ETag") ?? "";
      expect(etag).toMatch(/^W\/"sha256-[0-9a-f]{64}"$/);
      expect(headers.get("Cache-Control")).toBe("no-cache");
      expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
      const held = await call(path, { headers: { "if-none-match": etag } });
      expect([held.status, held.text, held.headers.get("ETag")]).toEqual([304, "", etag]);
      expect((await call(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
      expect((await call(path, { method: "HEAD" })).headers.get("ETag")).toBe(etag);
    },
  );

  it("have another ETag when their content is another", async () => {
    const changed = serveTerritories([{ ...ARA, name: "Autre nom" }]);
    const other = createApp(systemDependencies, { territories: changed });
    const etags = [fetch, (request: Request) => other.fetch(request, env)].map(async (to) =>
      (await call("/api/v1/territories/ara", {}, to)).headers.get("ETag"),
    );
    expect(new Set(await Promise.all(etags)).size).toBe(2);
  });

  it.each(["zz", "ARA", "__proto__", "constructor", "%E0%A4%A", "ara%2F"])(
    "say in French that there is none called %s",
    async (code) => {
      const { status, json } = await call(`/api/v1/territories/${code}`);
      expect(status).toBe(404);
      expect(json).toMatchObject({
        type: "urn:diag-cyber-esms:problem:unknown-territory",
        title: "Territoire inconnu",
        errors: [{ pointer: "/territory", code: "territory.unknown" }],
      });
    },
  );

  it("are only read", async () => {
    for (const path of ["/api/v1/territories", "/api/v1/territories/ara"]) {
      const { status, headers } = await call(path, { method: "DELETE" });
      expect([status, headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    }
  });
});

describe("the territory of a contribution", () => {
  const contribute = (territory: string) =>
    post("/api/v1/contributions", { ...complete(), territory }, { "idempotency-key": newKey() });

  it("may be any of the list", async () => {
    for (const { code } of territories) expect((await contribute(code)).status).toBe(201);
  });

  it.each(["zz", "ARA", "84", "__proto__", ""])("is refused when it is « %s », and nothing is kept", async (code) => {
    const before = await rows();
    const { status, json } = await contribute(code);
    expect(status).toBe(422);
    expect(json).toMatchObject({ errors: [{ pointer: "/territory", code: "territory.unknown" }] });
    expect(await rows()).toEqual(before);
  });
});

describe("the sites that may call the API", () => {
  it.each([
    [ORIGIN, ORIGIN],
    [AGENCY, AGENCY],
    [OTHER, OTHER],
    ["http://localhost:8080", "http://localhost:8080"],
    [SETTING, SETTING],
    ["http://localhost:8081", null],
    [`${AGENCY}:8443`, null],
    [`${AGENCY}.evil.test`, null],
    ["https://ailleurs.test", null],
    ["null", null],
  ])("a page of %s may read: %s", async (origin, allowed) => {
    const { headers } = await call("/api/v1/territories/ara", { headers: { origin } }, fetch);
    expect(headers.get("Access-Control-Allow-Origin")).toBe(allowed);
    const sent = await post("/api/v1/scores", complete(), { origin }, fetch);
    expect(sent.status).toBe(allowed === null ? 403 : 200);
  });

  it("are the territories' own and the setting's, together", () => {
    for (const origin of [AGENCY, OTHER, SETTING]) expect(isAllowedHost(origin, FIXTURES, SETTING)).toBe(true);
    expect(isAllowedHost(AGENCY, FIXTURES, "")).toBe(true);
    expect(isAllowedHost(SETTING, FIXTURES, "")).toBe(false);
    for (const origin of ["", "null", "https://www.ars", AGENCY.toUpperCase()])
      expect(isAllowedHost(origin, FIXTURES, SETTING)).toBe(false);
  });
});

describe("the sites that may frame the diagnostic", () => {
  it("are, for a territory, our own pages, its sites and the setting's", () => {
    expect(frameAncestors("ara", FIXTURES, SETTING)).toEqual(["'self'", AGENCY, "http://localhost:8080", SETTING]);
    expect(frameAncestors("paca", FIXTURES, "")).toEqual(["'self'", OTHER]);
  });

  it("are, without a territory, those of all, each once", () => {
    const all = ["'self'", AGENCY, "http://localhost:8080", OTHER, SETTING];
    expect(frameAncestors(null, FIXTURES, `${SETTING} ${OTHER}`)).toEqual(all);
  });

  it("are, for a territory that nobody knows, the setting's only", () => {
    expect(frameAncestors("zz", FIXTURES, SETTING)).toEqual(["'self'", SETTING]);
    expect(frameAncestors("zz", FIXTURES, "")).toEqual(["'self'"]);
  });

  it("never hold what is not an exact origin, whatever the setting says", () => {
    const setting = "* https: https://*.test 'unsafe-inline' https://x.test; https://x.test/chemin HTTPS://X.test";
    expect(frameAncestors("zz", FIXTURES, setting)).toEqual(["'self'"]);
  });
});
