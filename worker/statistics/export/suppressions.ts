/** The log of what a table hides: every cell, every figure, and why. It says nothing that the table does not. */
import type { PublishedTable } from "../published.ts";
import { flatten, type Origin, type Value } from "./flat.ts";

/** In the order of the format: new columns come last. */
export const SUPPRESSION_COLUMNS = ["table", "line", "code", "label", "figure", "reason"] as const;

/** Said in `figure` when every figure of the row is hidden. */
export const EVERY_FIGURE = "*";

/** What says, in the columns of any form of table, which row this is. */
const CODES = ["version", "kind", "row", "column", "question", "subject"];
const LABELS = ["row_label", "column_label", "question_label", "subject_label"];

/** What stands in a figure that is hidden alone, in a row whose others are shown. */
const WITHHELD = "protected";

/** One row per hidden row of the table (`line`, from 1: its place), and per figure that is hidden alone. */
export function suppressions(table: PublishedTable, origin: Origin): Iterable<readonly Value[]> {
  const { columns, rows } = flatten(table, origin);
  const at = (names: readonly string[]) => names.map((name) => columns.indexOf(name)).filter((place) => place >= 0);
  const [codes, labels, [reason = -1]] = [at(CODES), at(LABELS), at(["reason"])];
  const said = (row: readonly Value[], places: readonly number[]) =>
    places.flatMap((place) => (row[place] === null ? [] : [row[place]])).join(" / ");
  return {
    *[Symbol.iterator]() {
      let line = 0;
      for (const row of rows) {
        line++;
        const who = [table.id, line, said(row, codes), said(row, labels)];
        const why = row[reason] ?? null;
        if (why !== null) yield [...who, EVERY_FIGURE, why];
        else {
          const withheld = columns.filter((_, place) => row[place] === WITHHELD);
          yield* withheld.map((column) => [...who, column, WITHHELD]);
        }
      }
    },
  };
}
