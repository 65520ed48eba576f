/** The choice of a set of actions, in bare numbers: what each costs, which questions it raises, which caps it lifts. */
import { type AdaptedQuestionnaire, placeOf, targetOf } from "./adapt.ts";
import { activeCaps } from "./cap.ts";
import { price } from "./effort.ts";
import type { PlannedAction } from "./plan.ts";
import { domainScores, pointsPerLevel, rawScore, type Weights } from "./score.ts";
import type { Levels, Standing } from "./standing.ts";

/** Actions are numbered by their place in the plan, questions by their place in the display. */
export interface SelectionProblem {
  /** The raw score today. */
  readonly raw: number;
  readonly prices: readonly number[];
  /** Each action with its triggered prerequisites, direct and indirect. */
  readonly closure: readonly (readonly number[])[];
  /** The questions that each action brings to target. */
  readonly raises: readonly (readonly number[])[];
  /** The points of the raw score that a raised question brings. */
  readonly points: readonly number[];
  /** The question that must have risen first, for a deduced zero; −1 for none. */
  readonly after: readonly number[];
  /** Places of the questions, each source before what it implies. */
  readonly order: readonly number[];
  /** The active caps; one that no action lifts has question −1. */
  readonly caps: readonly { readonly question: number; readonly limit: number }[];
}

/** The problem of today's situation; it agrees with `raisedLevels` and `project` for every set of actions. */
export function selectionProblem(
  adapted: AdaptedQuestionnaire,
  standing: readonly Standing[],
  levels: Levels,
  weights: Weights,
  planned: readonly PlannedAction[],
): SelectionProblem {
  const { displayed } = adapted;
  const byId = new Map(planned.map(({ action }, index) => [action.id, index]));
  const direct = planned.map(({ action }) => action.requires.flatMap((id) => byId.get(id) ?? []));
  return {
    raw: rawScore(adapted, domainScores(adapted, levels, weights), weights),
    prices: planned.map(({ action }) => price(action)),
    closure: planned.map((_, index) => [...closed(direct, index, new Set())]),
    raises: planned.map(({ because }) => because),
    points: displayed.map((question, index) => {
      const gap = Math.max(0, targetOf(adapted, question) - (levels[index] ?? Number.POSITIVE_INFINITY));
      return gap * pointsPerLevel(adapted, weights, index);
    }),
    after: standing.map(({ from }) => from ?? -1),
    order: adapted.deductionOrder,
    caps: activeCaps(adapted, levels).map(({ question, limit }) => {
      const index = placeOf(adapted, question);
      const one = displayed[index];
      const liftable = one !== undefined && targetOf(adapted, one) > (one.cap?.atMost ?? 0);
      return { question: liftable ? index : -1, limit };
    }),
  };
}

/** The build refuses cycles. */
function closed(direct: readonly (readonly number[])[], index: number, into: Set<number>): Set<number> {
  into.add(index);
  for (const before of direct[index] ?? []) closed(direct, before, into);
  return into;
}
