/** A score stores nothing; a contribution is stored once, small, nameless, whatever the network and the database do. */
import { applyD1Migrations, createScheduledController, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { diagnose, parseAnswers, report } from "../../questionnaires/engine/engine.ts";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import worker from "../../worker/index.ts";
import { dayNumber, quarter } from "../../worker/store/day.ts";
import { purgeReceipts } from "../../worker/store/purge.ts";
import { newKey, post, rows } from "./support/api.ts";
import { type Fault, faulty } from "./support/database.ts";
import { adapted, complete, EHPAD, fail, longestProfile, questionnaire } from "./support/samples.ts";

const GOOD = complete();
const NOW = new Date("2026-12-31T23:59:59Z");

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

/** The API on a given database and clock; it never really waits, but remembers how long it would have. */
function api(DB: D1Database = env.DB, now: Date = NOW) {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const app = createApp({ ...systemDependencies, now: () => now, wait });
  const contribute = (body: unknown = GOOD, key: string = newKey()) =>
    post("/api/v1/contributions", body, { "idempotency-key": key }, (request) =>
      app.fetch(request, { DB, ALLOWED_ORIGINS: "" }),
    );
  return { contribute, waits };
}

async function stored() {
  const { results } = await env.DB.prepare("SELECT * FROM contributions").all<Record<string, unknown>>();
  return results;
}

/** The bytes of every value of both tables, and of the copy of the key and day in the index. */
async function storedBytes(): Promise<number> {
  const size = (columns: readonly string[]) =>
    columns.map((name) => `coalesce(length(CAST(${name} AS BLOB)), 1)`).join("+");
  const contribution = await env.DB.prepare(
    `SELECT ${size(["id", "period", "questionnaire", "version", "territory", "channel", "profile", "answers", "folded"])} AS n FROM contributions`,
  ).first<number>("n");
  const receipt = await env.DB.prepare(`SELECT 2 * (${size(["key_hash", "day"])}) AS n FROM receipts`).first<number>(
    "n",
  );
  return (contribution ?? fail("nothing is stored")) + (receipt ?? fail("no receipt"));
}

describe("a score", () => {
  it("is the engine's result, and leaves nothing behind", async () => {
    const { status, json, headers } = await post("/api/v1/scores", { ...GOOD, simulate: [] });
    const questions = adapted(EHPAD);
    const answers = parseAnswers(questions, GOOD.answers);
    expect(status).toBe(200);
    const result = diagnose(questions, answers.ok ? answers.value : fail("refused"), []);
    expect(json).toEqual({ ...result, explanation: null, cheapest: null });
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(await rows()).toEqual({ receipts: 0, contributions: 0 });
  });

  it("needs no answer: the interval says that everything is open", async () => {
    const { json } = await post("/api/v1/scores", { ...GOOD, answers: {} });
    expect(json).toMatchObject({ complete: false, score: null, interval: [0, 100], confidence: 0 });
  });

  it("says why in sentences, and the cheapest sets of actions, when asked", async () => {
    const { json } = await post("/api/v1/scores", { ...GOOD, explain: true, cheapest: true });
    const questions = adapted(EHPAD);
    const answers = parseAnswers(questions, GOOD.answers);
    const asked = { simulate: null, explain: true, cheapest: true };
    expect(json).toEqual(report(questions, answers.ok ? answers.value : fail("refused"), asked));
    expect(json).toMatchObject({ explanation: { level: expect.stringMatching(/^Un score final de .+\.$/) } });
  });

  it("touches no database at all", async () => {
    const app = createApp(systemDependencies);
    const none = { DB: null as never, ALLOWED_ORIGINS: "" };
    expect((await post("/api/v1/scores", GOOD, {}, (request) => app.fetch(request, none))).status).toBe(200);
  });
});

describe("a contribution", () => {
  it("is accepted, with the result of the diagnostic", async () => {
    const { status, json } = await api().contribute({ ...GOOD, territory: "ara", channel: "widget" });
    const score = await post("/api/v1/scores", GOOD);
    expect(status).toBe(201);
    expect(json).toEqual({ contribution: { accepted: true }, result: score.json });
    expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
  });

  it("keeps the quarter, the version, the territory, the channel, the kept variables and the answers, nothing else", async () => {
    const profile = { ...EHPAD, places: 1987, departement: "69" };
    await api().contribute({ ...complete(profile), territory: "ara", channel: "widget" });
    const [row] = await stored();
    const kept = questionnaire.profile.filter(({ kept }) => kept).map(({ id }) => id);
    expect(row).toMatchObject({
      period: "2026-T4",
      questionnaire: questionnaire.id,
      version: questionnaire.version,
      territory: "ara",
      channel: "widget",
    });
    const keptProfile = JSON.parse(String(row?.profile));
    expect(keptProfile).toEqual(Object.fromEntries(Object.entries(profile).filter(([id]) => kept.includes(id))));
    expect(keptProfile).not.toHaveProperty("places");
  });

  it("writes one character per question: what was answered, and a dot for what was not asked", async () => {
    const ids = Object.keys(GOOD.answers);
    const unknown =
      questionnaire.questions.find(({ id, unknownAllowed }) => unknownAllowed && ids.includes(id))?.id ?? "";
    await api().contribute({ ...GOOD, answers: { ...GOOD.answers, [unknown]: "nsp" } });
    const expected = questionnaire.questions.map(({ id }) => (id === unknown ? "?" : ids.includes(id) ? "3" : "."));
    expect((await stored())[0]?.answers).toBe(expected.join(""));
  });

  it("does not keep an answer that a deduction has put to sleep", async () => {
    const implied = adapted(EHPAD).displayed.find(({ impliedBy }) => impliedBy !== null) ?? fail("nothing is implied");
    const source = implied.impliedBy?.question ?? "";
    const { json } = await api().contribute({ ...GOOD, answers: { ...GOOD.answers, [source]: 0 } });
    expect(json).toMatchObject({ result: { deduced: expect.arrayContaining([{ id: implied.id, from: source }]) } });
    const place = questionnaire.questions.findIndex(({ id }) => id === implied.id);
    expect(String((await stored())[0]?.answers)[place]).toBe(".");
  });

  it("keeps no trace of the key, of an address, of a variable that is not kept", async () => {
    const key = "CANARI_clef-0123456789";
    const headers = {
      "idempotency-key": key,
      "user-agent": "CANARI-ua",
      "cf-connecting-ip": "203.0.113.77",
      referer: "https://canari.test/",
      cookie: "canari=1",
    };
    const log = vi.spyOn(console, "log");
    await post("/api/v1/contributions", complete({ ...EHPAD, places: 1987 }), headers);
    const everything = JSON.stringify([
      (await env.DB.prepare("SELECT *, hex(key_hash) FROM receipts").all()).results,
      await stored(),
      log.mock.calls,
    ]);
    for (const canary of ["canari", "203.0.113", "1987"]) expect(everything.toLowerCase()).not.toContain(canary);
    expect(everything).toContain("sur_site"); // the search does look at what is stored
    log.mockRestore();
  });

  it("takes at most 1 KB, with the longest profile and every answer given", async () => {
    const profile = longestProfile();
    const territory = "paca";
    expect((await api().contribute({ ...complete(profile), territory, channel: "widget" })).status).toBe(201);
    expect(await storedBytes()).toBeLessThanOrEqual(1000);
  });

  it("takes at most 1 KB of the database file, pages that are not full included", async () => {
    await api().contribute({ ...complete(longestProfile()), territory: "paca", channel: "widget" });
    const copies = 2000;
    const before = (await env.DB.prepare("SELECT 1").run()).meta.size_after;
    const series = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies})`;
    const columns = "period, questionnaire, version, territory, channel, profile, answers";
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO contributions (id, ${columns}) SELECT randomblob(16), ${columns} FROM contributions, (${series} SELECT i FROM n)`,
      ),
      env.DB.prepare(`INSERT INTO receipts SELECT randomblob(32), day FROM receipts, (${series} SELECT i FROM n)`),
    ]);
    const after = (await env.DB.prepare("SELECT 1").run()).meta.size_after;
    expect(await rows()).toEqual({ receipts: copies + 1, contributions: copies + 1 });
    expect((after - before) / copies).toBeLessThanOrEqual(1000);
  });

  it("is counted in the quarter of the clock, in UTC", () => {
    expect(quarter(new Date("2027-01-01T00:00:00Z"))).toBe("2027-T1");
    expect(quarter(NOW)).toBe("2026-T4");
    expect(quarter(new Date("2026-06-30T23:59:59Z"))).toBe("2026-T2");
  });
});

