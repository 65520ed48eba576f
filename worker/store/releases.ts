/** Releases in the database: built from the counters in one batch, numbered, dated, never changed (triggers see to it). */
import { log } from "../http/log.ts";
import type { Memory } from "../statistics/memory.ts";
import type { PublishedTable } from "../statistics/published.ts";
import { buildRelease } from "../statistics/release.ts";
import type { Vocabulary } from "../statistics/vocabulary.ts";
import { isRecounting, moveWatermark, readCounters, readTurn, wasOvertaken } from "./counters.ts";
import { isoDay } from "./day.ts";
import { reading } from "./reading.ts";

/** A release as it is listed. */
export interface ReleaseHead {
  readonly id: number;
  readonly questionnaire: string;
  /** From 1, for each questionnaire. */
  readonly number: number;
  readonly builtOn: string;
  /** Fewest contributions behind a published cell. */
  readonly minimum: number;
}

const COLUMNS = "id, questionnaire, number, built_on AS builtOn, minimum";
const LIST = `SELECT ${COLUMNS} FROM releases ORDER BY id DESC LIMIT ?1`;
const FIND = `SELECT ${COLUMNS} FROM releases WHERE id = ?1`;
const LAST_NUMBER = "SELECT max(number) AS number FROM releases WHERE questionnaire = ?1";
const LIST_TABLES =
  "SELECT tbl AS id, content->>'title' AS title FROM release_tables WHERE release_id = ?1 ORDER BY place";
const FIND_TABLE = "SELECT content FROM release_tables WHERE release_id = ?1 AND tbl = ?2";
const READ_MEMORY = "SELECT part, memory FROM release_memory WHERE questionnaire = ?1";

const INSERT_RELEASE = `INSERT INTO releases (id, questionnaire, number, built_on, minimum)
  VALUES ((SELECT coalesce(max(id), 0) + 1 FROM releases), ?1, ?2, ?3, ?4)`;
const INSERT_TABLE = `INSERT INTO release_tables (release_id, tbl, place, content)
  VALUES ((SELECT id FROM releases WHERE questionnaire = ?1 AND number = ?2), ?3, ?4, ?5)`;
const FORGET_MEMORY = "DELETE FROM release_memory WHERE questionnaire = ?1";
const WRITE_MEMORY = "INSERT INTO release_memory (questionnaire, part, place, memory) VALUES (?1, ?2, ?3, ?4)";

/** No more releases than this in a list: several centuries of monthly ones. */
const LISTED = 5_000;

/** Cells in one row of memory, at most 2 KB each: D1 refuses values above 2 MB (security.md §6). */
const CELLS_PER_ROW = 250;

/** `built`; `unchanged`: too little came or went since the last one; `overtaken`: the counters moved meanwhile, try again. */
export type Built =
  | { readonly outcome: "built"; readonly number: number }
  | { readonly outcome: "unchanged" | "overtaken" };

/** Builds the next release of one questionnaire, dated `today`. One batch: all of it, or nothing. */
export async function release(
  database: D1Database,
  questionnaire: string,
  vocabulary: Vocabulary,
  minimum: number,
  today: Date,
): Promise<Built> {
  const turn = await readTurn(database); // before the counters: a fold in between undoes the batch
  if (await isRecounting(database)) return { outcome: "overtaken" };
  const last = await database.prepare(LAST_NUMBER).bind(questionnaire).first<number>("number");
  const number = (last ?? 0) + 1;
  const counters = await readCounters(database);
  const memory = await readMemory(database, questionnaire);
  const built = buildRelease({ questionnaire, number, minimum, vocabulary }, counters, memory);
  if (built === null) {
    log("release-unchanged", { questionnaire });
    return { outcome: "unchanged" };
  }
  try {
    await database.batch([
      moveWatermark(database, turn),
      database.prepare(INSERT_RELEASE).bind(questionnaire, number, isoDay(today), minimum),
      ...built.tables.map((table, place) =>
        database.prepare(INSERT_TABLE).bind(questionnaire, number, table.id, place, JSON.stringify(table)),
      ),
      database.prepare(FORGET_MEMORY).bind(questionnaire),
      ...memoryRows(built.memory).map(({ part, place, memory: entries }) =>
        database.prepare(WRITE_MEMORY).bind(questionnaire, part, place, JSON.stringify(entries)),
      ),
    ]);
  } catch (error) {
    if (wasOvertaken(error)) return { outcome: "overtaken" };
    throw error;
  }
  log("release-built", { questionnaire, number });
  return { outcome: "built", number };
}

/** Every release, the newest first. */
export async function listReleases(database: D1Database): Promise<readonly ReleaseHead[]> {
  return (await reading(() => database.prepare(LIST).bind(LISTED).all<ReleaseHead>())).results;
}

/** One release and its tables, in their order; null when there is none of this id. */
export async function findRelease(
  database: D1Database,
  id: number,
): Promise<(ReleaseHead & { readonly tables: readonly { readonly id: string; readonly title: string }[] }) | null> {
  const head = await reading(() => database.prepare(FIND).bind(id).first<ReleaseHead>());
  if (head === null) return null;
  const { results } = await reading(() => database.prepare(LIST_TABLES).bind(id).all<{ id: string; title: string }>());
  return { ...head, tables: results };
}

/** A published table, or null. */
export async function findTable(database: D1Database, release: number, table: string): Promise<PublishedTable | null> {
  const text = await reading(() => database.prepare(FIND_TABLE).bind(release, table).first<string>("content"));
  return text === null ? null : JSON.parse(text); // `release` wrote it, from a PublishedTable
}

interface MemoryRow {
  /** The table of a memory of cells, or the name of another memory. */
  readonly part: string;
  readonly place: number;
  readonly memory: Readonly<Record<string, unknown>>;
}

const CELLS = "cells/";

function memoryRows({ cells, questions, shares, crossing }: Memory): readonly MemoryRow[] {
  const parts = [
    ...Object.entries(cells).map(([table, memory]) => [`${CELLS}${table}`, memory] as const),
    ["questions", questions] as const,
    ["shares", shares] as const,
    ["crossing", crossing] as const,
  ];
  return parts.flatMap(([part, memory]) => {
    const entries = Object.entries(memory);
    const rows: MemoryRow[] = [];
    for (let start = 0; start < entries.length; start += CELLS_PER_ROW) {
      const piece = Object.fromEntries(entries.slice(start, start + CELLS_PER_ROW));
      rows.push({ part, place: rows.length, memory: piece });
    }
    return rows;
  });
}

/** What `memoryRows` wrote, put together again. */
async function readMemory(database: D1Database, questionnaire: string): Promise<Memory> {
  const { results } = await database.prepare(READ_MEMORY).bind(questionnaire).all<{ part: string; memory: string }>();
  const parts: Record<string, Record<string, never>> = {};
  for (const { part, memory } of results) parts[part] = { ...parts[part], ...JSON.parse(memory) };
  const { questions = {}, shares = {}, crossing = {} } = parts;
  const cells = Object.entries(parts).flatMap(([part, memory]) =>
    part.startsWith(CELLS) ? [[part.slice(CELLS.length), memory]] : [],
  );
  return { cells: Object.fromEntries(cells), questions, shares, crossing };
}
