/**
 * Deletes what has done its time, in bounded pieces, and notes how many in the same batch. Run once a day; harmless if run
 * twice; what one run leaves, or what fails in the middle, the next one takes.
 */
import type { Dependencies } from "../dependencies.ts";
import { log } from "../http/log.ts";
import type { FindModel } from "../statistics/recalculate.ts";
import { isoDay } from "./day.ts";
import { addRemoved, endRun, type Purge } from "./purge-record.ts";
import { firstKeptDay, firstKeptQuarter, RECEIPT_DAYS } from "./retention.ts";
import { withdrawSome } from "./withdraw.ts";

type Clock = Pick<Dependencies, "now">;

/** Rows deleted by one statement, and statements in one run: far below D1's 30 s and 1,000 queries per invocation. */
const RECEIPTS = { chunk: 5_000, maxChunks: 40 };

/** As the fold: a chunk rewrites each counter that it touches once. 20,000 a day: a busy quarter is gone in a week. */
const CONTRIBUTIONS = { chunk: 2_000, maxChunks: 10 };

/** Reads only what it deletes: the index on `day` leads to it. */
const DELETE_RECEIPTS = `DELETE FROM receipts
  WHERE key_hash IN (SELECT key_hash FROM receipts WHERE day < ?1 ORDER BY day LIMIT ?2)`;

const DAY_MS = 86_400_000;

/** Deletes receipts older than seven days; returns how many. */
export async function purgeReceipts(
  database: D1Database,
  { now }: Clock,
  chunk: number = RECEIPTS.chunk,
  maxChunks: number = RECEIPTS.maxChunks,
): Promise<number> {
  const today = now();
  const firstKept = firstKeptDay(today);
  const keptFrom = isoDay(new Date(today.getTime() - RECEIPT_DAYS * DAY_MS));
  const purge: Purge = { kind: "receipts", now: today, keptFrom };
  let purged = 0;
  let finished = false;
  for (let turn = 0; turn < maxChunks && !finished; turn++) {
    const [deleted] = await database.batch([
      database.prepare(DELETE_RECEIPTS).bind(firstKept, chunk),
      addRemoved(database, purge),
    ]);
    const changes = deleted?.meta.changes ?? 0;
    purged += changes;
    finished = changes < chunk;
  }
  await endRun(database, purge, finished);
  log("receipts-purged", { purged });
  return purged;
}

/**
 * Deletes the contributions of quarters that are over for twelve months and takes them out of the counters, in the same
 * batches; returns how many. Reads every contribution once a day, on purpose: an index on the quarter would be paid by each
 * submission, and a note that nothing is left would be believed after a restore that brings something back.
 */
export async function purgeContributions(
  database: D1Database,
  find: FindModel,
  { now }: Clock,
  chunk: number = CONTRIBUTIONS.chunk,
  maxChunks: number = CONTRIBUTIONS.maxChunks,
): Promise<number> {
  const today = now();
  const keptFrom = firstKeptQuarter(today);
  const purge: Purge = { kind: "contributions", now: today, keptFrom };
  const noted = addRemoved(database, purge);
  const selection = { before: keptFrom };
  const { withdrawn, finished } = await withdrawSome(database, find, selection, { chunk, maxChunks, noted });
  await endRun(database, purge, finished);
  log("contributions-purged", { purged: withdrawn, finished });
  return withdrawn;
}
