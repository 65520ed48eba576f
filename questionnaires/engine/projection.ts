/** Score, level and cap for a set of levels: the calculation shared by today's result, its bounds and the what-if. */
import type { Questionnaire } from "../schema/compiled.ts";
import type { Cap } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import { type ActiveCap, activeCaps, capped } from "./cap.ts";
import { levelOf } from "./level.ts";
import { lowers } from "./round.ts";
import { domainScores, rawScore, type Weights } from "./score.ts";
import type { Levels } from "./standing.ts";

export interface Projection {
  /** Unrounded, in domain order; null where the domain has no scored question. */
  readonly domains: Levels;
  readonly raw: number;
  readonly caps: readonly ActiveCap[];
  readonly final: number;
  readonly level: Questionnaire["levels"][number];
}

/** Everything that follows from the levels, unrounded. */
export function project(adapted: AdaptedQuestionnaire, levels: Levels, weights: Weights): Projection {
  const domains = domainScores(adapted, levels, weights);
  const raw = rawScore(adapted, domains, weights);
  const caps = activeCaps(adapted, levels);
  const final = capped(raw, caps);
  return { domains, raw, caps, final, level: levelOf(adapted.model.questionnaire, final) };
}

/** The lowest active cap as the result tells it; it binds only a complete score that it lowers (rules 18). */
export function lowestCap({ caps, raw }: Projection, complete: boolean): Cap | null {
  const limit = caps[0]?.limit;
  if (limit === undefined) return null;
  const questions = caps.filter((cap) => cap.limit === limit).map(({ question }) => question);
  return { limit, questions, binding: complete && lowers(limit, raw) };
}
