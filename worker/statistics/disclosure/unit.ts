/**
 * One line or one cell before the decision: what it holds now, what was last shown of it, and hence what showing it now
 * would reveal. A population that only grows is never told apart by less than the minimum.
 */

/** How many contributions a cell holds (`count`) and how many it ever held (`ever`: deletions do not lower it). */
export interface Holding {
  readonly count: number;
  readonly ever: number;
}

export interface Unit extends Holding {
  /** What it held when it was last shown; null = it is not shown. */
  readonly shown: Holding | null;
}

/**
 * `moves`: what it holds now is shown. `same`: nothing changed since it was shown. `waits`: what was shown stays, since
 * what changed is too small, or would betray a neighbour. `hidden`: nothing is shown.
 */
export type Fate = "moves" | "same" | "waits" | "hidden";

/** What the unit alone would allow, before its neighbours are protected. */
export function ownFate({ count, ever, shown }: Unit, minimum: number): Fate {
  if (shown === null) return count >= minimum ? "moves" : "hidden";
  const added = ever - shown.ever;
  const removed = removedFrom({ count, ever }) - removedFrom(shown);
  if (shown.count < minimum || (count < minimum && removed >= minimum)) return "hidden";
  if (added === 0 && removed === 0) return "same";
  const whole = (change: number) => change === 0 || change >= minimum;
  return count >= minimum && whole(added) && whole(removed) ? "moves" : "waits";
}

/** The same unit when it may not move after all. */
export function heldBack({ shown }: Unit): Fate {
  return shown === null ? "hidden" : "waits";
}

function removedFrom({ count, ever }: Holding): number {
  return ever - count;
}

/** What is in the unit and not in what is shown of it, counted since `mark` at the earliest. */
export function unshown({ count, ever, shown }: Unit, mark = 0): number {
  return Math.min(count, ever - Math.max(mark, shown?.ever ?? 0));
}
