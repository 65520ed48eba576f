/** One JSON object per line and per row, with the columns of the CSV as keys. */
import type { Flat } from "./flat.ts";

/** The whole file; the last line is ended too. */
export function ndjson({ columns, rows }: Flat): string {
  return rows
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])))}\n`)
    .join("");
}
