/** The numbers of disclosure control, each with its source (security.md §5). */

/** Fewest contributions behind a published cell; a deployment may ask for more, never for less. */
export const FLOOR = 11;

/**
 * One more than the minimum: what an attacker must still think possible of a hidden cell, and the least that the hidden
 * cells of a line hold together. The one more is for who knows one establishment's answers: its own.
 */
export const INSIDER = 1;

/** Every published count is a multiple of this. */
export const ROUNDING = 5;

/** Percentages, and scores out of 100, at or beyond these are said as a band: « 0 of 14 » tells all about the 14. */
export const LOW_BAND = 10;
export const HIGH_BAND = 90;

/** The minimum of a deployment: its setting when it is a whole number above the floor, else the floor. */
export function minimumOf(setting: string | undefined): number {
  const asked = Number(setting);
  return Number.isInteger(asked) && asked > FLOOR ? asked : FLOOR;
}
