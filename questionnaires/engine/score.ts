/** From levels to scores on 0–100: each domain, the whole, the core (blueprint §5.5, §5.6; rules 19–23). Unrounded. */
import { MAX_LEVEL } from "../schema/level.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Levels, Standing } from "./standing.ts";

/** What the denominators are made of: it depends on the profile and on « non applicable » only (law 3). */
export interface Weights {
  /** Sum of the question weights of each domain, in domain order; 0 = the domain is not scored. */
  readonly domains: readonly number[];
  /** Sum of the weights of the scored domains. */
  readonly total: number;
}

/** The weights in play: displayed questions except those said « non applicable ». */
export function weightsOf(adapted: AdaptedQuestionnaire, standing: readonly Standing[]): Weights {
  const { domains } = adapted.model.questionnaire;
  const sums: number[] = new Array(domains.length).fill(0);
  for (let place = 0; place < adapted.displayed.length; place++) {
    const domain = adapted.domain[place] ?? 0;
    if (standing[place]?.kind === "na") continue;
    sums[domain] = (sums[domain] ?? 0) + (adapted.displayed[place]?.weight ?? 0);
  }
  let total = 0;
  domains.forEach(({ weight }, index) => {
    if ((sums[index] ?? 0) > 0) total += weight;
  });
  return { domains: sums, total };
}

/** The score of each domain, null where it has no scored question. Questions at null level add nothing. */
export function domainScores(adapted: AdaptedQuestionnaire, levels: Levels, weights: Weights): Levels {
  const sums: number[] = new Array(weights.domains.length).fill(0);
  for (let place = 0; place < adapted.displayed.length; place++) {
    const domain = adapted.domain[place] ?? 0;
    sums[domain] = (sums[domain] ?? 0) + (adapted.displayed[place]?.weight ?? 0) * (levels[place] ?? 0);
  }
  return sums.map((sum, index) => {
    const weight = weights.domains[index] ?? 0;
    return weight === 0 ? null : (100 * sum) / (MAX_LEVEL * weight);
  });
}

/** The mean of the scored domains, by their weights; 0 when no domain is scored (the build makes it impossible). */
export function rawScore(adapted: AdaptedQuestionnaire, scores: Levels, weights: Weights): number {
  let sum = 0;
  adapted.model.questionnaire.domains.forEach(({ weight }, index) => {
    sum += weight * (scores[index] ?? 0);
  });
  return weights.total === 0 ? 0 : sum / weights.total;
}

/** What one level more on this question adds to the raw score. */
export function pointsPerLevel(adapted: AdaptedQuestionnaire, weights: Weights, place: number): number {
  const domain = adapted.domain[place] ?? 0;
  const domainWeight = adapted.model.questionnaire.domains[domain]?.weight ?? 0;
  const weight = adapted.displayed[place]?.weight ?? 0;
  return ((100 * domainWeight) / weights.total) * (weight / (MAX_LEVEL * (weights.domains[domain] ?? 1)));
}
