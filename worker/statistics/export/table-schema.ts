/** A table as Table Schema (version 1, Frictionless) describes it: the types and limits that every row keeps. */
import { HIGH_BAND, LOW_BAND } from "../disclosure/thresholds.ts";
import type { Entry } from "./dictionary.ts";

export interface Field {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: "integer" | "number" | "date" | "string";
  readonly constraints?: Readonly<Record<string, unknown>>;
}

export interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues: readonly string[];
}

/** What stands instead of a figure, hence is no number: read as missing, explained by the dictionary. */
const NOT_A_NUMBER = ["", `<=${LOW_BAND}`, `>=${HIGH_BAND}`, "protected"];

/** Columns that every row of every table fills. */
const FILLED = new Set(["release", "built_on", "minimum", "table"]);

const TYPES: Readonly<Record<string, Field["type"]>> = {
  integer: "integer",
  number: "number",
  date: "date",
  figure: "number",
};

/** The schema of the table that these entries describe. */
export function tableSchema(entries: readonly Omit<Entry, "table">[]): TableSchema {
  const figures = entries.some(({ type }) => type === "figure");
  return { fields: entries.map(field), missingValues: figures ? NOT_A_NUMBER : [""] };
}

function field({ column, title, description, type, unit }: Omit<Entry, "table">): Field {
  const limits = {
    ...(FILLED.has(column) ? { required: true } : {}),
    ...(type === "integer" || type === "number" ? { minimum: 0 } : {}),
    ...(type === "figure" ? { minimum: LOW_BAND, maximum: HIGH_BAND } : {}),
  };
  const constraints = Object.keys(limits).length === 0 ? {} : { constraints: limits };
  const described = unit === null ? description : `${description} (${unit})`;
  return { name: column, title, description: described, type: TYPES[type] ?? "string", ...constraints };
}