describe("sending again", () => {
  it("counts once under fifty parallel replays: one 201, forty-nine 200, the same body", async () => {
    const key = newKey();
    const { contribute } = api();
    const replies = await Promise.all(Array.from({ length: 50 }, () => contribute(GOOD, key)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
  });

  it("counts fifty parallel contributions with fifty keys fifty times", async () => {
    const { contribute } = api();
    const replies = await Promise.all(Array.from({ length: 50 }, () => contribute()));
    expect(replies.every(({ status }) => status === 201)).toBe(true);
    expect(await rows()).toEqual({ receipts: 50, contributions: 50 });
  });

  it("counts once across midnight and across quarters", async () => {
    const key = newKey();
    expect((await api(env.DB, NOW).contribute(GOOD, key)).status).toBe(201);
    expect((await api(env.DB, new Date("2027-01-01T00:00:01Z")).contribute(GOOD, key)).status).toBe(200);
    expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
  });

  it.each<[readonly Fault[], number, number]>([
    [["before"], 201, 1],
    [["before", "before"], 201, 2],
    [["after"], 200, 1],
    [["before", "after"], 200, 2],
    [["after", "before"], 200, 2],
  ])("survives a database that fails %j: %i, counted once", async (faults, status, pauses) => {
    const { contribute, waits } = api(faulty(faults));
    const key = newKey();
    expect((await contribute(GOOD, key)).status).toBe(status);
    expect(waits).toHaveLength(pauses);
    expect((await contribute(GOOD, key)).status).toBe(200);
    expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
  });

  it.each<[Fault, number]>([
    ["before", 201],
    ["after", 200],
  ])(
    "gives up after three attempts that fail %s the commit, says so, and counts once afterwards",
    async (fault, later) => {
      const { contribute, waits } = api(faulty([fault, fault, fault]));
      const key = newKey();
      const { status, json, headers } = await contribute(GOOD, key);
      expect(status).toBe(503);
      expect(headers.get("Retry-After")).toMatch(/^\d+$/);
      expect((json as { detail: string }).detail).toContain("Votre résultat n’est pas perdu");
      expect(waits).toHaveLength(2);
      expect((waits[1] ?? 0) > (waits[0] ?? 0)).toBe(true);
      expect((await contribute(GOOD, key)).status).toBe(later);
      expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
    },
  );

  it("does not press a database that is overloaded", async () => {
    const { contribute, waits } = api(faulty(["before"], "D1_ERROR: D1 DB is overloaded. Too many requests queued."));
    expect([(await contribute()).status, waits.length]).toEqual([503, 0]);
    expect(await rows()).toEqual({ receipts: 0, contributions: 0 });
  });
});

describe("the tables", () => {
  it("hold exactly the columns that SCHEMA.md explains", async () => {
    const columns = async (table: string) =>
      (
        await env.DB.prepare(`SELECT name FROM pragma_table_info('${table}') ORDER BY cid`).all<{ name: string }>()
      ).results.map(({ name }) => name);
    expect(await columns("receipts")).toEqual(["key_hash", "day"]);
    expect(await columns("contributions")).toEqual([
      "id",
      "period",
      "questionnaire",
      "version",
      "territory",
      "channel",
      "profile",
      "answers",
      "folded",
    ]);
  });

  it("are the only ones", async () => {
    const { results } = await env.DB.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all<{
      name: string;
    }>();
    const ours = results.map(({ name }) => name).filter((name) => !/^(_cf_|sqlite_|d1_)/.test(name));
    expect(ours.toSorted()).toEqual([
      "contributions",
      "counters",
      "jobs",
      "purges",
      "receipts",
      "release_memory",
      "release_tables",
      "releases",
      "watermark",
    ]);
  });

  it("have no value in common that could join them", async () => {
    await api().contribute();
    const receipt = Object.values((await env.DB.prepare("SELECT hex(key_hash), day FROM receipts").first()) ?? {});
    const contribution = Object.values(
      (await env.DB.prepare("SELECT hex(id) AS x, * FROM contributions").first()) ?? {},
    );
    expect(receipt.filter((value) => contribution.includes(value))).toEqual([]);
  });
});

describe("forgetting", () => {
  const today = dayNumber(NOW);
  const insert = (day: number, count: number) =>
    env.DB.batch(
      Array.from({ length: count }, () =>
        env.DB.prepare("INSERT INTO receipts (key_hash, day) VALUES (randomblob(32), ?1)").bind(day),
      ),
    );

  it("drops receipts older than seven days, in bounded pieces, and keeps the others and every contribution", async () => {
    await api().contribute();
    await insert(today - 8, 12);
    await insert(today - 7, 3);
    expect(await purgeReceipts(env.DB, { now: () => NOW }, 5)).toBe(12);
    expect(await rows()).toEqual({ receipts: 4, contributions: 1 });
    expect(await purgeReceipts(env.DB, { now: () => NOW }, 5)).toBe(0);
  });

  it("stops after its share; the next run goes on", async () => {
    await insert(today - 30, 12);
    expect(await purgeReceipts(env.DB, { now: () => NOW }, 5, 2)).toBe(10);
    expect(await purgeReceipts(env.DB, { now: () => NOW }, 5, 2)).toBe(2);
  });

  it("reads only what it deletes", async () => {
    await insert(today, 50);
    await insert(today - 9, 2);
    const plan = await env.DB.prepare(
      "EXPLAIN QUERY PLAN SELECT key_hash FROM receipts WHERE day < ?1 ORDER BY day LIMIT ?2",
    )
      .bind(today - 7, 5)
      .all<{ detail: string }>();
    expect(plan.results.map(({ detail }) => detail).join()).toMatch(
      /SEARCH receipts USING COVERING INDEX receipts_by_day/,
    );
  });

  it("happens every day, by the alarm, on the day the alarm says", async () => {
    await insert(today - 8, 2);
    await worker.scheduled(createScheduledController({ scheduledTime: NOW, cron: "17 3 * * *" }), env);
    expect(await rows()).toEqual({ receipts: 0, contributions: 0 });
  });
});
