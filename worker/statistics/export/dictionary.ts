/** The data dictionary of a release: every column of every table, its type, its unit, what it means, in French. */
import type { PublishedTable } from "../published.ts";
import texts from "./dictionary.fr.json" with { type: "json" };
import { type Flat, flatten, type Origin } from "./flat.ts";

/** A line of the dictionary. `figure`: a number, or a code said instead; the texts explain the codes. */
export interface Entry {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly unit: string | null;
  readonly description: string;
  /** What heads the column in a workbook. */
  readonly title: string;
}

interface Text {
  readonly title?: string;
  readonly type: string;
  readonly unit?: string;
  readonly description: string;
}

const TEXTS: Readonly<Record<string, Text>> = texts.columns;
const TYPES: Readonly<Record<string, string>> = texts.types;
const ANSWERS: Readonly<Record<string, string>> = texts.answers;

/** All columns, table by table, in their order. */
export function dictionary(tables: readonly PublishedTable[], origin: Origin): readonly Entry[] {
  return tables.flatMap((table) => entriesOf(table, origin));
}

/** The columns of one table, in their order. */
export function entriesOf(table: PublishedTable, origin: Origin): readonly Entry[] {
  return flatten(table, origin).columns.map((column) => {
    const { title = column, type, unit, description } = textOf(column);
    const name = nameOf(table, column);
    const said = type === "figure" ? `${description} ${texts.figure}` : description;
    return {
      table: table.id,
      column,
      type,
      unit: unit ?? null,
      description: `${name === null ? said : `${name}. ${said}`}${counted(table, column)}`,
      title: name === null ? title : `${title} · ${name}`,
    };
  });
}

/** In the order of the format: new columns come last. */
const COLUMNS = ["table", "column", "type", "unit", "description", "title"] as const;

/** The dictionary as a table of its own. */
export function flatDictionary(entries: readonly Entry[]): Flat {
  return { columns: COLUMNS, rows: entries.map((entry) => COLUMNS.map((name) => entry[name])) };
}

/** What heads the dictionary’s own columns, for people. */
export const headings: Readonly<Record<(typeof COLUMNS)[number], string>> = texts.headings;

/** The type in French. */
export function typeName(type: string): string {
  return TYPES[type] ?? type;
}

/** On which day establishments were counted: a rate without its date means nothing. */
function counted(table: PublishedTable, column: string): string {
  if (column !== "establishments" || table.form !== "cells") return "";
  const { known, none } = texts.population;
  const { population } = table;
  if (!population) return ` ${none}`;
  return ` ${known.replace("{date}", population.extractedOn).replace("{source}", population.source)}`;
}

/** `level_2` is described by `level_`. */
function textOf(column: string): Text {
  const found = TEXTS[column] ?? TEXTS[column.replace(/_.*$/, "_")];
  if (!found) throw new Error(`The dictionary does not describe ${column}.`); // a test visits every column
  return found;
}

/** The name of a level, of a domain or of an answer; null for a column that is not one of several. */
function nameOf(table: PublishedTable, column: string): string | null {
  const [, kind, code = ""] = /^(level|domain|answer)_(.+)$/.exec(column) ?? [];
  if (kind === "answer") return ANSWERS[code] ?? null;
  if (kind === undefined || table.form !== "cells") return null;
  const names = kind === "level" ? table.levels : table.domains;
  return names.find((one) => one.code === code)?.label ?? null;
}
