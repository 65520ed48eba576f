/** Where the statistics need a token: who reads what, over every route of releases; what is said, kept and logged of a denial. */
import { applyD1Migrations, createExecutionContext, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hex } from "../../worker/access/fingerprint.ts";
import { findModel, releaseAll } from "../../worker/alarms.ts";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import worker from "../../worker/index.ts";
import { fold } from "../../worker/store/fold.ts";
import { listTokens, revokeToken } from "../../worker/store/tokens.ts";
import { call, ORIGIN } from "./support/api.ts";
import { keep, people } from "./support/population.ts";
import { fail } from "./support/samples.ts";
import { drawToken, grant, hashOf } from "./support/tokens.ts";

const NOW = new Date("2026-11-22T10:00:00Z");

/** The API of a deployment, on that day, with this database. */
function api(now: Date = NOW, setting: string | null = "token", database: D1Database = env.DB) {
  const app = createApp({ ...systemDependencies, now: () => now });
  const settings = setting === null ? {} : { STATISTICS_ACCESS: setting };
  return (request: Request) =>
    app.fetch(request, { DB: database, ASSETS: env.ASSETS, ALLOWED_ORIGINS: "https://www.ars.test", ...settings });
}

const bearing = (token: string | null, more: RequestInit = {}): RequestInit => ({
  ...more,
  headers: { ...more.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
});

const read = (path: string, token: string | null, fetch = api()) => call(path, bearing(token), fetch);

/** Every route of the statistics, as the application has them, with a table that has lines of territories. */
const ROUTES = createApp(systemDependencies)
  .routes.filter(({ method, path }) => method === "GET" && path.startsWith("/api/v1/releases"))
  .map(({ path }) => path.replace(":id", "1").replace(":file", "department.json"));

/** Those without any line of a territory. */
const isOpen = (path: string) => /^\/api\/v1\/releases(\/1)?$|\/dictionary\./.test(path);

const roles = new Map<string, string | null>();

beforeAll(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  await keep(people(400));
  await fold(env.DB, findModel);
  await releaseAll(env, NOW);
  const revoked = await grant();
  await revokeToken(env.DB, await hashOf(revoked), "2026-11-20");
  const right = await grant();
  roles.set("no token", null);
  roles.set("malformed", "secret");
  roles.set("wrong checksum", right.slice(0, -1) + (right.endsWith("0") ? "1" : "0"));
  roles.set("unknown", await drawToken());
  roles.set("expired", await grant({ expiresOn: "2026-11-21" }));
  roles.set("revoked", revoked);
  roles.set("foreign", await grant({ territory: "paca" }));
  roles.set("regional", await grant({ territory: "ara" }));
  roles.set("national", right);
});

const as = (role: string) => roles.get(role) ?? null;

const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
beforeEach(() => void log.mockClear());
afterEach(() => void log.mockClear());

const logged = () => log.mock.calls.map(([line]) => JSON.parse(String(line)));

