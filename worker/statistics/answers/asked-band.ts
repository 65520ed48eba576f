/**
 * How many were asked a question, as a band: who is asked depends on the profile, so that exact counts of two questions
 * would tell, by difference, the size of a profile that the other tables hide. The band leaves at least the minimum of
 * room on both sides: whatever a hidden cell may be, no band contradicts it.
 */

/** Where bands may begin, besides the minimum itself. */
const EDGES = [
  25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
];

export interface AskedBand {
  /** At least. */
  readonly from: number;
  /** Fewer than. */
  readonly below: number;
}

/** The narrowest band with room for `minimum` more and, unless it begins at the minimum, `minimum` fewer. */
export function askedBand(count: number, minimum: number): AskedBand {
  const from = EDGES.findLast((edge) => edge > minimum && edge <= count - minimum) ?? minimum;
  const below = EDGES.find((edge) => edge > count + minimum) ?? 10 * count;
  return { from, below };
}
