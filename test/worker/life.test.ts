/** What has done its time is deleted on schedule, once, from the figures too; the record of it survives. */
import { applyD1Migrations, createScheduledController, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { FOLD, findModel, PURGE, RELEASE, releaseAll } from "../../worker/alarms.ts";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import worker from "../../worker/index.ts";
import { MEASURES } from "../../worker/statistics/measures.ts";
import { readCounters } from "../../worker/store/counters.ts";
import { dayNumber } from "../../worker/store/day.ts";
import { fold } from "../../worker/store/fold.ts";
import { readLife } from "../../worker/store/life.ts";
import { purgeContributions, purgeReceipts } from "../../worker/store/purge.ts";
import { rebuild } from "../../worker/store/rebuild.ts";
import { CONTRIBUTION_QUARTERS, firstKeptQuarter, RECEIPT_DAYS } from "../../worker/store/retention.ts";
import { call, rows } from "./support/api.ts";
import { type Fault, faulty } from "./support/database.ts";
import { keep, people } from "./support/population.ts";
import { questionnaire } from "./support/samples.ts";

/** The last second at which the contributions of 2025-T3 are kept, and the one after. */
const LAST = new Date("2026-09-30T23:59:59Z");
const AFTER = new Date("2026-10-01T00:00:00Z");

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

const at = (now: Date) => ({ now: () => now });
const purge = (now: Date, database = env.DB, chunk?: number, maxChunks?: number) =>
  purgeContributions(database, findModel, at(now), chunk, maxChunks);

async function periods(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare("SELECT DISTINCT period FROM contributions ORDER BY period").all<{
    period: string;
  }>();
  return results.map(({ period }) => period);
}

/** A rebuild finds nothing wrong, and counts this many. */
async function expectProven(contributions: number) {
  expect(await rebuild(env.DB, findModel)).toMatchObject({ contributions, wrong: [] });
}

async function removedOf(kind: string) {
  const life = await readLife(env.DB);
  return life?.purges.find((one) => one.kind === kind)?.removed ?? null;
}

describe("a contribution", () => {
  it("is kept through its quarter and the four that follow, to the second, and then deleted", async () => {
    expect(CONTRIBUTION_QUARTERS).toBe(4);
    await keep(people(20, 1, "2025-T3"));
    await keep(people(20, 2, "2025-T4"));
    await fold(env.DB, findModel);
    expect([await purge(LAST), await periods()]).toEqual([0, ["2025-T3", "2025-T4"]]);
    expect([await purge(AFTER), await periods()]).toEqual([20, ["2025-T4"]]);
    expect(await purge(AFTER)).toBe(0);
    await expectProven(20);
  });

  it.each([
    ["2026-01-01T00:00:00Z", "2025-T1"],
    ["2026-03-31T23:59:59Z", "2025-T1"],
    ["2026-11-30T00:00:00Z", "2025-T4"],
    ["2028-02-29T12:00:00Z", "2027-T1"],
  ])("on %s is kept from %s on", (now, first) => {
    expect(firstKeptQuarter(new Date(now))).toBe(first);
  });

  it("leaves the counters with it: what remains gives the same figures as if it had never come", async () => {
    await keep(people(40, 2, "2026-T1"));
    await fold(env.DB, findModel);
    const never = await readCounters(env.DB);
    await keep(people(60, 1, "2025-T1"));
    await fold(env.DB, findModel);
    await keep(people(5, 3, "2025-T2")); // not counted yet: no counter to touch
    expect(await purge(AFTER)).toBe(65);
    const left = await readCounters(env.DB);
    expect(left.filter(({ measure }) => measure !== MEASURES.removed)).toEqual(never);
    const lost = left.filter(({ table, measure }) => table === "version" && measure === MEASURES.removed);
    expect(lost.reduce((sum, { value }) => sum + value, 0)).toBe(60);
    await expectProven(40);
  });
});

describe("the purge", () => {
  it.each<[readonly Fault[]]>([[["before"]], [["after"]], [["none", "after"]], [["none", "before"]]])(
    "interrupted (%j), is finished by the next run: each deletion counted once, the counters proven",
    async (faults) => {
      await keep(people(30, 1, "2025-T1"));
      await keep(people(12, 2, "2026-T3"));
      await fold(env.DB, findModel);
      await expect(purge(AFTER, faulty(faults), 10)).rejects.toThrow("Network");
      await purge(AFTER, env.DB, 10);
      expect([await periods(), await removedOf("contributions")]).toEqual([["2026-T3"], 30]);
      await expectProven(12);
    },
  );

  it("works in bounded pieces; the next run goes on where it stopped", async () => {
    await keep(people(30, 1, "2025-T1"));
    await fold(env.DB, findModel);
    expect(await purge(AFTER, env.DB, 10, 2)).toBe(20);
    expect(await purge(AFTER, env.DB, 10, 2)).toBe(10);
    await expectProven(0);
  });

  it("beside a fold never counts twice nor loses one", async () => {
    await keep(people(40, 1, "2025-T1"));
    await keep(people(40, 2, "2026-T3"));
    await Promise.all([fold(env.DB, findModel, 10), purge(AFTER, env.DB, 10), fold(env.DB, findModel, 10)]);
    await purge(AFTER, env.DB, 10);
    await fold(env.DB, findModel, 10);
    expect(await removedOf("contributions")).toBe(40);
    await expectProven(40);
  });

  it("looks again each time: what a restore brought back after a finished run is deleted too", async () => {
    await purge(AFTER);
    await keep(people(5, 1, "2025-T3"));
    expect(await purge(AFTER)).toBe(5);
  });

  it("deletes receipts and contributions by its alarm, on the day the alarm says, and notes what, when, how many", async () => {
    const day = dayNumber(AFTER);
    for (const one of [day - RECEIPT_DAYS - 1, day - RECEIPT_DAYS]) {
      await env.DB.prepare("INSERT INTO receipts (key_hash, day) VALUES (randomblob(32), ?1)").bind(one).run();
    }
    await keep(people(3, 1, "2025-T3"));
    await worker.scheduled(createScheduledController({ scheduledTime: AFTER, cron: PURGE }), env);
    expect(await rows()).toEqual({ receipts: 1, contributions: 0 });
    const { results } = await env.DB.prepare("SELECT * FROM purges ORDER BY kind").all();
    const noted = { quarter: "2026-T4", runs: 1, last_day: day, finished: 1 };
    expect(results).toEqual([
      { ...noted, kind: "contributions", removed: 3, kept_from: "2025-T4" },
      { ...noted, kind: "receipts", removed: 1, kept_from: "2026-09-24" },
    ]);
  });

  it("counts receipts once even when the reply of a deletion is lost", async () => {
    await env.DB.prepare("INSERT INTO receipts (key_hash, day) VALUES (randomblob(32), 1)").run();
    await expect(purgeReceipts(faulty(["after"]), at(AFTER))).rejects.toThrow("Network");
    await purgeReceipts(env.DB, at(AFTER));
    expect(await removedOf("receipts")).toBe(1);
  });

  it("lets the next release follow, and leaves the releases of before as they are", async () => {
    await keep(people(60, 1, "2025-T3"));
    await keep(people(60, 2, "2026-T2"));
    await fold(env.DB, findModel);
    await releaseAll(env, LAST);
    const { text: before } = await call("/api/v1/releases/1/tables/quarter.csv");
    await purge(AFTER);
    expect((await releaseAll(env, AFTER)).get(questionnaire.id)).toEqual({ outcome: "built", number: 2 });
    const { text: after } = await call("/api/v1/releases/2/tables/quarter.csv");
    expect((await call("/api/v1/releases/1/tables/quarter.csv")).text).toBe(before);
    const line = (text: string, code: string) => text.split("\r\n").find((one) => one.includes(`,${code},`));
    expect(line(before, "2025-T3")).toMatch(/,,1,60,/);
    expect(line(after, "2025-T3")).toMatch(/,protected,,/);
    expect(line(after, "total")).toMatch(/,,2,60,/);
  });
});

describe("the metrics", () => {
  const TOKEN = "diag_metrics_0123456789abcdefghijklmnopqrstuv";
  const metrics = async (now: Date, database = env.DB) => {
    const app = createApp({ ...systemDependencies, ...at(now) });
    const settings = { DB: database, ALLOWED_ORIGINS: "", METRICS_TOKEN: TOKEN };
    const { status, text } = await call("/metrics", { headers: { authorization: `Bearer ${TOKEN}` } }, (request) =>
      app.fetch(request, settings),
    );
    return { status, lines: text.split("\n") };
  };
  const ring = (cron: string, scheduledTime: Date) =>
    worker.scheduled(createScheduledController({ scheduledTime, cron }), env);

  it("tell the age of the release and of each job, and what was purged, from the database: a restart forgets nothing", async () => {
    await keep(people(30, 1, "2025-T3"));
    await keep(people(30, 2, "2026-T3"));
    await ring(RELEASE, new Date("2026-09-01T04:43:00Z"));
    await ring(PURGE, new Date("2026-10-01T03:17:00Z"));
    await ring(FOLD, new Date("2026-10-01T05:00:00Z"));
    await ring(FOLD, new Date("2026-10-01T04:45:00Z")); // rung late: the clock does not go back
    const { lines } = await metrics(new Date("2026-10-01T06:00:00Z"));
    for (const line of [
      "diag_database_up 1",
      `diag_release_age_seconds{questionnaire="${questionnaire.id}"} ${30 * 86_400 + 6 * 3600}`,
      'diag_job_age_seconds{job="fold"} 3600',
      `diag_job_age_seconds{job="purge"} ${2 * 3600 + 43 * 60}`,
      `diag_job_age_seconds{job="release"} ${30 * 86_400 + 3600 + 17 * 60}`,
      'diag_purge_runs_total{kind="contributions"} 1',
      'diag_purge_runs_total{kind="receipts"} 1',
      "diag_purged_contributions_total 30",
      "diag_purged_receipts_total 0",
    ]) {
      expect(lines).toContain(line);
    }
  });

  it("do not tell a job that failed", async () => {
    const broken = {
      ...env,
      DB: {
        prepare: () => {
          throw new Error("down");
        },
      } as never,
    };
    await expect(
      worker.scheduled(createScheduledController({ scheduledTime: AFTER, cron: FOLD }), broken),
    ).rejects.toThrow();
    expect((await metrics(AFTER)).lines.join("\n")).not.toContain('job="fold"');
  });

  it("say that the database is down rather than fail", async () => {
    const down = { prepare: () => ({ bind: () => ({}) }), batch: () => Promise.reject(new Error("down")) } as never;
    const { status, lines } = await metrics(AFTER, down);
    expect([status, lines.includes("diag_database_up 0")]).toEqual([200, true]);
    expect(lines.join("\n")).not.toContain("diag_purged");
  });
});
