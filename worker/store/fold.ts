/**
 * Adds new contributions to the counters, each exactly once, in bounded chunks. A chunk is one batch: the watermark, the
 * mark on its contributions and the counters move together or not at all, whatever fails. The submit path never comes here.
 */
import { log } from "../http/log.ts";
import { count } from "../statistics/count.ts";
import { type Counters, listed } from "../statistics/counters.ts";
import { type FindModel, recalculate } from "../statistics/recalculate.ts";
import { addCounters, endRecount, moveWatermark, readTurn, wasOvertaken } from "./counters.ts";
import { EPOCH_NOW } from "./epochs.ts";
import { ID_IN_LIST, idList, KEPT_COLUMNS, type KeptRow } from "./kept.ts";

/** Contributions of one chunk: a second of calculation, 1.5 MB. Many, since a chunk rewrites each counter it touches once. */
const CHUNK = 2_000;

/** Chunks of one run: 20,000 contributions, far below 1,000 queries (security.md §6). What is left, the next run takes. */
const MAX_CHUNKS = 10;

/** How often a run may lose its turn to another one before it leaves the work to it. */
const MAX_OVERTAKEN = 3;

/** Reads only what is new: the partial index holds nothing else. */
const READ_NEW = `SELECT ${KEPT_COLUMNS} FROM contributions INDEXED BY contributions_to_fold
  WHERE folded = 0 LIMIT ?1`;

const MARK = `UPDATE contributions SET folded = ?2, epoch = CASE WHEN ?2 = 1 THEN ${EPOCH_NOW} END WHERE ${ID_IN_LIST}`;

const COUNTED = 1;
const SET_ASIDE = 2;

export interface Folded {
  /** Contributions added to the counters. */
  readonly counted: number;
  /** Contributions that can no longer be calculated: kept, marked, not counted. */
  readonly setAside: number;
  /** Whether nothing new was left. */
  readonly finished: boolean;
}

/** Folds what is new; `chunk` and `maxChunks` are smaller in tests. Throws when the database does, with nothing half done. */
export async function fold(
  database: D1Database,
  find: FindModel,
  chunk: number = CHUNK,
  maxChunks: number = MAX_CHUNKS,
): Promise<Folded> {
  let counted = 0;
  let setAside = 0;
  let overtaken = 0;
  let finished = false;
  for (let turn = 0; turn < maxChunks && !finished && overtaken < MAX_OVERTAKEN; turn++) {
    const done = await foldChunk(database, find, chunk);
    if (done === "overtaken") overtaken++;
    else {
      counted += done.counted;
      setAside += done.setAside;
      finished = done.counted + done.setAside < chunk;
    }
  }
  if (finished) await endRecount(database);
  log("contributions-folded", { counted, setAside, finished });
  return { counted, setAside, finished };
}

async function foldChunk(
  database: D1Database,
  find: FindModel,
  chunk: number,
): Promise<"overtaken" | Pick<Folded, "counted" | "setAside">> {
  const turn = await readTurn(database); // before the contributions: they are then at least as new as the turn
  const { results: rows } = await database.prepare(READ_NEW).bind(chunk).all<KeptRow>();
  if (rows.length === 0) return { counted: 0, setAside: 0 };
  const counters: Counters = new Map();
  const counted: KeptRow[] = [];
  const aside: KeptRow[] = [];
  for (const row of rows) {
    const calculated = recalculate(find, row);
    if (calculated.ok) {
      count(counters, calculated.value);
      counted.push(row);
    } else {
      log("contribution-set-aside", { reason: calculated.reason, version: row.version.slice(0, 20) });
      aside.push(row);
    }
  }
  try {
    await database.batch([
      moveWatermark(database, turn),
      database.prepare(MARK).bind(idList(counted), COUNTED),
      database.prepare(MARK).bind(idList(aside), SET_ASIDE),
      ...addCounters(database, listed(counters)),
    ]);
  } catch (error) {
    if (wasOvertaken(error)) return "overtaken";
    throw error;
  }
  return { counted: counted.length, setAside: aside.length };
}
