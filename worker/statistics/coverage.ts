/**
 * How many of the establishments that exist have answered, and whether a mean rests on too few of them. Calculated from what
 * is published (the rounded count) and from what is open (FINESS), never from a counter: it tells an attacker nothing new.
 */
import type { Population } from "../../questionnaires/schema/population.ts";
import type { PublishedCell, PublishedTable } from "./published.ts";

/**
 * `few`: the mean could be off by more than `MARGIN` points by chance alone. `over`: more contributions than establishments,
 * since one may answer several times, or choose another category than its own.
 */
export type CoverageWarning = "few" | "over";

export interface Coverage {
  /** Open establishments in the FINESS extract of the release. */
  readonly establishments: number;
  /** Percent, to one decimal; above 100 with the warning `over`. */
  readonly rate: number;
  readonly warning: CoverageWarning | null;
}

/** Where the establishments of a release were counted. */
export type PopulationSource = Pick<Population, "source" | "extractedOn">;

/** How far, in points out of 100, a mean may be from that of all: the width of a published bin (measures.ts). */
const MARGIN = 5;

/** Standard deviations of a 95 % confidence interval. */
const CONFIDENCE = 1.96;

/**
 * Standard deviation of a score, in points: our assumption, since no distribution of the maturity of ESMS is published
 * (facts.md §8). Prudent: scores spread evenly over 60 of the 100 points have 17.
 */
const SPREAD = 20;

/** Answers that are needed for that margin of a population without end: 62. */
const ENOUGH = (CONFIDENCE * SPREAD) / MARGIN;

/** The coverage of `n` published contributions among so many establishments. */
export function coverageOf(n: number, establishments: number): Coverage {
  const rate = Math.round((1000 * n) / establishments) / 10;
  return { establishments, rate, warning: warningOf(n, establishments) };
}

/** Fewer are needed of a small population: the finite population correction (Cochran, Sampling Techniques, ch. 4). */
function warningOf(n: number, establishments: number): CoverageWarning | null {
  if (n > establishments) return "over";
  const needed = ENOUGH ** 2 / (1 + (ENOUGH ** 2 - 1) / establishments);
  return n < needed ? "few" : null;
}

/** The dimensions that FINESS knows, and its counts of them. */
const COUNTED: Readonly<Record<string, (population: Population) => Readonly<Record<string, number>>>> = {
  category: ({ categories }) => categories,
  department: ({ departments }) => departments,
};

/**
 * The table with the coverage of each shown cell, when it is one of a dimension that FINESS knows; as it is otherwise. A hidden
 * cell has none; neither has what stands for no line of FINESS: the remainder, « autre », « non renseigné ».
 */
export function withCoverage(table: PublishedTable, population: Population | null): PublishedTable {
  if (table.form !== "cells" || table.columns !== null) return table;
  const counted = COUNTED[table.rows.code];
  if (counted === undefined) return table;
  const cover = (cell: PublishedCell): PublishedCell => {
    const establishments = population === null ? 0 : establishmentsOf(cell, population, counted(population));
    const covered = cell.figures !== null && establishments > 0;
    return { ...cell, coverage: covered ? coverageOf(cell.figures.n, establishments) : null };
  };
  const source = population === null ? null : { source: population.source, extractedOn: population.extractedOn };
  return { ...table, population: source, cells: table.cells.map(cover) };
}

function establishmentsOf(
  { kind, row }: PublishedCell,
  { total }: Population,
  counts: Readonly<Record<string, number>>,
): number {
  if (kind === "total") return total;
  return kind === "cell" && Object.hasOwn(counts, row.code) ? (counts[row.code] ?? 0) : 0;
}
