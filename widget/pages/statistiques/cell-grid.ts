/** The grid of a table of cells: scores, shares of levels, or means of domains, one at a time: a table that can be read. */
import type { Cell, CellTable, Coverage } from "../../releases/published.ts";
import type { Text } from "../../text/text.ts";
import { type Column, type Grid, type Line, optionsOf, type Picture, type Value } from "./grid.ts";

export const MEASURES = ["score", "levels", "domains"] as const;
export type Measure = (typeof MEASURES)[number];

const PICTURES: Readonly<Record<Measure, Picture>> = { score: "quartiles", levels: "shares", domains: "bars" };
const SCORES = ["mean", "quartile1", "median", "quartile3"] as const;

export function cellGrid(table: CellTable, measure: Measure, t: Text): Grid {
  const { rows, columns, cells } = table;
  const covered = cells.some(({ coverage }) => coverage != null);
  const measured = measuredColumns(table, measure, t);
  const kinds = optionsOf(cells.map(({ kind }) => ({ code: kind, label: t(`kind.${kind}`) })));
  return {
    heads: [rows, ...(columns ? [columns] : [])].map(({ code, label }) => ({ id: code, label, unit: "text" })),
    figures: [
      { id: "n", label: t("column.n"), unit: "count" },
      ...measured,
      ...(covered ? COVERAGE.map(([id, unit]): Column => ({ id, label: t(`column.${id}`), unit })) : []),
    ],
    facets: [
      { id: "row", label: rows.label, options: optionsOf(cells.map(({ row }) => row)) },
      ...(columns ? [{ id: "column", label: columns.label, options: optionsOf(cells.map((one) => one.column)) }] : []),
      { id: "kind", label: t("facet.kind"), options: kinds },
    ],
    lines: cells.map((cell) => lineOf(cell, table, measure, covered, t)),
    picture: PICTURES[measure],
    drawn: measured.map((_, place) => place + 1), // after the count
  };
}

function measuredColumns({ levels, domains }: CellTable, measure: Measure, t: Text): readonly Column[] {
  if (measure === "levels") {
    return levels.map(({ code, label }) => ({
      id: `level_${code}`,
      label: t("column.level", { code, label }),
      unit: "percent",
    }));
  }
  if (measure === "domains") return domains.map(({ code, label }) => ({ id: `domain_${code}`, label, unit: "points" }));
  return SCORES.map((id) => ({ id: `score_${id}`, label: t(`column.${id}`), unit: "points" }));
}

const COVERAGE = [
  ["establishments", "count"],
  ["response_rate", "percent"],
  ["response_warning", "text"],
] as const;

function lineOf(cell: Cell, table: CellTable, measure: Measure, covered: boolean, t: Text): Line {
  const { kind, row, column, reason, since } = cell;
  return {
    id: [row.code, ...(column ? [column.code] : [])].join("~"),
    heads: [row.label, ...(column ? [column.label] : [])],
    facets: { row: row.code, column: column?.code ?? "", kind },
    reason,
    since,
    values: [...figuresOf(cell, table, measure), ...(covered ? coverageOf(cell.coverage ?? null, t) : [])],
  };
}

function figuresOf({ figures }: Cell, { levels, domains }: CellTable, measure: Measure): readonly Value[] {
  const count = figures?.n ?? null;
  if (measure === "levels") return [count, ...levels.map((_, place) => figures?.levels[place] ?? null)];
  if (measure === "domains") return [count, ...domains.map(({ code }) => figures?.domains[code] ?? null)];
  return [count, ...SCORES.map((id) => figures?.[id] ?? null)];
}

function coverageOf(coverage: Coverage | null, t: Text): readonly Value[] {
  if (coverage === null) return COVERAGE.map(() => null);
  const { establishments, rate, warning } = coverage;
  return [establishments, rate, warning === null ? null : t(`warning.${warning}`)];
}
