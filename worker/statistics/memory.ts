/**
 * What a release must remember of the one before: what was shown of each cell, exactly, and how much each cell held when
 * its lines were last told. Confidential, like the counters.
 */
import { type History, NO_HISTORY } from "./disclosure/history.ts";
import type { RememberedShare } from "./disclosure/triggered.ts";
import type { Holding, Unit } from "./disclosure/unit.ts";
import type { Figures, Vector } from "./figures.ts";
import { MEASURES } from "./measures.ts";
import type { PublishedQuestion } from "./published.ts";

/** What was last shown of a cell. */
export interface Shown {
  readonly vector: Vector;
  readonly figures: Figures;
  /** The number of the release that first showed it. */
  readonly since: number;
}

export interface Remembered {
  readonly shown: Shown | null;
  /** `ever` of the cell when its row, and its column, were last told. For a line: when the total last moved. */
  readonly rowMark: number;
  readonly columnMark: number;
  /** What was told of it, at which releases, since the last deletion. */
  readonly history: History;
}

/** By cell code; a cell that is absent was never met. */
export type TableMemory = Readonly<Record<string, Remembered>>;

/** By table; the lines of a dimension stand under `by:` and its name, the grand total under `all`. */
export type CellMemories = Readonly<Record<string, TableMemory>>;

/** What was last said of a question, and how many were asked it, or not, by then. */
export interface RememberedQuestion {
  readonly asked: Holding;
  readonly others: Holding;
  readonly published: PublishedQuestion;
}

export interface Memory {
  readonly cells: CellMemories;
  /** By version and question. */
  readonly questions: Readonly<Record<string, RememberedQuestion>>;
  /** By table, line and subject: the shares of those who trigger an action, an alert, a cap. */
  readonly shares: Readonly<Record<string, RememberedShare>>;
  /** How many each cell of the two dimensions that shares are given for ever held, at the release before. */
  readonly crossing: Readonly<Record<string, number>>;
}

/** Before the first release. */
export const NO_MEMORY: Memory = { cells: {}, questions: {}, shares: {}, crossing: {} };

export const NEVER: Remembered = { shown: null, rowMark: 0, columnMark: 0, history: NO_HISTORY };

/** How many contributions the counters of a cell ever held, those deleted since included. */
export function everIn(vector: Vector): number {
  return (vector[MEASURES.count] ?? 0) + (vector[MEASURES.removed] ?? 0);
}

/** A cell as disclosure control sees it. */
export function unitOf(vector: Vector, { shown }: Remembered): Unit {
  return {
    count: vector[MEASURES.count] ?? 0,
    ever: everIn(vector),
    shown: shown === null ? null : { count: shown.vector[MEASURES.count] ?? 0, ever: everIn(shown.vector) },
  };
}

/** Whether deletions wait to be shown: a difference with what is shown then means nothing. */
export function losesUnseen(vector: Vector, { shown }: Remembered): boolean {
  return shown !== null && (vector[MEASURES.removed] ?? 0) !== (shown.vector[MEASURES.removed] ?? 0);
}
