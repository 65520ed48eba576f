/** The part of the result that speaks of each domain: score, bounds, target, answers (rules 19–22). */
import type { Result } from "../schema/result.ts";
import { type AdaptedQuestionnaire, targetOf } from "./adapt.ts";
import { round2 } from "./round.ts";
import { domainScores, type Weights } from "./score.ts";
import type { Levels, Standing } from "./standing.ts";
import type { Tally } from "./tally.ts";

interface Bounds {
  readonly today: Levels;
  readonly low: Levels;
  readonly high: Levels;
}

/** All domains in order. `score` is null while a question is open; all three are null when none is scored. */
export function describeDomains(
  adapted: AdaptedQuestionnaire,
  standing: readonly Standing[],
  weights: Weights,
  counts: readonly Tally[],
  { today, low, high }: Bounds,
): Result["domains"] {
  const targets = domainTargets(adapted, standing, weights);
  return adapted.model.questionnaire.domains.map(({ id }, index) => {
    const { answered = 0, unknown = 0, na = 0, open = 0 } = counts[index] ?? {};
    const score = today[index] ?? null;
    const bottom = low[index] ?? null;
    const top = high[index] ?? null;
    const target = targets[index] ?? null;
    return {
      id,
      score: score === null || open > 0 ? null : round2(score),
      interval: bottom === null || top === null ? null : [round2(bottom), round2(top)],
      target: target === null ? null : round2(target),
      answered,
      unknown,
      answeredNa: na,
    };
  });
}

/** The score of each domain when every counted question is exactly at its target (rules 20). */
function domainTargets(adapted: AdaptedQuestionnaire, standing: readonly Standing[], weights: Weights): Levels {
  const atTarget = adapted.displayed.map((question, place) =>
    standing[place]?.kind === "na" ? null : targetOf(adapted, question),
  );
  return domainScores(adapted, atTarget, weights);
}
