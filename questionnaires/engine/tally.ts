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

export interface Tallies {
  readonly all: Tally;
  readonly core: Tally;
  /** In domain order. */
  readonly domains: readonly Tally[];
}

/** Counts the standings of the displayed questions, all in one pass. */
export function tallies({ displayed, domain, model }: AdaptedQuestionnaire, standing: readonly Standing[]): Tallies {
  const empty = () => ({ answered: 0, unknown: 0, na: 0, open: 0 });
  const all = empty();
  const core = empty();
  const domains = model.questionnaire.domains.map(empty);
  for (let place = 0; place < displayed.length; place++) {
    const kind = standing[place]?.kind ?? "open";
    count(all, kind);
    if (displayed[place]?.core) count(core, kind);
    const own = domains[domain[place] ?? 0];
    if (own) count(own, kind);
  }
  return { all, core, domains };
}

function count(tally: { -readonly [K in keyof Tally]: number }, kind: Standing["kind"]): void {
  if (kind === "na") tally.na++;
  else if (kind === "open") tally.open++;
  else {
    tally.answered++;
    if (kind === "unknown") tally.unknown++;
  }
}

/** Whether `part` of `whole` exceeds (or, with `orEqual`, reaches) a rate given as integers: no rounding involved. */
export function exceeds(part: number, whole: number, rate: readonly [number, number], orEqual: boolean): boolean {
  const [numerator, denominator] = rate;
  const left = denominator * part;
  const right = numerator * whole;
  return orEqual ? left >= right : left > right;
}
