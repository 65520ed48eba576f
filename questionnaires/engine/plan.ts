/** The plan: which actions the gaps trigger, what each brings, in which order (blueprint §5.12–13, rules 27–32). */
import type { Action } from "../schema/compiled.ts";
import { MAX_LEVEL } from "../schema/level.ts";
import { type AdaptedQuestionnaire, targetOf } from "./adapt.ts";
import type { ActiveCap } from "./cap.ts";
import { byUrgency } from "./plan-order.ts";
import { round } from "./round.ts";
import type { Weights } from "./score.ts";
import type { Levels } from "./standing.ts";

export interface PlannedAction {
  readonly action: Action;
  /** Points of the raw score, unrounded. */
  readonly gain: number;
  /** gain × impact / (effort + cost / 2), unrounded. */
  readonly priority: number;
  /** The priority rounded to six decimals: what the order compares, so that noise in the last bits decides nothing. */
  readonly comparedPriority: number;
  /** The lowest active cap that one of its questions imposes, or null. */
  readonly liftsCap: number | null;
  /** Places of the questions that trigger it, in display order. */
  readonly because: readonly number[];
}

/** The triggered actions in the order to do them, without the lever for unknowns. */
export function plan(
  adapted: AdaptedQuestionnaire,
  levels: Levels,
  weights: Weights,
  caps: readonly ActiveCap[],
): readonly PlannedAction[] {
  const drafts = new Map<string, { gain: number; because: number[] }>();
  adapted.displayed.forEach((question, place) => {
    const level = levels[place] ?? null;
    const gap = level === null ? 0 : targetOf(adapted, question) - level;
    if (level === null || gap <= 0) return;
    const triggered = question.actions.filter(({ atLeast, atMost }) => level >= atLeast && level <= atMost);
    const share = (gap * pointsPerLevel(adapted, weights, place)) / triggered.length;
    for (const { action } of triggered) {
      const draft = drafts.get(action) ?? { gain: 0, because: [] };
      draft.gain += share;
      draft.because.push(place);
      drafts.set(action, draft);
    }
  });
  const capOf = new Map(caps.map(({ question, limit }) => [question, limit]));
  const planned: PlannedAction[] = [];
  for (const [id, { gain, because }] of drafts) {
    const action = adapted.model.actionById.get(id);
    if (!action) continue;
    const limits = because.map((place) => capOf.get(adapted.displayed[place]?.id ?? "") ?? Number.POSITIVE_INFINITY);
    const lowest = Math.min(...limits);
    const priority = (gain * action.impact) / (action.effort + action.cost / 2);
    const comparedPriority = round(priority, PRIORITY_DIGITS);
    planned.push({
      action,
      gain,
      priority,
      comparedPriority,
      liftsCap: Number.isFinite(lowest) ? lowest : null,
      because,
    });
  }
  return byUrgency(planned);
}

/** Decimals of a priority when two actions are compared (blueprint §5.12). */
const PRIORITY_DIGITS = 6;

/** What one level more on this question adds to the raw score. */
function pointsPerLevel(adapted: AdaptedQuestionnaire, weights: Weights, place: number): number {
  const domain = adapted.domain[place] ?? 0;
  const domainWeight = adapted.model.questionnaire.domains[domain]?.weight ?? 0;
  const weight = adapted.displayed[place]?.weight ?? 0;
  return ((100 * domainWeight) / weights.total) * (weight / (MAX_LEVEL * (weights.domains[domain] ?? 1)));
}
