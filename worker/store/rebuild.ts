/**
 * Proves that the counters are what the contributions say: counts all of them again, compares, says every difference and
 * mends it. Reads page by page; its memory is bounded by the counters.
 */
import { log } from "../http/log.ts";
import { count } from "../statistics/count.ts";
import { type Counter, type Counters, differences, listed } from "../statistics/counters.ts";
import { MEASURES } from "../statistics/measures.ts";
import { type FindModel, recalculate } from "../statistics/recalculate.ts";
import { addCounters, dropEmptyCounters, moveWatermark, readCounters, readTurn, wasOvertaken } from "./counters.ts";
import { KEPT_COLUMNS, type KeptRow } from "./kept.ts";

const PAGE = 500;

/** How often a rebuild starts again because a fold or a deletion came in between. */
const MAX_ATTEMPTS = 5;

/** Those that are counted, in the order of their random key. */
const READ_COUNTED = `SELECT ${KEPT_COLUMNS} FROM contributions
  WHERE id > unhex(?1) AND folded = 1 ORDER BY id LIMIT ?2`;

export interface Rebuilt {
  /** Contributions counted again. */
  readonly contributions: number;
  /** Counters, once right. */
  readonly counters: number;
  /** What had to be added to each counter that was wrong; empty when all were right. */
  readonly wrong: readonly Counter[];
}

/** Counts again, mends what differs. Null when the counters never stood still long enough. */
export async function rebuild(database: D1Database, find: FindModel, page: number = PAGE): Promise<Rebuilt | null> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const turn = await readTurn(database);
    const { right, contributions } = await recount(database, find, page);
    const stored = (await readCounters(database)).filter(({ measure }) => measure !== MEASURES.removed);
    const wrong = differences(right, stored);
    if (await mend(database, turn, wrong)) {
      log("counters-rebuilt", { contributions, counters: right.length, wrong: wrong.length });
      return { contributions, counters: right.length, wrong };
    }
  }
  return null;
}

async function recount(database: D1Database, find: FindModel, page: number) {
  const counters: Counters = new Map();
  let contributions = 0;
  for (let last = ""; ; ) {
    const { results: rows } = await database.prepare(READ_COUNTED).bind(last, page).all<KeptRow>();
    for (const row of rows) {
      const calculated = recalculate(find, row);
      if (!calculated.ok) throw new Error(`A counted contribution can no longer be calculated: ${calculated.reason}.`);
      count(counters, calculated.value);
    }
    contributions += rows.length;
    last = rows.at(-1)?.id ?? "";
    if (rows.length === 0) return { right: listed(counters), contributions }; // not a short page: it may have been cut
  }
}

/** False when the counters moved since `turn`. Moves the watermark even when nothing is wrong: that is the proof. */
async function mend(database: D1Database, turn: number, wrong: readonly Counter[]): Promise<boolean> {
  try {
    await database.batch([
      moveWatermark(database, turn),
      ...addCounters(database, wrong),
      ...(wrong.length === 0 ? [] : [dropEmptyCounters(database)]),
    ]);
    return true;
  } catch (error) {
    if (wasOvertaken(error)) return false;
    throw error;
  }
}
