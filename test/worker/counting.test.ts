/** New contributions enter the counters exactly once, whatever fails; a rebuild proves it, and mends what is wrong. */
import { applyD1Migrations, createScheduledController, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FOLD, findModel } from "../../worker/alarms.ts";
import { createApp } from "../../worker/app.ts";
import { versionsOf } from "../../worker/catalogue.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import worker from "../../worker/index.ts";
import { margin, vectorsByTable } from "../../worker/statistics/holdings.ts";
import { MEASURES } from "../../worker/statistics/measures.ts";
import { dimensionsOf, lineTables, plannedTables } from "../../worker/statistics/plan.ts";
import { recalculate } from "../../worker/statistics/recalculate.ts";
import { readCounters } from "../../worker/store/counters.ts";
import { fold } from "../../worker/store/fold.ts";
import { rebuild } from "../../worker/store/rebuild.ts";
import { withdraw } from "../../worker/store/withdraw.ts";
import { newKey, post } from "./support/api.ts";
import { type Fault, faulty, watched } from "./support/database.ts";
import { chance, invent, keep, people } from "./support/population.ts";
import { complete, fail, questionnaire } from "./support/samples.ts";

const QUESTIONNAIRE = questionnaire.id;

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

async function total(): Promise<number> {
  const counters = await readCounters(env.DB);
  return counters
    .filter(({ table, measure }) => table === "version" && measure === MEASURES.count)
    .reduce((sum, { value }) => sum + value, 0);
}

/** A rebuild that finds nothing wrong. */
async function expectProven(contributions: number) {
  const proof = await rebuild(env.DB, findModel);
  expect(proof).toMatchObject({ contributions, wrong: [] });
  expect(await total()).toBe(contributions);
}

describe("a fold", () => {
  it("counts each new contribution once, chunk by chunk, and a second fold counts none", async () => {
    await keep(people(130));
    expect(await fold(env.DB, findModel, 50)).toEqual({ counted: 130, setAside: 0, finished: true });
    expect(await fold(env.DB, findModel, 50)).toEqual({ counted: 0, setAside: 0, finished: true });
    await expectProven(130);
    await keep(people(7, 2));
    expect(await fold(env.DB, findModel)).toMatchObject({ counted: 7 });
    await expectProven(137);
  });

  it("does its share and leaves the rest to the next one", async () => {
    await keep(people(25));
    expect(await fold(env.DB, findModel, 10, 2)).toEqual({ counted: 20, setAside: 0, finished: false });
    await expectProven(20);
    expect(await fold(env.DB, findModel, 10, 2)).toEqual({ counted: 5, setAside: 0, finished: true });
    await expectProven(25);
  });

  it.each<[string, readonly Fault[]]>([
    ["before its first chunk", ["before"]],
    ["after its first chunk is committed", ["after"]],
    ["in the middle", ["none", "before"]],
    ["in the middle, once committed", ["none", "after"]],
  ])("interrupted %s, counts each contribution once all the same", async (_, faults) => {
    await keep(people(30));
    await expect(fold(faulty(faults), findModel, 10)).rejects.toThrow("Network connection lost");
    await fold(env.DB, findModel, 10);
    await expectProven(30);
  });

  it("counts once when several run at the same time", async () => {
    await keep(people(60));
    await Promise.all(Array.from({ length: 5 }, () => fold(env.DB, findModel, 10)));
    await fold(env.DB, findModel, 10);
    await expectProven(60);
  });

  it("calculates old versions too, each with its own questions", async () => {
    const all = people(60);
    await keep(all);
    await fold(env.DB, findModel);
    const counters = await readCounters(env.DB);
    for (const version of new Set(all.map(({ version }) => version))) {
      const found = counters.find(
        ({ table, cell, measure }) => table === "version" && cell === version && measure === "n",
      );
      expect(found?.value).toBe(all.filter((one) => one.version === version).length);
    }
    expect(new Set(all.map(({ version }) => version)).size).toBeGreaterThan(1);
  });

  it("sets aside, once and for all, what can no longer be calculated, and counts the rest", async () => {
    const [one = fail("nobody"), two = fail("nobody"), three = fail("nobody"), four = fail("nobody")] = people(4);
    const broken = [
      { ...one, version: "9.9.9" },
      { ...two, profile: "{" },
      { ...three, answers: "x" },
      { ...four, answers: four.answers.replace(/\d/, ".") },
    ];
    await keep([...broken, ...people(3, 5)]);
    expect(await fold(env.DB, findModel)).toEqual({ counted: 3, setAside: 4, finished: true });
    expect(await fold(env.DB, findModel)).toMatchObject({ setAside: 0 });
    await expectProven(3);
    expect(broken.map((kept) => recalculate(findModel, kept)).map((done) => (done.ok ? "" : done.reason))).toEqual([
      "unknown-version",
      "unreadable-profile",
      "unreadable-answers",
      "incomplete",
    ]);
  });

  it("gives the score, the level, the domains, the alerts, the caps and the actions of the API's own result", async () => {
    const app = createApp(systemDependencies);
    const submit = await post("/api/v1/contributions", complete(), { "idempotency-key": newKey() }, (request) =>
      app.fetch(request, env),
    );
    const { result } = submit.json as { result: import("../../questionnaires/schema/result.ts").Result };
    await fold(env.DB, findModel);
    const counters = await readCounters(env.DB);
    const of = (table: string) =>
      counters.filter((one) => one.table === table).map(({ cell, measure, value }) => [cell, measure, value]);
    const { version } = questionnaire;
    expect(of("version")).toEqual(
      expect.arrayContaining([
        [version, "n", 1],
        [version, "score", Math.round((result.score ?? 0) * 100)],
        [version, `bin:${Math.floor((result.score ?? 0) / 5)}`, 1],
        [version, `level:${result.level}`, 1],
        ...result.domains.map(({ id, score }) => [version, `domain:${id}:sum`, Math.round((score ?? 0) * 100)]),
      ]),
    );
    const kinds = [
      ...result.actions.map(({ id }) => `action|${id}`),
      ...result.alerts.map(({ question }) => `alert|${question}`),
      ...result.caps.map(({ question }) => `cap|${question}`),
    ];
    expect(of("actions")).toEqual(kinds.map((kind) => [`${version}|${kind}`, "n", 1]).toSorted());
    expect(of("questions").filter(([, measure]) => measure === "answer:3")).toHaveLength(
      Object.keys(complete().answers).length,
    );
  });

  it("counts a deduced question at level 0, like the score does", async () => {
    const random = chance(3);
    const kept = Array.from({ length: 40 }, () => invent(random));
    const deducing = kept
      .map((one) => recalculate(findModel, one))
      .flatMap((done) => (done.ok && done.value.result.deduced.length > 0 ? [done.value] : []));
    expect(deducing.length).toBeGreaterThan(0);
    for (const { answers, result } of deducing) {
      for (const { id } of result.deduced) expect([0, "nsp"]).toContain(answers.get(id));
      expect(answers.size).toBe(result.counted + [...answers.values()].filter((one) => one === "na").length);
      expect([...answers.values()].filter((one) => one === "nsp")).toHaveLength(result.unknown);
    }
  });

  it("happens by its alarm", async () => {
    await keep(people(3));
    await worker.scheduled(createScheduledController({ scheduledTime: new Date(), cron: FOLD }), env);
    await expectProven(3);
  });

  it("reads only what is new, by its index", async () => {
    const plan = await env.DB.prepare(
      "EXPLAIN QUERY PLAN SELECT id FROM contributions INDEXED BY contributions_to_fold WHERE folded = 0 LIMIT 10",
    ).all<{ detail: string }>();
    expect(plan.results.map(({ detail }) => detail).join()).toMatch(/contributions_to_fold/);
  });

  it("is never on the path of a submission", async () => {
    const seen = watched();
    const app = createApp(systemDependencies);
    await post("/api/v1/contributions", complete(), { "idempotency-key": newKey() }, (request) =>
      app.fetch(request, { ...env, DB: seen.database }),
    );
    expect(seen.statements.join()).not.toMatch(/counters|watermark|release/);
    expect(await readCounters(env.DB)).toEqual([]);
  });
});

