/**
 * `npm run bench:statistics`: what a submission, a fold and a release cost as contributions accumulate, as ratios within one
 * run on a local D1. Sizes are bounded so that it ends within two minutes; it prints them, and asserts nothing.
 */
import type { D1Database } from "@cloudflare/workers-types";
import { compile, type OpenDatabase, openDatabase } from "../scripts/open-database.ts";
import { median } from "./measure.ts";

/** `npm run bench:statistics -- full`: the sizes of the requirement, for a machine that has a quarter of an hour. */
const FULL = process.argv.includes("full");

/** Contributions that submissions are measured beside. */
const BESIDE = FULL ? [1_000, 100_000, 1_000_000] : [1_000, 20_000, 100_000];
const SUBMISSIONS = 60;

/** New contributions in one fold. */
const NEW = FULL ? [1_000, 10_000, 100_000] : [1_000, 8_000];

/** Contributions behind the counters of a release: a folded population, multiplied. */
const BEHIND = [100_000, 1_000_000] as const;
const FOLDED = 4_000;

const ROUNDS = 5;

compile();
const { asRows, INSERT_INVENTED, people } = await import("../test/support/invented.ts");
const { findModel, releaseAll } = await import("../worker/alarms.ts");
const { fold } = await import("../worker/store/fold.ts");
const { record } = await import("../worker/store/record.ts");
const { systemDependencies } = await import("../worker/dependencies.ts");

const quiet = console.log;
const say = (text: string) => quiet(text);
console.log = (...words: unknown[]) => (String(words[0]).startsWith('{"event"') ? undefined : quiet(...words)); // the log

await benchSubmission();
await benchFold();
await benchRelease();

async function benchSubmission(): Promise<void> {
  const opened = await openDatabase(null);
  const sample = people(500, 1);
  const times: number[] = [];
  let present = 0;
  say(`submission: median of ${SUBMISSIONS}, by how many contributions there are`);
  for (const size of BESIDE) {
    await insert(opened.database, sample.slice(0, Math.min(500, size - present)));
    present = await grow(opened.database, size);
    times.push(await submissionTime(opened));
    say(`  ${format(present)} contributions  ${times.at(-1)?.toFixed(2)} ms  ${ratio(times)} × the first (bar ≤ 1.30)`);
  }
  await opened.close();
}

/** Copies what is there, with new keys, until there are as many as asked. */
async function grow(database: D1Database, size: number): Promise<number> {
  const columns = "period, questionnaire, version, territory, channel, profile, answers, folded";
  for (;;) {
    const present = Number(await database.prepare("SELECT count(*) AS n FROM contributions").first("n"));
    if (present >= size) return present;
    await database
      .prepare(
        `INSERT INTO contributions (id, ${columns}) SELECT randomblob(16) AS fresh, period, questionnaire, version,
         territory, channel, profile, answers, 1 FROM contributions LIMIT ?1`,
      )
      .bind(Math.min(present, size - present, 25_000))
      .run();
  }
}

async function submissionTime({ database }: OpenDatabase): Promise<number> {
  const [kept] = people(1, 7);
  if (!kept) throw new Error("Nobody was invented.");
  const times: number[] = [];
  for (let turn = 0; turn < SUBMISSIONS; turn++) {
    const { randomBytes } = systemDependencies;
    const receipt = { keyHash: randomBytes(32).buffer, day: 20_000 };
    times.push(await timed(() => record(database, receipt, { id: randomBytes(16), ...kept }, systemDependencies)));
  }
  return median(times.slice(5)); // the first ones warm up
}

async function benchFold(): Promise<void> {
  const perOne: number[] = [];
  say("\nfold: time per new contribution");
  for (const size of NEW) {
    const opened = await openDatabase(null);
    await insert(opened.database, people(500, 3));
    await fold(opened.database, findModel); // warms up, and fills the counters
    await insert(opened.database, people(size, 4));
    const time = await timed(async () => {
      while (!(await fold(opened.database, findModel)).finished);
    });
    perOne.push(time / size);
    say(
      `  ${format(size)} new  ${(1000 * (time / size)).toFixed(0)} µs each  ${ratio(perOne)} × the first (bar ≤ 1.30)`,
    );
    await opened.close();
  }
}

async function benchRelease(): Promise<void> {
  const opened = await openDatabase(null);
  const { database } = opened;
  await insert(database, people(FOLDED, 5));
  while (!(await fold(database, findModel)).finished);
  const counters = Number(await database.prepare("SELECT count(*) AS n FROM counters").first("n"));
  const medians: number[] = [];
  let multiple = 1;
  say(`\nrelease: all tables, ${format(counters)} counters, median of ${ROUNDS}`);
  for (const size of BEHIND) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const factor = round === 0 ? size / FOLDED / multiple : 1;
      await database.prepare("UPDATE counters SET value = value * ?1").bind(factor).run();
      if (round === 0) multiple *= factor;
      await database.batch([
        database.prepare("DELETE FROM release_memory"), // as if each were the first
        database.prepare("UPDATE watermark SET turn = turn + 1"),
      ]);
      times.push(await timed(() => releaseAll({ DB: database, MINIMUM_CELL: "11" }, new Date())));
    }
    medians.push(median(times));
    const heap = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
    say(
      `  ${format(size)} contributions  ${median(times).toFixed(0)} ms  ${ratio(medians)} × the first (bar ≤ 1.50), heap ${heap} MB`,
    );
  }
  const { size_after } = (await database.prepare("SELECT 1").run()).meta;
  say(`  database ${(size_after / 2 ** 20).toFixed(1)} MB`);
  await opened.close();
}

async function insert(database: D1Database, contributions: ReturnType<typeof people>): Promise<void> {
  for (let start = 0; start < contributions.length; start += 1000) {
    await database
      .prepare(INSERT_INVENTED)
      .bind(asRows(contributions.slice(start, start + 1000)))
      .run();
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function ratio(values: readonly number[]): string {
  return ((values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN)).toFixed(2);
}

function format(count: number): string {
  return count.toLocaleString("en").padStart(9);
}
