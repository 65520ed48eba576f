/**
 * `npm run bench:statistics`: what a submission, a fold and a release cost as contributions accumulate, as ratios within one
 * run on local D1 databases, on disk (TMPDIR). Sizes take turns, so that what else the machine does weighs on all alike.
 * Bounded to end within two minutes; it prints figures, and asserts nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { D1Database } from "@cloudflare/workers-types";
import { compile, type OpenDatabase, openDatabase } from "../scripts/open-database.ts";
import { benchFirstByte } from "./first-byte.ts";
import { median } from "./measure.ts";

/** `npm run bench:statistics -- full`: the sizes of the requirement, for a machine that has a quarter of an hour. */
const FULL = process.argv.includes("full");

/** Contributions that submissions are measured beside. */
const BESIDE = FULL ? [1_000, 100_000, 1_000_000] : [1_000, 20_000, 100_000];
const SUBMISSIONS = 150;

/** New contributions in one fold. */
const NEW = FULL ? [1_000, 10_000, 100_000] : [1_000, 8_000];

/** Contributions behind the counters of a release: a folded population, multiplied. */
const BEHIND = [100_000, 1_000_000] as const;
const FOLDED = 4_000;

const ROUNDS = 7;

/** How often the smallest fold is measured among the larger ones. */
const FOLD_ROUNDS = 3;

/** Memory that is tried for the building of a release, in MB; a Worker has 128 (security.md §6). */
const MEMORIES = [48, 64, 96, 128];

compile();
const { asRows, INSERT_INVENTED, people } = await import("../test/support/invented.ts");
const { findModel, releaseAll } = await import("../worker/alarms.ts");
const { fold } = await import("../worker/store/fold.ts");
const { record } = await import("../worker/store/record.ts");
const { systemDependencies } = await import("../worker/dependencies.ts");

const quiet = console.log;
const say = (text: string) => quiet(text);
console.log = (...words: unknown[]) => (String(words[0]).startsWith('{"event"') ? undefined : quiet(...words)); // the log

const [sent] = people(1, 7);
const folder = mkdtempSync(join(tmpdir(), "bench-statistics-"));
try {
  await benchSubmission();
  await benchFold();
  await benchRelease();
  await benchFirstByte(say);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchSubmission(): Promise<void> {
  const sample = people(500, 1);
  const databases: OpenDatabase[] = [];
  for (const size of BESIDE) {
    const opened = await openDatabase(join(folder, `beside-${size}`));
    await insert(opened.database, sample);
    await grow(opened.database, size);
    databases.push(opened);
  }
  const times: number[][] = BESIDE.map(() => []);
  for (let turn = 0; turn < SUBMISSIONS; turn++) {
    for (const [index, opened] of databases.entries()) times[index]?.push(await submissionTime(opened));
  }
  say(`submission: median of ${SUBMISSIONS}, by how many contributions there are`);
  const medians: number[] = [];
  for (const [index, size] of BESIDE.entries()) {
    medians.push(median((times[index] ?? []).slice(10))); // the first ones warm up
    say(
      `  ${format(size)} contributions  ${medians.at(-1)?.toFixed(2)} ms  ${ratio(medians)} × the first (bar ≤ 1.30)`,
    );
    await databases[index]?.close();
  }
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
  if (!sent) throw new Error("Nobody was invented.");
  const { randomBytes } = systemDependencies;
  const receipt = { keyHash: randomBytes(32).buffer, day: 20_000 };
  const contribution = { id: randomBytes(16), ...sent };
  return timed(() => record(database, receipt, contribution, systemDependencies));
}

async function benchFold(): Promise<void> {
  const [small = 0, ...larger] = NEW;
  const opened = await openDatabase(join(folder, "fold"));
  await insert(opened.database, people(5_000, 3));
  await foldAll(opened); // warms up, and fills the counters
  const sizes = larger.flatMap((size) => [...Array.from({ length: FOLD_ROUNDS }, () => small), size]);
  const times = new Map<number, number[]>();
  for (const [turn, size] of [...sizes, ...Array.from({ length: FOLD_ROUNDS }, () => small)].entries()) {
    await insert(opened.database, people(size, 4 + turn));
    const time = await timed(() => foldAll(opened));
    times.set(size, [...(times.get(size) ?? []), time / size]);
  }
  await opened.close();
  say("\nfold: time per new contribution");
  const medians: number[] = [];
  for (const size of NEW) {
    medians.push(median(times.get(size) ?? []));
    const each = (1000 * (medians.at(-1) ?? 0)).toFixed(0);
    say(`  ${format(size)} new  ${each} µs each  ${ratio(medians)} × the first (bar ≤ 1.30)`);
  }
}

async function foldAll({ database }: OpenDatabase): Promise<void> {
  while (!(await fold(database, findModel)).finished);
}

async function benchRelease(): Promise<void> {
  const persisted = join(folder, "release");
  const opened = await openDatabase(persisted);
  const { database } = opened;
  await insert(database, people(FOLDED, 5));
  await foldAll(opened);
  const counters = Number(await database.prepare("SELECT count(*) AS n FROM counters").first("n"));
  const times: number[][] = BEHIND.map(() => []);
  let behind = FOLDED;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, size] of BEHIND.entries()) {
      await database.prepare("UPDATE counters SET value = value * ?1 / ?2").bind(size, behind).run();
      behind = size;
      await forget(database);
      times[index]?.push(await timed(() => releaseAll({ DB: database, MINIMUM_CELL: "11" }, new Date())));
    }
  }
  say(`\nrelease: all tables, ${format(counters)} counters, median of ${ROUNDS}`);
  const medians: number[] = [];
  for (const [index, size] of BEHIND.entries()) {
    medians.push(median(times[index] ?? []));
    say(
      `  ${format(size)} contributions  ${medians.at(-1)?.toFixed(0)} ms  ${ratio(medians)} × the first (bar ≤ 1.50)`,
    );
  }
  const { size_after } = (await database.prepare("SELECT 1").run()).meta;
  say(`  database ${(size_after / 2 ** 20).toFixed(1)} MB`);
  await forget(database);
  await opened.close();
  sayMemory(persisted, behind);
}

/** As if the next release were the first. */
async function forget(database: D1Database): Promise<void> {
  await database.batch([
    database.prepare("DELETE FROM release_memory"),
    database.prepare("UPDATE watermark SET turn = turn + 1"),
  ]);
}

/** The least memory with which a process of its own, compilers and tools included, builds the release. */
function sayMemory(persisted: string, size: number): void {
  const script = fileURLToPath(new URL("release-memory.ts", import.meta.url));
  for (const megabytes of MEMORIES) {
    const limits = [`--max-old-space-size=${megabytes}`, "--max-semi-space-size=2", "--expose-gc"];
    const child = spawnSync(process.execPath, [...limits, script, persisted], { encoding: "utf8" });
    const [line] = child.stdout.split("\n").filter((one) => one.startsWith("{"));
    if (child.status !== 0 || line === undefined) {
      say(`  ${format(size)} contributions with ${megabytes} MB of heap: not enough`);
      continue;
    }
    const { outcomes, before, peak } = JSON.parse(line);
    say(
      `  ${format(size)} contributions with ${megabytes} MB of heap: ${outcomes.join()}; peak ${peak.toFixed(0)} MB, of which ${before.toFixed(0)} MB before (bar < 128)`,
    );
    return;
  }
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
