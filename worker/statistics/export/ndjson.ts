/** One JSON object per line and per row, with the columns of the CSV as keys. */
import type { Flat } from "./flat.ts";

/** The file, line by line; the last one is ended too. */
export function* ndjson({ columns, rows }: Flat): Generator<string> {
  for (const row of rows) {
    yield `${JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])))}\n`;
  }
}