describe("every route of the statistics", () => {
  it("is known to this test: the list, one release, its tables, its dictionary", () => {
    expect(ROUTES.filter(isOpen)).toHaveLength(4);
    expect(ROUTES.filter((path) => !isOpen(path)).length).toBeGreaterThan(0);
  });

  it.each<readonly [string, number, number, number]>([
    ["no token", 401, 401, 401],
    ["malformed", 401, 401, 401],
    ["wrong checksum", 401, 401, 401],
    ["unknown", 401, 401, 401],
    ["expired", 401, 401, 401],
    ["revoked", 401, 401, 401],
    ["foreign", 200, 403, 403],
    ["regional", 200, 403, 200],
    ["national", 200, 200, 200],
  ])(
    "answers who is %s: %i without lines, %i with lines of all, %i with those of ara",
    async (role, open, all, ara) => {
      for (const path of ROUTES) {
        const whole = await read(path, as(role));
        const part = await read(`${path}?territory=ara`, as(role));
        const head = await call(path, bearing(as(role), { method: "HEAD" }), api());
        expect([path, whole.status, part.status]).toEqual([path, ...(isOpen(path) ? [open, open] : [all, ara])]);
        expect([head.status, head.text]).toEqual([whole.status, ""]);
      }
    },
  );

  it("is open to anyone where the deployment says so, or says nothing", async () => {
    for (const path of ROUTES) {
      for (const setting of ["public", null]) {
        expect((await read(path, null, api(NOW, setting))).status).toBe(200);
        expect((await read(path, "anything", api(NOW, setting))).status).toBe(200);
      }
      for (const setting of ["", "Public", "jeton"])
        expect((await read(path, null, api(NOW, setting))).status).toBe(401);
    }
    expect((await call("/api/v1/releases")).status).toBe(200);
  });

  it("is closed under any way to write its address, and where there is no route", async () => {
    for (const path of [
      "/api/v1/%72eleases",
      "/api/v1/releases/%31",
      "/api/v1/releases/1/nothing",
      "/api/v1/releases/",
    ]) {
      const { status } = await api()(new Request(`${ORIGIN}${path}`));
      expect([path, [401, 404].includes(status)]).toEqual([path, true]);
    }
    const encoded = new Request(`${ORIGIN}/api/v1/%72eleases`, bearing(as("national")));
    expect((await api()(encoded)).status).toBe(200);
  });

  it("is closed by the worker itself, with its own clock", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const token = await grant({ createdOn: today, expiresOn: today });
    const settings = { ...env, STATISTICS_ACCESS: "token" };
    const fetch = (request: Request) =>
      worker.fetch(new Request(request.url, { headers: request.headers }), settings, createExecutionContext());
    expect((await read("/api/v1/releases", null, fetch)).status).toBe(401);
    expect((await read("/api/v1/releases", token, fetch)).status).toBe(200);
  });

  it("leaves everything else open", async () => {
    for (const path of ["/api/v1/questionnaires", "/api/v1/territories", "/api/v1/openapi.json", "/healthz"]) {
      expect((await read(path, null)).status).toBe(200);
    }
  });
});

describe("a token", () => {
  it("is read in the header only: an address is written in logs and histories", async () => {
    const token = as("national") ?? "";
    expect((await read(`/api/v1/releases?access_token=${token}&token=${token}`, null)).status).toBe(401);
    for (const authorization of [token, `Basic ${token}`, `Bearer ${token} ${token}`, `Bearer${token}`]) {
      expect((await call("/api/v1/releases", { headers: { authorization } }, api())).status).toBe(401);
    }
    expect((await call("/api/v1/releases", { headers: { authorization: `bearer  ${token}` } }, api())).status).toBe(
      200,
    );
  });

  it("lasts through its last day, then ends", async () => {
    const token = await grant({ expiresOn: "2026-12-31" });
    expect((await read("/api/v1/releases", token, api(new Date("2026-12-31T23:59:59Z")))).status).toBe(200);
    expect((await read("/api/v1/releases", token, api(new Date("2027-01-01T00:00:00Z")))).status).toBe(401);
  });

  it("ends at once when it is revoked, and keeps the day when it first was", async () => {
    const token = await grant();
    const hash = await hashOf(token);
    expect((await read("/api/v1/releases", token)).status).toBe(200);
    await revokeToken(env.DB, hash, "2026-11-22");
    await revokeToken(env.DB, hash, "2026-11-25");
    expect((await read("/api/v1/releases", token)).status).toBe(401);
    const kept = (await listTokens(env.DB)).find((one) => `${one.hash}` === `${hash}`);
    expect(kept?.revokedOn).toBe("2026-11-22");
  });

  it("is kept as its SHA-256 alone, with days and no hour; the table itself refuses more than a year", async () => {
    const token = await grant({ label: "Observatoire des ESMS" });
    const { results } = await env.DB.prepare("SELECT *, hex(hash) AS text FROM tokens").all();
    const columns = Object.keys(results[0] ?? {}).filter((name) => name !== "text");
    expect(columns).toEqual([
      ...["hash", "label", "territory", "created_on", "expires_on", "revoked_on", "last_used_on"],
    ]);
    const everything = JSON.stringify(results);
    for (const part of [token, token.slice(5, 48), token.slice(5, 25)]) expect(everything).not.toContain(part);
    await expect(grant({ createdOn: "2026-11-22", expiresOn: "2027-11-23" })).rejects.toThrow(/CHECK/);
    await expect(grant({ createdOn: "2026-11-22", expiresOn: "2026-11-21" })).rejects.toThrow(/CHECK/);
    await grant({ createdOn: "2026-11-22", expiresOn: "2027-11-22" });
  });

  it("is itself, or nobody: a database that answers with the row of another one opens nothing", async () => {
    await grant();
    const prepare = (sql: string) =>
      /FROM tokens/.test(sql)
        ? { bind: () => env.DB.prepare(sql.replace(/WHERE .*/, "LIMIT 1")) }
        : env.DB.prepare(sql);
    const confused = { prepare } as unknown as D1Database; // the only use of it on this path
    expect((await read("/api/v1/releases", await drawToken(), api(NOW, "token", confused))).status).toBe(401);
  });

  it("notes the day of its last use, once a day", async () => {
    const token = await grant();
    const [writes, watched] = watchedDatabase();
    const lastUse = async () =>
      (await listTokens(env.DB)).find(({ hash }) => `${hash}` === `${writes.hash}`)?.lastUsedOn ?? null;
    writes.hash = await hashOf(token);
    expect(await lastUse()).toBeNull();
    for (let time = 0; time < 3; time++) await read("/api/v1/releases", token, api(NOW, "token", watched));
    expect([writes.count, await lastUse()]).toEqual([1, "2026-11-22"]);
    await read("/api/v1/releases", token, api(new Date("2026-11-23T00:00:01Z"), "token", watched));
    expect([writes.count, await lastUse()]).toEqual([2, "2026-11-23"]);
    await read("/api/v1/releases", token, api(NOW, "token", watched)); // a clock that goes back
    expect([writes.count, await lastUse()]).toEqual([2, "2026-11-23"]);
  });
});