describe("a database of before the statistics", () => {
  it("keeps its contributions, and counts them", async () => {
    await reset();
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, 1));
    await keep(people(12));
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
    expect(await fold(env.DB, findModel)).toMatchObject({ counted: 12, finished: true });
    await expectProven(12);
  });
});

describe("the counters", () => {
  it("have the same margins in every table that shares a dimension", async () => {
    await keep(people(200));
    await fold(env.DB, findModel);
    const vectors = vectorsByTable(await readCounters(env.DB), QUESTIONNAIRE);
    const tables = plannedTables(QUESTIONNAIRE);
    for (const dimension of dimensionsOf(tables)) {
      const margins = tables
        .filter(({ rows, columns }) => [rows.id, columns?.id].includes(dimension.id))
        .map((table) => margin(vectors.get(table.id) ?? new Map(), table, dimension.id));
      const sorted = margins.map((one) => Object.fromEntries([...one].toSorted(([a], [b]) => (a < b ? -1 : 1))));
      for (const other of sorted) expect(other).toEqual(sorted[0]);
    }
  });

  it("are no more than docs/statistics.md says of a cell", async () => {
    await keep(people(300));
    await fold(env.DB, findModel);
    const counters = await readCounters(env.DB);
    const planned = new Set(plannedTables(QUESTIONNAIRE).map(({ id }) => id));
    const cells = new Map<string, number>();
    for (const { table, cell } of counters) {
      const place = `${planned.has(table) ? 47 : table === "questions" ? 9 : 2} ${table} ${cell}`;
      cells.set(place, (cells.get(place) ?? 0) + 1);
    }
    for (const [place, measures] of cells) expect(measures).toBeLessThanOrEqual(Number(place.split(" ")[0]));
    expect(cells.size).toBeGreaterThan(100);
    const versions = versionsOf(QUESTIONNAIRE).map(({ questionnaire }) => questionnaire);
    const actions = new Set(versions.flatMap((one) => one.actions.map(({ id }) => id))).size;
    for (const { id, rows } of lineTables(QUESTIONNAIRE)) {
      const inTable = [...cells.keys()].filter((place) => place.split(" ")[1] === id);
      const options = versions.flatMap(({ profile }) => profile.find((one) => one.id === rows.variable)?.options ?? []);
      const lines = new Set(options.map(({ value }) => value)).size + 1;
      expect(inTable.length).toBeGreaterThan(50);
      expect(inTable.length).toBeLessThanOrEqual(lines * (versions.length + actions));
    }
  });

  it("are bounded by the tables: a second population of the same places adds almost none", async () => {
    await keep(people(400, 1));
    await fold(env.DB, findModel);
    const before = (await readCounters(env.DB)).length;
    await keep(people(400, 1));
    await fold(env.DB, findModel);
    expect(await readCounters(env.DB)).toHaveLength(before);
  });
});

