/**
 * Deletes contributions (old quarters, a polluted channel) and takes them out of the counters in the same batch, so that
 * the counters remain what a rebuild gives. What was taken away is counted apart: disclosure control needs to know.
 */
import { log } from "../http/log.ts";
import { count } from "../statistics/count.ts";
import { add, type Counter, type Counters, listed, negated } from "../statistics/counters.ts";
import { MEASURES } from "../statistics/measures.ts";
import { type FindModel, recalculate } from "../statistics/recalculate.ts";
import { addCounters, dropEmptyCounters, isRecounting, moveWatermark, readTurn, wasOvertaken } from "./counters.ts";
import { fold } from "./fold.ts";
import { ID_IN_LIST, idList, KEPT_COLUMNS, type KeptRow } from "./kept.ts";

const CHUNK = 500;
const MAX_OVERTAKEN = 5;

/** What is deleted: every quarter before one (`2026-T1`), or everything that came through a channel. */
export type Selection = { readonly before: string } | { readonly channel: string };

/** By key, so that a run reads each row twice at most: neither column has an index, which every submission would pay for. */
const READ_BEFORE = `SELECT ${KEPT_COLUMNS}, folded FROM contributions WHERE id > unhex(?3) AND period < ?1
  ORDER BY id LIMIT ?2`;
const READ_CHANNEL = `SELECT ${KEPT_COLUMNS}, folded FROM contributions WHERE id > unhex(?3) AND channel = ?1
  ORDER BY id LIMIT ?2`;
const DELETE = `DELETE FROM contributions WHERE ${ID_IN_LIST}`;

type MarkedRow = KeptRow & { readonly folded: number };

/** How much one run may do, and what it notes after each deletion, in the same batch. */
export interface Extent {
  readonly chunk: number;
  readonly maxChunks: number;
  readonly noted?: D1PreparedStatement;
}

export interface Withdrawn {
  readonly withdrawn: number;
  /** Whether nothing of the selection was left. */
  readonly finished: boolean;
}

/** Deletes all that is selected, chunk by chunk; returns how many. What fails in the middle is finished by the next run. */
export async function withdraw(
  database: D1Database,
  find: FindModel,
  selection: Selection,
  chunk: number = CHUNK,
): Promise<number> {
  const { withdrawn } = await withdrawSome(database, find, selection, { chunk, maxChunks: Number.POSITIVE_INFINITY });
  log("contributions-withdrawn", { withdrawn });
  return withdrawn;
}

/** The same, within an extent. */
export async function withdrawSome(
  database: D1Database,
  find: FindModel,
  selection: Selection,
  { chunk, maxChunks, noted }: Extent,
): Promise<Withdrawn> {
  const read = "before" in selection ? READ_BEFORE : READ_CHANNEL;
  const value = "before" in selection ? selection.before : selection.channel;
  while ((await isRecounting(database)) && !(await fold(database, find)).finished); // what is not counted cannot be taken out
  let withdrawn = 0;
  let last = "";
  for (let turns = 0, overtaken = 0; turns < maxChunks && overtaken < MAX_OVERTAKEN; ) {
    const turn = await readTurn(database);
    const { results: rows } = await database.prepare(read).bind(value, chunk, last).all<MarkedRow>();
    if (rows.length === 0) {
      if (last === "") return { withdrawn, finished: true };
      last = ""; // once more from the beginning: something may have come behind this run
      continue;
    }
    try {
      await database.batch([
        moveWatermark(database, turn),
        database.prepare(DELETE).bind(idList(rows)),
        ...(noted === undefined ? [] : [noted]),
        ...addCounters(database, takenAway(find, rows)),
        dropEmptyCounters(database),
      ]);
    } catch (error) {
      if (!wasOvertaken(error)) throw error;
      overtaken++;
      continue;
    }
    withdrawn += rows.length;
    turns++;
    last = rows.at(-1)?.id ?? "";
  }
  return { withdrawn, finished: false };
}

/** What the counters lose: only what had been counted. Each cell that loses some remembers how many it lost. */
function takenAway(find: FindModel, rows: readonly MarkedRow[]): readonly Counter[] {
  const counters: Counters = new Map();
  for (const row of rows) {
    if (row.folded !== 1) continue;
    const calculated = recalculate(find, row);
    if (!calculated.ok) throw new Error(`A counted contribution can no longer be calculated: ${calculated.reason}.`);
    count(counters, calculated.value);
  }
  const lost = listed(counters);
  const removed: Counters = new Map();
  for (const { questionnaire, table, cell, measure, value } of lost) {
    if (measure === MEASURES.count) add(removed, questionnaire, table, cell, MEASURES.removed, value);
  }
  return [...negated(lost), ...listed(removed)];
}