/** The real database; counts what it is asked to write. */
function watchedDatabase(refuseWrites = false) {
  const writes: { count: number; hash: unknown } = { count: 0, hash: null };
  const prepare = (sql: string) => {
    if (!/^\s*SELECT/.test(sql)) {
      writes.count++;
      if (refuseWrites) throw new Error("D1_ERROR: database is read-only");
    }
    return env.DB.prepare(sql);
  };
  return [writes, { prepare } as unknown as D1Database] as const; // reading releases uses nothing else
}

describe("a database that fails", () => {
  const broken = {
    prepare: () => {
      throw new Error("D1_ERROR: Network connection lost. CANARI");
    },
  } as unknown as D1Database; // whatever is asked of it fails

  it("closes: nobody reads, and who had a token is told to try again", async () => {
    for (const path of ROUTES) {
      const { status, json, headers } = await read(path, as("national"), api(NOW, "token", broken));
      expect([status, headers.get("Retry-After")]).toEqual([503, "30"]);
      expect(json).toMatchObject({ type: "urn:diag-cyber-esms:problem:access-unavailable" });
    }
    expect(logged()[0]).toEqual({ event: "access-unverified" });
    expect(JSON.stringify(log.mock.calls)).not.toContain("CANARI");
    expect((await read("/api/v1/releases", "secret", api(NOW, "token", broken))).status).toBe(401);
  });

  it("refuses nobody when only the day of last use cannot be written, and says so in the log", async () => {
    const [writes, database] = watchedDatabase(true);
    const token = await grant();
    expect((await read("/api/v1/releases", token, api(NOW, "token", database))).status).toBe(200);
    expect([writes.count, logged()]).toEqual([1, [{ event: "token-use-unrecorded" }]]);
  });
});

