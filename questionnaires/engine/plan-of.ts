/** Where the answers stand and the plan that follows: what the what-if and the cheapest sets start from. */
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { activeCaps } from "./cap.ts";
import { type PlannedAction, plan } from "./plan.ts";
import { type Weights, weightsOf } from "./score.ts";
import { currentLevels, type Levels, type Standing, standings, statedAnswers } from "./standing.ts";

export interface Situation {
  readonly standing: readonly Standing[];
  readonly levels: Levels;
  readonly weights: Weights;
  readonly planned: readonly PlannedAction[];
}

export function planOf(adapted: AdaptedQuestionnaire, answers: Answers): Situation {
  const standing = standings(adapted, statedAnswers(adapted, answers));
  const levels = currentLevels(standing);
  const weights = weightsOf(adapted, standing);
  return { standing, levels, weights, planned: plan(adapted, levels, weights, activeCaps(adapted, levels)) };
}
