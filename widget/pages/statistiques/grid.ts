/**
 * Any published table as one grid: names in front, figures behind, what may be filtered, how it is drawn. Everything that the
 * page does with a table (filter, sort, draw, print) is done on grids, and knows nothing of the forms of tables. Pure.
 */
import type { Figure, Named, Reason } from "../../releases/published.ts";

/** How a value is said: a rounded count, a figure out of 100, a percentage, a text. */
export type Unit = "count" | "points" | "percent" | "text";

export interface Column {
  /** The name of the column in the files, where there is one. */
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
}

/** Null = not published there. A pair: at least, and fewer than. */
export type Value = Figure | { readonly from: number; readonly below: number } | string | null;

export interface Line {
  /** The codes that name it: the same in every release. */
  readonly id: string;
  /** One per column of names. */
  readonly heads: readonly string[];
  /** The code of each facet. */
  readonly facets: Readonly<Record<string, string>>;
  /** Null when figures are shown. */
  readonly reason: Reason;
  readonly since: number | null;
  /** One per column of figures. */
  readonly values: readonly Value[];
}

export interface Facet {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Named[];
}

/** What is drawn of a line: its quartiles and mean; shares of a whole; or figures side by side. */
export type Picture = "quartiles" | "shares" | "bars";

export interface Grid {
  readonly heads: readonly Column[];
  readonly figures: readonly Column[];
  readonly facets: readonly Facet[];
  readonly lines: readonly Line[];
  readonly picture: Picture;
  /** The figures that the picture shows, by their place. */
  readonly drawn: readonly number[];
}

/** The values that lines have for a facet, each once, in the order of the table. */
export function optionsOf(named: readonly (Named | null)[]): readonly Named[] {
  return [...new Map(named.flatMap((one) => (one ? [[one.code, one] as const] : []))).values()];
}
