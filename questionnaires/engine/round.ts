/** Rounding and comparing scores: one way, here only (rules 25). */

/** Absorbs what binary fractions lose, in the last digit kept: 0.285 × 100 is 28.499999999999996. */
const HALF = 0.5 + 1e-6;

/** Scores closer than this are equal when compared with a band, a threshold or a cap (rules 25). */
const TOLERANCE = 1e-9;

/** `value` ≥ 0 rounded to `digits` decimals, half up; never −0. */
export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.floor(value * scale + HALF) / scale;
}

/** Two decimals, as every score in a result. */
export function round2(value: number): number {
  return Math.floor(value * 100 + HALF) / 100;
}

/** Whether a score reaches a bound, rounding noise aside. */
export function reaches(score: number, bound: number): boolean {
  return score + TOLERANCE >= bound;
}

/** Whether a cap really lowers a score, rounding noise aside. */
export function lowers(limit: number, score: number): boolean {
  return limit + TOLERANCE < score;
}
