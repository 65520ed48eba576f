/** What the attacker reads in the published files, and nowhere else: every count that is shown, as an interval. */
import { ROUNDING } from "../../../worker/statistics/disclosure/thresholds.ts";
import { plannedTables } from "../../../worker/statistics/plan.ts";
import type { PublishedCell, PublishedTable } from "../../../worker/statistics/published.ts";
import type { Fact, Knowledge, Term } from "./attacker.ts";

type CellTable = Extract<PublishedTable, { form: "cells" }>;

/** Half a rounding step: 15 stands for 13 to 17. */
const HALF = Math.floor(ROUNDING / 2);

/** The interval that a published count stands for. */
export type Reading = (n: number) => readonly [number, number];

/** The published count as it is: rounded, of at least `minimum` contributions. */
export const rounded =
  (minimum: number): Reading =>
  (n) => [Math.max(minimum, n - HALF), n + HALF];

/** Everything that these releases say, in order; a release of null published nothing. */
export function knowledgeFrom(
  releases: readonly (readonly PublishedTable[] | null)[],
  read: Reading,
  codes: Knowledge["codes"],
  deletions: ReadonlySet<number>,
): Knowledge {
  const facts: Fact[] = [];
  const numbers = releases.flatMap((tables, index) => (tables === null ? [] : [index]));
  for (const [index, tables] of releases.entries()) {
    for (const table of tables ?? []) {
      if (table.form !== "cells") continue;
      for (const cell of table.cells) {
        if (cell.figures === null || cell.since === null) continue;
        const at = numbers[cell.since - 1] ?? index;
        if (at !== index) continue; // said before
        const [low, high] = read(cell.figures.n);
        facts.push({ terms: termsOf(table, cell, index, numbers), low, high });
      }
    }
  }
  return { facts, releases: releases.length, deletions, codes };
}

function termsOf(table: CellTable, cell: PublishedCell, release: number, numbers: readonly number[]): readonly Term[] {
  const code = (named: { readonly code: string } | null) =>
    named === null || named.code === "total" || named.code === "remainder" ? null : named.code;
  const whole: Term = { sign: 1, release, table: table.id, row: code(cell.row), column: code(cell.column) };
  if (cell.kind !== "remainder") return [whole];
  const within = ({ kind, row, column, figures }: PublishedCell) =>
    kind === "cell" &&
    figures !== null &&
    (whole.row === null || row.code === whole.row) &&
    (whole.column === null || column?.code === whole.column);
  const parts = table.cells.filter(within).map(
    (part): Term => ({
      sign: -1,
      release: numbers[(part.since ?? 0) - 1] ?? release,
      table: table.id,
      row: part.row.code,
      column: part.column?.code ?? null,
    }),
  );
  return [whole, ...parts];
}

/** Every cell, line and total of every table: where a small one may hide. */
export function everyPlace(codes: Knowledge["codes"]): readonly Omit<Term, "sign" | "release">[] {
  return plannedTables("esms").flatMap(({ id, rows, columns }) => {
    const all = [null, ...(codes[rows.id] ?? [])];
    const across = columns === null ? [null] : [null, ...(codes[columns.id] ?? [])];
    return all.flatMap((row) => across.map((column) => ({ table: id, row, column })));
  });
}
