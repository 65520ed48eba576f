/** A polluted channel is excluded, and the figures are those of a world in which the flood never came. */
import { applyD1Migrations, createScheduledController, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FOLD, findModel, PURGE, releaseAll } from "../../worker/alarms.ts";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import worker from "../../worker/index.ts";
import { MEASURES } from "../../worker/statistics/measures.ts";
import type { Kept } from "../../worker/statistics/recalculate.ts";
import { volumeOf } from "../../worker/statistics/volume.ts";
import { readVolume } from "../../worker/store/arrivals.ts";
import { readCounters } from "../../worker/store/counters.ts";
import { dayNumber } from "../../worker/store/day.ts";
import { forgetEpochs } from "../../worker/store/epochs.ts";
import { fold } from "../../worker/store/fold.ts";
import { rebuild } from "../../worker/store/rebuild.ts";
import { readSources, type Selection } from "../../worker/store/selection.ts";
import { withdraw } from "../../worker/store/withdraw.ts";
import { call, newKey, post } from "./support/api.ts";
import { keep, people } from "./support/population.ts";
import { complete } from "./support/samples.ts";

const NOW = new Date("2026-12-01T04:43:00Z");

async function fresh() {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
}
beforeEach(fresh);

/** A population made to ruin the figures: the worst answer everywhere, in the rarest profiles as in the others. */
const hostile = (count: number, channel = "iframe"): readonly Kept[] =>
  people(count, 66, "2026-T4", channel).map((one) => ({ ...one, answers: one.answers.replace(/[0-4]/g, "0") }));

const all = async (sql: string) => (await env.DB.prepare(sql).all()).results;

/** Everything that the next release depends on, and everything published. */
const state = async () => ({
  counters: await readCounters(env.DB),
  releases: await all("SELECT * FROM releases ORDER BY id"),
  tables: await all("SELECT * FROM release_tables ORDER BY release_id, place"),
  memory: await all("SELECT * FROM release_memory ORDER BY questionnaire, part, place"),
});

/** A first release, more contributions, what happens meanwhile, a second release. */
async function world(meanwhile: () => Promise<unknown>) {
  await fresh();
  await keep(people(260, 1));
  await fold(env.DB, findModel);
  await releaseAll(env, NOW);
  await keep(people(140, 2));
  await fold(env.DB, findModel);
  await meanwhile();
  await fold(env.DB, findModel);
  const before = await readCounters(env.DB);
  await releaseAll(env, NOW);
  return { before, ...(await state()) };
}

describe("a flood through one channel", () => {
  it("excluded before a release has shown it, leaves exactly the earlier counters and exactly the next release", async () => {
    const calm = await world(async () => {});
    const flooded = await world(async () => {
      await keep(hostile(300));
      expect(await fold(env.DB, findModel, 100)).toMatchObject({ counted: 300, setAside: 0 });
      await keep(hostile(50)); // not counted yet
      expect(await readCounters(env.DB)).not.toEqual(calm.before);
      expect(await withdraw(env.DB, findModel, { channel: "iframe" }, 120)).toBe(350);
      expect(await rebuild(env.DB, findModel)).toMatchObject({ contributions: 400, wrong: [] });
    });
    expect(calm.releases).toHaveLength(2);
    expect(flooded).toEqual(calm);
  });

  it("would have changed the release, had it stayed", async () => {
    const calm = await world(async () => {});
    const flooded = await world(() => keep(hostile(300)));
    expect(flooded.tables).not.toEqual(calm.tables);
  });

  it("excluded after a release has shown it, leaves the earlier counters; its going is remembered, the releases stay", async () => {
    await keep(people(260, 1));
    await fold(env.DB, findModel);
    const before = await readCounters(env.DB);
    await keep(hostile(200));
    await fold(env.DB, findModel);
    await releaseAll(env, NOW);
    const published = await all("SELECT * FROM release_tables");
    await withdraw(env.DB, findModel, { channel: "iframe" });
    const after = await readCounters(env.DB);
    expect(after.filter(({ measure }) => measure !== MEASURES.removed)).toEqual(before);
    const gone = after.filter(({ table, measure }) => table === "quarter" && measure === MEASURES.removed);
    expect(gone.map(({ value }) => value)).toEqual([200]);
    expect(await all("SELECT * FROM release_tables")).toEqual(published);
    await releaseAll(env, NOW);
    expect(await rebuild(env.DB, findModel)).toMatchObject({ contributions: 260, wrong: [] });
  });

  it("sent through the API is excluded by what it has in common, and costs the channel's honest ones nothing", async () => {
    const app = createApp({ ...systemDependencies, now: () => NOW });
    const contribute = (origin: object) =>
      post("/api/v1/contributions", { ...complete(), ...origin }, { "idempotency-key": newKey() }, (request) =>
        app.fetch(request, { DB: env.DB, ALLOWED_ORIGINS: "" }),
      );
    for (let count = 0; count < 5; count++) await contribute({ channel: "widget", territory: "ara" });
    await contribute({ channel: "widget", territory: "paca" });
    await contribute({ channel: "widget" });
    await contribute({});
    expect((await readSources(env.DB))[0]).toEqual({
      period: "2026-T4",
      territory: "ara",
      channel: "widget",
      campaign: null,
      contributions: 5,
    });
    const flood: Selection = { channel: "widget", territory: "ara", period: "2026-T4", campaign: null };
    expect(await withdraw(env.DB, findModel, { ...flood, period: "2026-T3" })).toBe(0);
    expect(await withdraw(env.DB, findModel, flood)).toBe(5);
    expect(await withdraw(env.DB, findModel, { channel: null })).toBe(1);
    expect((await readSources(env.DB)).map(({ territory }) => territory).toSorted()).toEqual(["paca", null].toSorted());
  });
});

