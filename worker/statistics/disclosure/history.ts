/**
 * What successive releases told of a place (a cell, a line), and when. A release is an epoch: those who came since the one
 * before. What is told of a place at two releases tells the sum of the epochs between them, and nothing of each.
 */

/** Of one place, since the last deletion: before it nothing adds up any more. */
export interface History {
  /** How many came in each epoch; the first one holds all who were there. */
  readonly came: readonly number[];
  /** The epochs at the end of which what it held was told, ascending. */
  readonly told: readonly number[];
}

export const NO_HISTORY: History = { came: [], told: [] };

/** The epoch after all others: what a place will hold is not known. */
export const FUTURE = Number.POSITIVE_INFINITY;

/**
 * The history with the epoch of this release: `epoch` is its index, 0 after a deletion, when everything begins again; a
 * place that is met for the first time held nobody before.
 */
export function extended({ came, told }: History, epoch: number, count: number): History {
  if (epoch === 0) return { came: [count], told: [] };
  const before = Array.from({ length: epoch }, (_, index) => came[index] ?? 0);
  return { came: [...before, count - before.reduce((sum, one) => sum + one, 0)], told };
}

/** The history once the place is told at the end of this epoch, or is not. */
export function toldAt(history: History, epoch: number, isTold: boolean): History {
  return isTold ? { ...history, told: [...history.told, epoch] } : history;
}

/**
 * The end of the window of an epoch: the first release, from then on, at which the place was told. Two epochs of the same
 * window are known by their sum only.
 */
export function windowOf({ told }: History, epoch: number): number {
  return told.find((one) => one >= epoch) ?? FUTURE;
}
