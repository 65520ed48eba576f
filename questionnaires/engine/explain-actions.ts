/** Why each action is in the plan, and why at that rank. */
import type { Action } from "../schema/compiled.ts";
import type { Explanation, Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { answered } from "./explain-answer.ts";
import { listed, message } from "./messages.ts";
import { shownNumber, shownScore } from "./shown.ts";

type Ranked = Result["actions"][number];

/** One `why` (the questions it answers) and one `order` (what decides its rank) per action, in plan order. */
export function explainActions(
  adapted: AdaptedQuestionnaire,
  answers: Answers,
  result: Result,
): Explanation["actions"] {
  const { questionnaire, actionById } = adapted.model;
  return result.actions.map((ranked) => {
    const action = actionById.get(ranked.id);
    const said = ranked.because.map((id) => answered(adapted, answers, result.deduced, id));
    return {
      id: ranked.id,
      why: message(questionnaire, "explain.action", { questions: listed(questionnaire, said) }),
      order: action ? explainOrder(adapted, result, ranked, action) : "",
    };
  });
}

function explainOrder(adapted: AdaptedQuestionnaire, result: Result, ranked: Ranked, action: Action): string {
  const { questionnaire, actionById } = adapted.model;
  const { rank } = ranked;
  if (ranked.id === questionnaire.unknown.action) {
    return message(questionnaire, rank === 1 ? "explain.order.lever-first" : "explain.order.lever-last", { rank });
  }
  const dependent = preparedFor(adapted, result, ranked);
  if (dependent) {
    const title = actionById.get(dependent.id)?.title ?? dependent.id;
    return message(questionnaire, "explain.order.prerequisite", { rank, title });
  }
  const values = {
    rank,
    priority: shownNumber(questionnaire, ranked.priority, 2),
    gain: shownNumber(questionnaire, ranked.gain, 2),
    impact: action.impact,
    effort: action.effort,
    cost: action.cost,
    limit: shownScore(questionnaire, ranked.liftsCap ?? 0),
  };
  return message(questionnaire, ranked.liftsCap === null ? "explain.order.priority" : "explain.order.cap", values);
}

/** The action right after which, but for its needing this one, would have come first: this one was moved up for it. */
function preparedFor({ model }: AdaptedQuestionnaire, { actions }: Result, own: Ranked): Ranked | undefined {
  return actions.find((later) => {
    if (!model.actionById.get(later.id)?.requires.includes(own.id)) return false;
    const capOwn = own.liftsCap ?? Number.MAX_VALUE;
    const capLater = later.liftsCap ?? Number.MAX_VALUE;
    return capLater < capOwn || (capLater === capOwn && later.priority > own.priority);
  });
}
