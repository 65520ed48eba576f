/** From the counters of one cell to what is published of it. Called for cells that disclosure control lets out, only. */
import { type Blurred, blur, roundCount } from "./disclosure/rounding.ts";
import { safeShares } from "./disclosure/safe-share.ts";
import { INSIDER } from "./disclosure/thresholds.ts";
import { BIN_POINTS, MEASURES, SUM_SCALE } from "./measures.ts";

/** The counters of one cell, by measure. */
export type Vector = Readonly<Record<string, number>>;

/** Said instead of a figure that rests on too few answers. */
export interface Withheld {
  readonly withheld: "protected";
}

export type Figure = Blurred | Withheld;

export interface Figures {
  readonly n: number;
  /** Scores out of 100; quartiles are the middle of a 5-point bin. */
  readonly mean: Figure;
  readonly quartile1: Figure;
  readonly median: Figure;
  readonly quartile3: Figure;
  /** The share of each level, in percent, from the lowest. */
  readonly levels: readonly Figure[];
  /** The mean of each domain, out of 100, among those that have it. */
  readonly domains: Readonly<Record<string, Figure>>;
}

/** What the figures are made for: the names of levels and domains of the questionnaire. */
export interface Scale {
  readonly levels: readonly number[];
  readonly domains: readonly string[];
}

const WITHHELD: Withheld = { withheld: "protected" };

/** Decimals of a mean: the finest a reader can use; the count behind it is known to five only. */
export const MEAN_STEP = 0.1;

/** The figures of a cell that may be shown. */
export function figuresOf(vector: Vector, { levels, domains }: Scale, minimum: number): Figures {
  const count = vector[MEASURES.count] ?? 0;
  const enough = minimum + INSIDER;
  // A quartile says that no more than its part are below, and no more than the rest above: that must be enough.
  const [quartile1, median, quartile3] = [0.25, 0.5, 0.75].map((part) =>
    Math.min(part, 1 - part) * count < enough ? WITHHELD : blur(quantile(vector, count, part)),
  );
  return {
    n: roundCount(count),
    mean: mean(vector[MEASURES.scoreSum] ?? 0, count),
    quartile1: quartile1 ?? WITHHELD,
    median: median ?? WITHHELD,
    quartile3: quartile3 ?? WITHHELD,
    levels: safeShares(
      levels.map((level) => vector[MEASURES.level(level)] ?? 0),
      count,
      enough,
    ).map((one) => one ?? WITHHELD),
    domains: Object.fromEntries(domains.map((id) => [id, domainMean(vector, id, count, minimum)])),
  };
}

function mean(sum: number, count: number): Figure {
  return blur(Number((Math.round(sum / SUM_SCALE / count / MEAN_STEP) * MEAN_STEP).toFixed(1)));
}

/** A domain that too few have, or too few lack, would tell about those few. */
function domainMean(vector: Vector, id: string, count: number, minimum: number): Figure {
  const having = vector[MEASURES.domainCount(id)] ?? 0;
  const lacking = count - having;
  if (having < minimum || (lacking > 0 && lacking < minimum)) return WITHHELD;
  return mean(vector[MEASURES.domainSum(id)] ?? 0, having);
}

/** The middle of the bin that holds the quantile (the lower one of two, when it falls between them). */
function quantile(vector: Vector, count: number, part: number): number {
  let below = 0;
  for (let bin = 0; bin * BIN_POINTS < 100; bin++) {
    below += vector[MEASURES.bin(bin * BIN_POINTS)] ?? 0;
    if (below >= part * count) return bin * BIN_POINTS + BIN_POINTS / 2;
  }
  return 100;
}

/** The difference of two vectors: what is in the first and not in the second. */
export function minus(one: Vector, other: Vector): Vector {
  return Object.fromEntries(Object.entries(one).map(([measure, value]) => [measure, value - (other[measure] ?? 0)]));
}

/** The sum of vectors. */
export function plus(vectors: Iterable<Vector>): Vector {
  const sum: Record<string, number> = {};
  for (const vector of vectors) {
    for (const [measure, value] of Object.entries(vector)) sum[measure] = (sum[measure] ?? 0) + value;
  }
  return sum;
}
