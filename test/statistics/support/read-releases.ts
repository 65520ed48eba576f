/** What the attacker reads in the published files, and nowhere else: every count that is shown, as an interval. */
import { type Blurred, share } from "../../../worker/statistics/disclosure/rounding.ts";
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

/** What the shares of actions say: of how many have each, in a line whose published count is known. */
export function actionFacts(
  releases: readonly (readonly PublishedTable[] | null)[],
  actions: Readonly<Record<string, readonly string[]>>,
  versions: readonly string[],
): readonly Fact[] {
  const numbers = releases.flatMap((tables, index) => (tables === null ? [] : [index]));
  const facts: Fact[] = [];
  for (const [release, tables] of releases.entries()) {
    const say = (action: string, table: ActionLine, said: Blurred, since: number) => {
      if ((numbers[since - 1] ?? release) !== release) return; // said before
      const here = { release, table: table.table, row: table.row, column: table.column };
      const having: Term = { sign: 1, ...here, of: { action, are: "having" } };
      const n = countOf(tables ?? [], table);
      const inAll = table.table === "version" || versions.every((version) => actions[action]?.includes(version));
      if (inAll && n !== null) {
        const parts = Array.from({ length: n + 3 }, (_, part) => part).filter((part) => isSame(share(part, n), said));
        facts.push({ terms: [having], low: parts[0] ?? 0, high: parts.at(-1) ?? n });
        return;
      }
      // Among how many is not published: both counts are rounded, then the percentage.
      const [least, most] =
        typeof said === "number" ? [said - 2.5, said + 2.5] : said.band === "<=10" ? [0, 12.5] : [87.5, 100];
      const able = (percent: number): Term => ({ sign: -percent / 100, ...here, of: { action, are: "able" } });
      facts.push({ terms: [having, able(least)], low: -HALF - (least / 100) * HALF, high: Number.POSITIVE_INFINITY });
      facts.push({ terms: [having, able(most)], low: Number.NEGATIVE_INFINITY, high: HALF + (most / 100) * HALF });
    };
    for (const table of tables ?? []) {
      if (table.form === "lines") {
        const dimension = table.rows.code;
        for (const { subject, row, share, since } of table.cells) {
          if (share !== null && since !== null) say(subject.code, lineOf(dimension, row.code), share, since);
        }
      }
      if (table.form !== "triggers") continue;
      for (const { version, kind, subject, share, since } of table.cells) {
        if (kind === "action" && share !== null && since !== null) {
          say(subject.code, { table: "version", row: version, column: null }, share, since);
        }
      }
    }
  }
  return facts;
}

type ActionLine = Omit<Term, "sign" | "release" | "of">;

/** A sector or a department, in the table that has both. */
export function lineOf(dimension: string, code: string): ActionLine {
  const isRow = dimension === "department";
  return { table: "department-sector", row: isRow ? code : null, column: isRow ? null : code };
}

/** The published count of a line. */
function countOf(tables: readonly PublishedTable[], { table, row, column }: ActionLine): number | null {
  const found = tables.find(({ id }) => id === table);
  if (found?.form !== "cells") return null;
  const cell = found.cells.find(
    (one) =>
      (found.columns === null ? one.kind === "cell" : one.kind === "total") &&
      one.row.code === (row ?? "total") &&
      (found.columns === null || one.column?.code === (column ?? "total")),
  );
  return cell?.figures?.n ?? null;
}

function isSame(one: Blurred | null, other: Blurred): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
