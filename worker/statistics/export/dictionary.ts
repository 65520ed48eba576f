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
}

interface Text {
  readonly type: string;
  readonly unit?: string;
  readonly description: string;
}

const TEXTS: Readonly<Record<string, Text>> = texts.columns;

/** All columns, table by table, in their order. */
export function dictionary(tables: readonly PublishedTable[], origin: Origin): readonly Entry[] {
  return tables.flatMap((table) =>
    flatten(table, origin).columns.map((column) => {
      const { type, unit, description } = textOf(column);
      const name = nameOf(table, column);
      const said = type === "figure" ? `${description} ${texts.figure}` : description;
      return {
        table: table.id,
        column,
        type,
        unit: unit ?? null,
        description: `${name === null ? said : `${name}. ${said}`}${counted(table, column)}`,
      };
    }),
  );
}

/** The dictionary as a table of its own. */
export function flatDictionary(entries: readonly Entry[]): Flat {
  const columns = ["table", "column", "type", "unit", "description"];
  const rows = entries.map(({ table, column, type, unit, description }) => [table, column, type, unit, description]);
  return { columns, rows };
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

/** The name of a level or of a domain. */
function nameOf(table: PublishedTable, column: string): string | null {
  if (table.form !== "cells") return null;
  const [, kind, code] = /^(level|domain)_(.+)$/.exec(column) ?? [];
  const names = kind === "level" ? table.levels : table.domains;
  return kind === undefined ? null : (names.find((one) => one.code === code)?.label ?? null);
}
