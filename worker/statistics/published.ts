/** What a release publishes, and what every export is made from: nothing else may leave. */
import type { Coverage, PopulationSource } from "./coverage.ts";
import type { Blurred } from "./disclosure/rounding.ts";
import type { Figure, Figures } from "./figures.ts";

/** A code and its French name. */
export interface Named {
  readonly code: string;
  readonly label: string;
}

/** `total`: the margin of a line, or of everything; `remainder`: what is in the line and in none of its shown cells. */
export type CellKind = "cell" | "remainder" | "total";

/**
 * Why nothing is shown: `protected`, too few contributions, or needed to protect a neighbour. Which of the two is not
 * said: it would bound the cell.
 */
export type Reason = "protected";

export interface PublishedCell {
  readonly kind: CellKind;
  readonly row: Named;
  /** Null in a table of one dimension. */
  readonly column: Named | null;
  /** Null when figures are shown. */
  readonly reason: Reason | null;
  /** The number of the release that first showed these figures: a cell waits until enough changed. */
  readonly since: number | null;
  readonly figures: Figures | null;
  /** Only in tables with a `population`: null when the cell is hidden, or stands for nothing that FINESS counts. */
  readonly coverage?: Coverage | null;
}

/** A row of `questions`: among those asked, the share of each answer. */
export interface PublishedQuestion {
  readonly version: string;
  readonly question: Named;
  readonly reason: Reason | null;
  readonly since: number | null;
  /** How many were asked: at least, and fewer than. Wide, since profiles could be told apart by who is asked what. */
  readonly asked: { readonly from: number; readonly below: number } | null;
  /** Shares in percent: levels from 0, then « je ne sais pas », then « non applicable ». */
  readonly answers: readonly Figure[] | null;
}

/** A row of `actions`: the share of all contributions of the version that trigger it. */
export interface PublishedTrigger {
  readonly version: string;
  readonly kind: "action" | "alert" | "cap";
  readonly subject: Named;
  readonly reason: Reason | null;
  readonly since: number | null;
  readonly share: Blurred | null;
}

/** A row of `actions-sector` or `actions-department`: the share of the line’s contributions whose plan holds the action. */
export interface PublishedLineShare {
  /** The action. */
  readonly subject: Named;
  /** The line: a sector, a department. */
  readonly row: Named;
  readonly reason: Reason | null;
  readonly since: number | null;
  /** All versions that have the action together. */
  readonly share: Blurred | null;
}

interface Described {
  readonly id: string;
  readonly title: string;
}

export type PublishedTable =
  | (Described & {
      readonly form: "cells";
      readonly rows: Named;
      readonly columns: Named | null;
      readonly levels: readonly Named[];
      readonly domains: readonly Named[];
      /** Where establishments were counted, in the tables that compare with them; null = no extract was imported. */
      readonly population?: PopulationSource | null;
      readonly cells: readonly PublishedCell[];
    })
  | (Described & { readonly form: "questions"; readonly cells: readonly PublishedQuestion[] })
  | (Described & { readonly form: "triggers"; readonly cells: readonly PublishedTrigger[] })
  | (Described & { readonly form: "lines"; readonly rows: Named; readonly cells: readonly PublishedLineShare[] });