describe("what a denial says", () => {
  it.each([
    ["no token", "token-required", null, 'Bearer realm="statistics"'],
    ["malformed", "token-refused", "token.malformed", 'Bearer realm="statistics", error="invalid_token"'],
    ["wrong checksum", "token-refused", "token.checksum", 'Bearer realm="statistics", error="invalid_token"'],
    ["unknown", "token-refused", "token.unknown", 'Bearer realm="statistics", error="invalid_token"'],
    ["expired", "token-refused", "token.expired", 'Bearer realm="statistics", error="invalid_token"'],
    ["revoked", "token-refused", "token.revoked", 'Bearer realm="statistics", error="invalid_token"'],
    ["foreign", "token-territory", "territory.foreign", 'Bearer realm="statistics", error="insufficient_scope"'],
  ] as const)("to who is %s is the problem %s, in a sentence of its own", async (role, name, code, challenge) => {
    const { json, headers } = await read("/api/v1/releases/1/tables/department.json", as(role));
    const problem = json as { type: string; detail: string; errors?: { code: string; detail: string }[] };
    expect(problem.type).toBe(`urn:diag-cyber-esms:problem:${name}`);
    expect(headers.get("WWW-Authenticate")).toBe(challenge);
    expect(headers.get("Cache-Control")).toContain("no-store");
    expect(problem.errors?.[0]?.code ?? null).toBe(code);
    if (code !== null) expect(problem.detail).toBe(problem.errors?.[0]?.detail);
    expect(problem.detail).toMatch(/^[A-Z][^'{}]*\.$/);
  });

  it("to who is foreign names the territory that their token reads", async () => {
    const { json } = await read("/api/v1/releases/1/tables/department.json?territory=ara", as("foreign"));
    expect((json as { detail: string }).detail).toContain("?territory=paca");
  });

  it("is never kept by a cache, nor is what was read with a token; what anyone may read still is", async () => {
    for (const path of ROUTES) {
      const mine = await read(path, as("national"));
      expect(mine.headers.get("Cache-Control")).toBe("private, no-store");
      expect(mine.headers.get("Vary")).toContain("Authorization");
    }
    const open = await read("/api/v1/releases/1", null, api(NOW, "public"));
    expect(open.headers.get("Cache-Control")).toContain("public");
  });

  it("does not answer 304 to who holds an ETag and no token", async () => {
    const { headers } = await read("/api/v1/releases/1", as("national"));
    const held = { headers: { "if-none-match": headers.get("ETag") ?? "" } };
    expect((await call("/api/v1/releases/1", held, api())).status).toBe(401);
    expect((await call("/api/v1/releases/1", bearing(as("national"), held), api())).status).toBe(304);
  });

  it("can be read by a page of an allowed site, which may send a token", async () => {
    const origin = "https://www.ars.test";
    const preflight = { method: "OPTIONS", headers: { origin, "access-control-request-headers": "authorization" } };
    for (const path of ROUTES) {
      const { status, headers } = await call(`${path}?territory=inconnu`, preflight, api());
      expect([status, headers.get("Access-Control-Allow-Origin")]).toEqual([204, origin]);
      expect(headers.get("Access-Control-Allow-Headers")).toContain("authorization");
    }
    const refused = await call("/api/v1/releases", { headers: { origin } }, api());
    expect([refused.status, refused.headers.get("Access-Control-Allow-Origin")]).toEqual([401, origin]);
    expect((await call("/api/v1/releases", { method: "DELETE" }, api())).status).toBe(405);
  });
});

describe("the log of denials", () => {
  it("has one line for each, by its reason, and nothing for who may read", async () => {
    for (const role of roles.keys()) await read("/api/v1/releases/1/tables/department.json?territory=ara", as(role));
    const id = async (role: string) => {
      return hex(await hashOf(as(role) ?? "")).slice(0, 8);
    };
    const event = "access-denied";
    expect(logged()).toEqual([
      { event, reason: "missing" },
      { event, reason: "malformed" },
      { event, reason: "checksum" },
      { event, reason: "unknown" },
      { event, reason: "expired", token: await id("expired") },
      { event, reason: "revoked", token: await id("revoked") },
      { event, reason: "territory", scope: "paca" },
    ]);
  });

  it("never holds a token, a part of it, its hash, or anything that was sent with it", async () => {
    const sent = { "user-agent": "CANARI-ua", referer: "https://canari.test/", "cf-connecting-ip": "203.0.113.77" };
    const canary = "CANARI-0123456789";
    const tokens = [...roles.values()].filter((token) => token !== null);
    for (const token of [...tokens, canary, `dces_${canary}`]) {
      await call(
        `/api/v1/releases/1/tables/${canary}.json?territory=${canary}`,
        bearing(token, { headers: sent }),
        api(),
      );
    }
    expect(logged().length).toBeGreaterThan(tokens.length);
    const everything = JSON.stringify(log.mock.calls).toLowerCase();
    for (const word of ["canari", "dces_", "203.0.113"]) expect(everything).not.toContain(word);
    for (const token of tokens) {
      if (/^dces_/.test(token) && token !== as("wrong checksum")) {
        expect(everything).not.toContain(hex(await hashOf(token)).slice(0, 12));
      }
      for (let place = 0; place + 12 <= token.length; place++) {
        expect(everything).not.toContain(token.slice(place, place + 12).toLowerCase());
      }
    }
  });
});

describe("the lines of a territory", () => {
  const cells = async (path: string, token = as("regional")) => {
    const { json } = await read(path, token);
    return (json as { table: { cells: { row: { code: string }; column: { code: string } | null }[] } }).table.cells;
  };

  it("are its own and those of its departments; the totals stay", async () => {
    const departments = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74", "total"];
    for (const table of ["department", "department-sector"]) {
      const codes = (await cells(`/api/v1/releases/1/tables/${table}.json?territory=ara`)).map(({ row }) => row.code);
      expect([...new Set(codes)].sort()).toEqual(departments.filter((code) => codes.includes(code)));
      expect(new Set(codes).size).toBe(departments.length);
    }
    const own = await cells("/api/v1/releases/1/tables/territory-sector.json?territory=ara");
    expect([...new Set(own.map(({ row }) => row.code))]).toEqual(["ara", "total"]);
  });

  it("are exactly lines of the whole table, in every format", async () => {
    const file = "/api/v1/releases/1/tables/territory-sector";
    const [whole, part] = [await cells(`${file}.json`, as("national")), await cells(`${file}.json?territory=ara`)];
    expect(part).toEqual(whole.filter(({ row }) => ["ara", "total"].includes(row.code)));
    const csv = (await read(`${file}.csv?territory=ara`, as("regional"))).text.trimEnd().split("\r\n");
    const ndjson = (await read(`${file}.ndjson?territory=ara`, as("regional"))).text.trimEnd().split("\n");
    expect([csv.length - 1, ndjson.length]).toEqual([part.length, part.length]);
    const tags = [`${file}.json`, `${file}.json?territory=ara`, `${file}.json?territory=paca`].map(async (path) =>
      (await read(path, as("national"))).headers.get("ETag"),
    );
    expect(new Set(await Promise.all(tags)).size).toBe(3);
  });

  it.each([
    ["release.xlsx", "esms-publication-1-ara.xlsx"],
    ["package.zip", "esms-publication-1-package-ara.zip"],
    ["tables/department.csv", "esms-publication-1-department-ara.csv"],
  ])("are the only ones in %s too, whose name and ETag say so", async (file, name) => {
    const get = async (query: string) => {
      const request = new Request(`${ORIGIN}/api/v1/releases/1/${file}${query}`, bearing(as("national")));
      const response = await api()(request);
      return { headers: response.headers, size: (await response.arrayBuffer()).byteLength };
    };
    const [whole, part] = [await get(""), await get("?territory=ara")];
    expect(part.size).toBeLessThan(whole.size);
    expect(part.headers.get("ETag")).not.toBe(whole.headers.get("ETag"));
    expect(part.headers.get("Content-Disposition")).toContain(`filename="${name}"`);
  });

  it("leave alone a table without geography, which every token reads", async () => {
    const plain = await read("/api/v1/releases/1/tables/questions.json", as("foreign"));
    const asked = await read("/api/v1/releases/1/tables/questions.json?territory=ara", as("regional"));
    expect([plain.status, asked.text]).toEqual([200, plain.text]);
    for (const table of ["sector-medicalised", "category", "version", "quarter", "actions"]) {
      expect((await read(`/api/v1/releases/1/tables/${table}.csv`, as("regional"))).status).toBe(200);
    }
  });

  it.each(["inconnu", "", "ARA", "__proto__", "84", "ara,paca"])("of « %s » do not exist: 404", async (code) => {
    for (const table of ["department", "questions"]) {
      const path = `/api/v1/releases/1/tables/${table}.json?territory=${encodeURIComponent(code)}`;
      const { status, json } = await read(path, null, api(NOW, "public"));
      expect(status).toBe(404);
      expect(json).toMatchObject({
        type: "urn:diag-cyber-esms:problem:unknown-territory",
        errors: [{ pointer: "/territory", code: "territory.unknown" }],
      });
    }
  });

  it("cannot be widened by asking for two", async () => {
    const path = "/api/v1/releases/1/tables/department.json";
    expect((await read(`${path}?territory=paca&territory=ara`, as("regional"))).status).toBe(403);
    const codes = (await cells(`${path}?territory=ara&territory=paca`)).map(({ row }) => row.code);
    expect(codes.includes("13")).toBe(false);
  });

  it("are told to the bearer: the list of releases says which territory the token reads", async () => {
    const list = async (role: string) =>
      (await read("/api/v1/releases", as(role))).json as { territory: string | null };
    expect((await list("regional")).territory).toBe("ara");
    expect((await list("national")).territory).toBeNull();
    expect(((await call("/api/v1/releases")).json as { territory: null }).territory ?? fail).toBe(fail);
  });
});