describe("the release after which a contribution was counted", () => {
  const epochs = async () =>
    (await all("SELECT DISTINCT epoch FROM contributions ORDER BY epoch")).map(({ epoch }) => epoch);

  it("is forgotten once the next one is built, in bounded pieces, by the daily alarm", async () => {
    await keep(people(30, 1));
    await fold(env.DB, findModel);
    expect(await epochs()).toEqual([0]);
    expect(await forgetEpochs(env.DB)).toBe(0);
    await releaseAll(env, NOW);
    await keep(people(5, 2));
    await fold(env.DB, findModel);
    expect(await forgetEpochs(env.DB, 7, 2)).toBe(14);
    await worker.scheduled(createScheduledController({ scheduledTime: NOW, cron: PURGE }), env);
    expect(await epochs()).toEqual([null, 1]);
  });
});

describe("the volume of contributions", () => {
  const today = dayNumber(NOW);
  const receipts = (day: number, count: number) =>
    env.DB.prepare(
      `INSERT INTO receipts (key_hash, day) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
       SELECT randomblob(32), ?1 FROM n`,
    )
      .bind(day, count)
      .run();

  it("is unusual beyond five times the middle of the week before, and never below 200", () => {
    const week = [100, 100, 0, 0, 100, 90, 110];
    expect(volumeOf(500, week)).toEqual({ today: 500, usual: 100, unusual: false });
    expect(volumeOf(501, week).unusual).toBe(true);
    expect([volumeOf(200, []).unusual, volumeOf(201, []).unusual]).toEqual([false, true]);
    expect(volumeOf(2_000, [2_000, 2_000, 2_000, 10, 10, 10, 10]).unusual).toBe(true); // the fourth day of a flood
  });

  it("is watched every quarter of an hour, by the alarm's own clock, and said to the operator while it lasts", async () => {
    for (let before = 1; before <= 7; before++) await receipts(today - before, 60);
    await receipts(today, 300);
    const log = vi.spyOn(console, "log");
    const ring = () => worker.scheduled(createScheduledController({ scheduledTime: NOW, cron: FOLD }), env);
    const said = () => log.mock.calls.flat().filter((line) => String(line).includes("volume-unusual"));
    await ring();
    expect(said()).toEqual([]);
    await receipts(today, 1);
    await ring();
    await ring();
    const line = JSON.stringify({ event: "volume-unusual", today: 301, usual: 60 });
    expect(said()).toEqual([line, line]);
    log.mockRestore();
    expect(await readVolume(env.DB, new Date(NOW.getTime() + 86_400_000))).toMatchObject({ today: 0, unusual: false });
  });

  it("stands among the metrics", async () => {
    await receipts(today, 250);
    const app = createApp({ ...systemDependencies, now: () => NOW });
    const metrics = (DB: D1Database) =>
      call("/metrics", { headers: { authorization: "Bearer token" } }, (request) =>
        app.fetch(request, { DB, ALLOWED_ORIGINS: "", METRICS_TOKEN: "token" }),
      );
    const { text } = await metrics(env.DB);
    for (const line of ["diag_contributions_today 250", "diag_contributions_usual 0", "diag_contributions_unusual 1"]) {
      expect(text.split("\n")).toContain(line);
    }
    const broken = { prepare: () => ({ bind: () => ({ all: () => Promise.reject(new Error("down")) }) }) };
    const down = await metrics(broken as unknown as D1Database);
    expect([down.status, down.text.includes("diag_contributions")]).toEqual([200, false]);
  });
});