describe("a rebuild", () => {
  it("finds a wrong counter, says it, and mends it", async () => {
    await keep(people(40));
    await fold(env.DB, findModel);
    const right = await readCounters(env.DB);
    const [victim = fail("no counter"), dropped = fail("no counter")] = right;
    await env.DB.batch([
      env.DB.prepare("UPDATE counters SET value = value + 5 WHERE tbl = ?1 AND cell = ?2 AND measure = ?3").bind(
        victim.table,
        victim.cell,
        victim.measure,
      ),
      env.DB.prepare("DELETE FROM counters WHERE tbl = ?1 AND cell = ?2 AND measure = ?3").bind(
        dropped.table,
        dropped.cell,
        dropped.measure,
      ),
      env.DB.prepare("INSERT INTO counters VALUES ('ghost', 'version', '1', 'n', 3)"),
    ]);
    const found = await rebuild(env.DB, findModel, 7);
    expect(found?.wrong).toHaveLength(3);
    expect(found?.wrong).toEqual(
      expect.arrayContaining([
        { ...victim, value: -5 },
        dropped,
        { questionnaire: "ghost", table: "version", cell: "1", measure: "n", value: -3 },
      ]),
    );
    expect(await readCounters(env.DB)).toEqual(right);
    await expectProven(40);
  });

  it("leaves what is not folded yet to the fold", async () => {
    await keep(people(10));
    await fold(env.DB, findModel);
    await keep(people(5, 9));
    expect(await rebuild(env.DB, findModel)).toMatchObject({ contributions: 10, wrong: [] });
    await fold(env.DB, findModel);
    await expectProven(15);
  });
});

describe("deleting contributions", () => {
  it("takes them out of the counters in the same batch: the figures of before come back exactly", async () => {
    await keep(people(60, 1));
    await fold(env.DB, findModel);
    const before = await readCounters(env.DB);
    await keep(people(80, 2, "2026-T4", "iframe"));
    await fold(env.DB, findModel);
    expect(await withdraw(env.DB, findModel, { channel: "iframe" }, 30)).toBe(80);
    expect(await readCounters(env.DB)).toEqual(before);
    await expectProven(60);
  });

  it("deletes whole old quarters, and what was not folded yet without touching a counter", async () => {
    await keep(people(20, 1, "2024-T3"));
    await fold(env.DB, findModel);
    await keep(people(5, 2, "2024-T4"));
    await keep(people(9, 3, "2025-T1"));
    expect(await withdraw(env.DB, findModel, { before: "2025-T1" })).toBe(25);
    await fold(env.DB, findModel);
    await expectProven(9);
  });

  it.each<[readonly Fault[]]>([[["before"]], [["after"]], [["none", "after"]]])(
    "interrupted (%j), is finished by the next run, and the counters stay proven",
    async (faults) => {
      await keep(people(30, 1, "2024-T3"));
      await keep(people(12, 2));
      await fold(env.DB, findModel);
      await expect(withdraw(faulty(faults), findModel, { before: "2026-T1" }, 10)).rejects.toThrow("Network");
      await withdraw(env.DB, findModel, { before: "2026-T1" }, 10);
      await expectProven(12);
    },
  );

  it("and folding at the same time never count twice nor lose one", async () => {
    await keep(people(40, 1, "2024-T3"));
    await keep(people(40, 2));
    await Promise.all([
      fold(env.DB, findModel, 10),
      withdraw(env.DB, findModel, { before: "2026-T1" }, 10),
      fold(env.DB, findModel, 10),
    ]);
    await withdraw(env.DB, findModel, { before: "2026-T1" }, 10);
    await fold(env.DB, findModel, 10);
    await expectProven(40);
  });
});

describe("the log", () => {
  it("says how many, never what", async () => {
    const log = vi.spyOn(console, "log");
    await keep(people(5));
    await fold(env.DB, findModel);
    expect(log.mock.calls.flat().join()).toContain('"event":"contributions-folded","counted":5');
    expect(log.mock.calls.flat().join()).not.toMatch(/sur_site|[0-4?.-]{20}/);
    log.mockRestore();
  });
});
