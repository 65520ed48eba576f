/** Whether more contributions come than usual: a flood, or a mailing. Says it; an operator decides. Pure. */

/** Times the usual day: the peak that an ordinary mailing makes (security.md §10). */
const FACTOR = 5;

/** Contributions a day below which nothing is unusual: 45,000 a year are 123 a day for the whole country (security.md §10). */
const FLOOR = 200;

/** The days before that are looked at: as long as receipts live. */
export const VOLUME_DAYS = 7;

export interface Volume {
  readonly today: number;
  /** The middle of the days before: three days of a flood do not make it usual. */
  readonly usual: number;
  readonly unusual: boolean;
}

/** `before`: the days before today, those without any contribution included. */
export function volumeOf(today: number, before: readonly number[]): Volume {
  const usual = before.toSorted((a, b) => a - b)[Math.floor(before.length / 2)] ?? 0;
  return { today, usual, unusual: today > Math.max(FLOOR, FACTOR * usual) };
}
