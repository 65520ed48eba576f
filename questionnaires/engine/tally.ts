/** How much of the diagnostic is answered, known, unknown, not applicable: as a whole, in the core and by domain. */
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Standing } from "./standing.ts";

export interface Tally {
  /** With a level or unknown, deduced ones included; « non applicable » apart. */
  readonly answered: number;
  readonly unknown: number;
  readonly na: number;
  readonly open: number;
}

/** Counts the standings of the displayed questions that `counts` selects by place. */
export function tally(standing: readonly Standing[], counts: (place: number) => boolean): Tally {
  let unknown = 0;
  let known = 0;
  let na = 0;
  let open = 0;
  standing.forEach(({ kind }, place) => {
    if (!counts(place)) return;
    if (kind === "unknown") unknown++;
    else if (kind === "level") known++;
    else if (kind === "na") na++;
    else open++;
  });
  return { answered: known + unknown, unknown, na, open };
}

/** Whether `part` of `whole` exceeds (or, with `orEqual`, reaches) a rate given as integers: no rounding involved. */
export function exceeds(part: number, whole: number, rate: readonly [number, number], orEqual: boolean): boolean {
  const [numerator, denominator] = rate;
  const left = denominator * part;
  const right = numerator * whole;
  return orEqual ? left >= right : left > right;
}

/** The places of one domain. */
export function inDomain({ domain }: AdaptedQuestionnaire, index: number): (place: number) => boolean {
  return (place) => domain[place] === index;
}
