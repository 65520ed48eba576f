/** How figures are blurred before they are published: counts to fives, shares from rounded counts, extremes as bands. */
import { HIGH_BAND, LOW_BAND, ROUNDING } from "./thresholds.ts";

/** Published instead of a share or a score at an extreme. */
export interface Band {
  readonly band: "<=10" | ">=90";
}

/** A percentage or a score out of 100. */
export type Blurred = number | Band;

/** Points between two published percentages: one establishment among twenty or fewer never moves one alone. */
export const SHARE_STEP = 5;

/** To the nearest multiple of five; 11 and 12 become 10. */
export function roundCount(count: number): number {
  return ROUNDING * Math.round(count / ROUNDING);
}

/** The share of a part of a whole, in percent, from rounded counts; null when the whole rounds to nothing. */
export function share(part: number, whole: number): Blurred | null {
  const all = roundCount(whole);
  if (all === 0) return null;
  const percent = (100 * roundCount(part)) / all;
  return blur(SHARE_STEP * Math.round(percent / SHARE_STEP));
}

/** A figure out of 100, or its band when it is extreme. */
export function blur(figure: number): Blurred {
  if (figure <= LOW_BAND) return { band: "<=10" };
  return figure >= HIGH_BAND ? { band: ">=90" } : figure;
}
