/** The score of the core questions alone: the headline of the flash result (rules 23). */
import { MAX_LEVEL } from "../schema/level.ts";
import type { Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import { round2 } from "./round.ts";
import type { Levels, Standing } from "./standing.ts";
import { tally } from "./tally.ts";

/** `score` as soon as every core question is answered, else null; « je ne sais pas » and deduced ones are answered. */
export function describeCore(
  { displayed }: AdaptedQuestionnaire,
  standing: readonly Standing[],
  levels: Levels,
): Result["core"] {
  const isCore = (place: number) => displayed[place]?.core === true;
  const { answered, open, unknown } = tally(standing, isCore);
  let sum = 0;
  let weights = 0;
  displayed.forEach(({ weight }, place) => {
    const level = levels[place] ?? null;
    if (!isCore(place) || level === null) return;
    sum += weight * level;
    weights += weight;
  });
  const score = open > 0 || weights === 0 ? null : round2((100 * sum) / (MAX_LEVEL * weights));
  return { score, answered, total: answered + open, unknown };
}
