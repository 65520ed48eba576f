/** The plan: which actions the gaps trigger, what each brings, in which order (blueprint §5.12–13, rules 27–32). */
import type { Action } from "../schema/compiled.ts";
import { type AdaptedQuestionnaire, targetOf } from "./adapt.ts";
import type { ActiveCap } from "./cap.ts";
import { burden } from "./effort.ts";
import { byUrgency } from "./plan-order.ts";
import { round } from "./round.ts";
import { pointsPerLevel, type Weights } from "./score.ts";
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
  const { model, displayed } = adapted;
  const limitOf = new Map(caps.map(({ question, limit }) => [question, limit]));
  const drafts = new Map<Action, Draft>();
  for (let place = 0; place < displayed.length; place++) {
    const question = displayed[place];
    const level = levels[place] ?? null;
    const gap = question && level !== null ? targetOf(adapted, question) - level : 0;
    if (!question || level === null || gap <= 0) continue;
    const triggered = model.triggered.get(question)?.[level] ?? [];
    const share = (gap * pointsPerLevel(adapted, weights, place)) / triggered.length;
    const limit = limitOf.get(question.id) ?? NO_CAP;
    for (const action of triggered) {
      const draft = drafts.get(action);
      if (draft) {
        draft.gain += share;
        draft.limit = Math.min(draft.limit, limit);
        draft.because.push(place);
      } else drafts.set(action, { gain: share, limit, because: [place] });
    }
  }
  const planned: PlannedAction[] = [];
  for (const [action, { gain, limit, because }] of drafts) {
    const priority = (gain * action.impact) / burden(action);
    const comparedPriority = round(priority, PRIORITY_DIGITS);
    planned.push({ action, gain, priority, comparedPriority, liftsCap: limit === NO_CAP ? null : limit, because });
  }
  return byUrgency(planned);
}

/** An action being put together; `limit` is the lowest cap met so far. */
interface Draft {
  gain: number;
  limit: number;
  readonly because: number[];
}

const NO_CAP = Number.POSITIVE_INFINITY;

/** Decimals of a priority when two actions are compared (blueprint §5.12). */
const PRIORITY_DIGITS = 6;
