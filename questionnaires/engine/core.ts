/** The score of the core questions alone: the headline of the flash result (rules 23). */
import { MAX_LEVEL } from "../schema/level.ts";
import type { Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import { round2 } from "./round.ts";
import type { Levels } from "./standing.ts";
import type { Tally } from "./tally.ts";

/** `score` as soon as every core question is answered, else null; « je ne sais pas » and deduced ones are answered. */
export function describeCore(
  { displayed }: AdaptedQuestionnaire,
  { answered, open, unknown }: Tally,
  levels: Levels,
): Result["core"] {
  let sum = 0;
  let weights = 0;
  for (let place = 0; place < displayed.length; place++) {
    const question = displayed[place];
    const level = levels[place] ?? null;
    if (!question?.core || level === null) continue;
    sum += question.weight * level;
    weights += question.weight;
  }
  const score = open > 0 || weights === 0 ? null : round2((100 * sum) / (MAX_LEVEL * weights));
  return { score, answered, total: answered + open, unknown };
}
