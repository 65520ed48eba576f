/** Whatever the store does at any statement: a contribution is counted once or refused clearly, and totals equal a rebuild. */
import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { array, assert, asyncProperty, constantFrom, integer } from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { findModel, releaseAll } from "../../worker/alarms.ts";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import { forgetEpochs } from "../../worker/store/epochs.ts";
import { fold } from "../../worker/store/fold.ts";
import { purgeReceipts } from "../../worker/store/purge.ts";
import { rebuild } from "../../worker/store/rebuild.ts";
import { withdraw } from "../../worker/store/withdraw.ts";
import { newKey, post, rows } from "./support/api.ts";
import { FAULTS, type StoreFault, type Unreliable, unreliable } from "./support/faults.ts";
import { keep, people } from "./support/population.ts";
import { complete } from "./support/samples.ts";

const NOW = new Date("2026-12-01T04:43:00Z");
const GOOD = complete();

async function fresh() {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
}
beforeEach(fresh);

function contribute(DB: D1Database, key: string, within = systemDependencies.within) {
  const app = createApp({ ...systemDependencies, now: () => NOW, wait: async () => {}, within });
  return post("/api/v1/contributions", GOOD, { "idempotency-key": key }, (request) =>
    app.fetch(request, { DB, ALLOWED_ORIGINS: "" }),
  );
}

/** Every counter is what the contributions say, and none is counted twice or forgotten. */
async function expectProven() {
  while (!(await fold(env.DB, findModel)).finished);
  const counted = await env.DB.prepare("SELECT count(*) AS n FROM contributions").first<number>("n");
  expect(await rebuild(env.DB, findModel)).toMatchObject({ contributions: counted, wrong: [] });
}

/** The jobs of the service, each on a database that a fault may strike at any call. */
const JOBS: Readonly<Record<string, (DB: D1Database) => Promise<unknown>>> = {
  fold: (DB) => fold(DB, findModel, 10),
  release: (DB) => releaseAll({ DB, MINIMUM_CELL: "11" }, NOW),
  withdraw: (DB) => withdraw(DB, findModel, { channel: "iframe" }, 10),
  purge: (DB) => purgeReceipts(DB, { now: () => NOW }, 2),
  forget: (DB) => forgetEpochs(DB, 10),
  rebuild: (DB) => rebuild(DB, findModel, 60),
};

/** Gives every job something to do, whatever was done before. */
async function feed(seed: number) {
  await keep(people(12, seed));
  await fold(env.DB, findModel);
  await keep([...people(3, seed + 500, "2026-T4", "iframe"), ...people(3, seed + 900)]);
  await env.DB.prepare("INSERT INTO receipts SELECT randomblob(32), 1 FROM contributions LIMIT 3").run();
}

/** Runs a job to its end or to its failure: either is right, as long as what is stored is. */
async function attempt(
  job: (DB: D1Database) => Promise<unknown>,
  { database }: Unreliable,
): Promise<"done" | "failed"> {
  return job(database).then(
    () => "done" as const,
    () => "failed" as const,
  );
}

describe.each(FAULTS)("a store whose answer is %s", (fault) => {
  it.each([1, 2, 3, 5])(
    "at the first %i calls: the contribution is counted once, or refused clearly and counted by the next try",
    async (count) => {
      const key = newKey();
      const { status, json } = await contribute(unreliable((call) => (call < count ? fault : "none")).database, key);
      expect([200, 201, 503]).toContain(status);
      if (status === 503) expect((json as { detail: string }).detail).toContain("Votre résultat n’est pas perdu");
      else expect(json).toMatchObject({ contribution: { accepted: true }, result: { complete: true } });
      if (status !== 503) expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
      expect([200, 201]).toContain((await contribute(env.DB, key)).status);
      expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
      await expectProven();
    },
  );

  it.each(Object.keys(JOBS))(
    "at any one call of a %s: nothing is half done, and the next run finishes",
    async (name) => {
      const job = JOBS[name] ?? (() => Promise.reject(new Error(name)));
      await feed(1);
      await releaseAll(env, NOW);
      await feed(2);
      const calm = unreliable(() => "none");
      await job(calm.database);
      for (let place = 0; place < calm.calls(); place++) {
        await feed(place + 3);
        await attempt(
          job,
          unreliable((call) => (call === place ? fault : "none")),
        );
        await job(env.DB);
        await expectProven();
        const releases = await env.DB.prepare("SELECT count(*) AS n FROM releases").first<number>("n");
        const whole = await env.DB.prepare("SELECT count(DISTINCT release_id) AS n FROM release_tables").first<number>(
          "n",
        );
        expect([place, whole]).toEqual([place, releases]);
      }
    },
  );
});

it("a store that answers nothing is given up in time, and the person is told", async () => {
  const never = { prepare: () => ({ bind: () => ({}) }), batch: () => new Promise(() => {}) } as unknown as D1Database;
  const { status, headers } = await contribute(never, newKey(), async () => null);
  expect([status, headers.get("Retry-After")]).toEqual([503, "30"]);
});

it("under any sequence of faults and of jobs, contributions are counted once and totals equal a rebuild", async () => {
  const step = constantFrom("submit" as const, ...Object.keys(JOBS));
  const faults = array(constantFrom<StoreFault>("none", "none", ...FAULTS), { maxLength: 12 });
  await assert(
    asyncProperty(
      array(step, { minLength: 1, maxLength: 8 }),
      faults,
      integer({ min: 1, max: 1000 }),
      async (steps, list, seed) => {
        await fresh();
        await keep(people(14, seed));
        const store = unreliable((call) => list[call % Math.max(1, list.length)] ?? "none");
        const keys = [newKey(), newKey()];
        const accepted = new Set<string>();
        for (const [place, name] of steps.entries()) {
          const key = keys[place % keys.length] ?? "";
          const job = JOBS[name];
          if (job !== undefined) await attempt(job, store);
          else if ((await contribute(store.database, key)).status < 300) accepted.add(key);
        }
        const { receipts } = await rows();
        expect(receipts).toBeGreaterThanOrEqual(accepted.size);
        for (const key of keys) expect((await contribute(env.DB, key)).status).toBeLessThan(300);
        expect(await rows()).toEqual({ receipts: 2, contributions: 16 });
        await expectProven();
      },
    ),
    { numRuns: 8 },
  );
});
