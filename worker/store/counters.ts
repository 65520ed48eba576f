/**
 * The counters in the database: added to in the batch of who counts, read whole by who releases. Whoever changes one
 * first moves the watermark, in the same batch: of two that started from the same turn, the second is undone whole.
 */
import type { Counter } from "../statistics/counters.ts";

/** Fails, and undoes the whole batch, unless the watermark still is where the caller read it. */
const MOVE_WATERMARK = "UPDATE watermark SET turn = CASE WHEN turn = ?1 THEN turn + 1 END WHERE id = 1";

const READ_WATERMARK = "SELECT turn FROM watermark WHERE id = 1";

const READ_RECOUNTING = "SELECT recounting FROM watermark WHERE id = 1";
const END_RECOUNT = `UPDATE watermark SET recounting = 0 WHERE id = 1 AND recounting = 1
  AND NOT EXISTS (SELECT 1 FROM contributions WHERE folded = 0)`;

/** One JSON parameter holds thousands of rows: D1 allows 100 bound parameters (security.md §6). */
const ADD_COUNTERS = `INSERT INTO counters (questionnaire, tbl, cell, measure, value)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?1) WHERE true
  ON CONFLICT (questionnaire, tbl, cell, measure) DO UPDATE SET value = value + excluded.value`;

const DROP_EMPTY = "DELETE FROM counters WHERE value = 0";

const READ_COUNTERS = `SELECT questionnaire, tbl AS "table", cell, measure, value FROM counters
  WHERE (questionnaire, tbl, cell, measure) > (?1, ?2, ?3, ?4)
  ORDER BY questionnaire, tbl, cell, measure LIMIT ?5`;

/** Rows of one statement: about 300 KB of JSON, far below the 2 MB of a value. */
const ROWS_PER_STATEMENT = 5_000;

/** Rows read at a time. */
const PAGE = 10_000;

/** Where the watermark stands. */
export async function readTurn(database: D1Database): Promise<number> {
  return (await database.prepare(READ_WATERMARK).first<number>("turn")) ?? 0;
}

/** True while a migration has everything counted again: the counters are then those of some of the contributions. */
export async function isRecounting(database: D1Database): Promise<boolean> {
  return (await database.prepare(READ_RECOUNTING).first<number>("recounting")) !== 0; // an answer that was cut is no
}

/** Said by the fold that finds nothing left to count. */
export async function endRecount(database: D1Database): Promise<void> {
  await database.prepare(END_RECOUNT).run();
}

/** The first statement of any batch that changes counters. */
export function moveWatermark(database: D1Database, turn: number): D1PreparedStatement {
  return database.prepare(MOVE_WATERMARK).bind(turn);
}

/** True when a batch was undone because another one moved the watermark first, or this very one before its reply was lost. */
export function wasOvertaken(error: unknown): boolean {
  return String(error).includes("watermark.turn");
}

/** The statements that add these counters. */
export function addCounters(database: D1Database, counters: readonly Counter[]): readonly D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  for (let start = 0; start < counters.length; start += ROWS_PER_STATEMENT) {
    const rows = counters
      .slice(start, start + ROWS_PER_STATEMENT)
      .map(({ questionnaire, table, cell, measure, value }) => [questionnaire, table, cell, measure, value]);
    statements.push(database.prepare(ADD_COUNTERS).bind(JSON.stringify(rows)));
  }
  return statements;
}

/** A counter at zero says nothing: after a deletion none is left. */
export function dropEmptyCounters(database: D1Database): D1PreparedStatement {
  return database.prepare(DROP_EMPTY);
}

/** All counters, in pages by key. Their number is bounded by the published tables. */
export async function readCounters(database: D1Database): Promise<readonly Counter[]> {
  const all: Counter[] = [];
  for (;;) {
    const { questionnaire = "", table = "", cell = "", measure = "" } = all.at(-1) ?? {};
    const page = await database.prepare(READ_COUNTERS).bind(questionnaire, table, cell, measure, PAGE).all<Counter>();
    if (page.results.length === 0) return all; // not a short page: an answer that was cut would pass for the end
    all.push(...page.results);
  }
}
