/** A diagnostic without a screen: a tiny questionnaire in another language, driven through the reducer alone. */
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import { answersChanged } from "../../widget/journey/contribution.ts";
import { checkInteger } from "../../widget/journey/raw-profile.ts";
import { reduceJourney } from "../../widget/journey/reduce.ts";
import { createView } from "../../widget/journey/view.ts";
import type { Event } from "../../widget/state/events.ts";
import { type Content, reduce } from "../../widget/state/reduce.ts";
import { startOf } from "../../widget/state/start.ts";
import { INITIAL, type State } from "../../widget/state/state.ts";
import { createText } from "../../widget/text/text.ts";
import { question, tiny } from "../support/tiny.ts";

/** Two core questions and one more; `b` is deduced when `a` is at its lowest. */
export const model = tiny([
  question("a", 1, { core: true, cap: { atMost: 0, limit: 59, when: true } }),
  question("b", 2, { core: true, impliedBy: { question: "a", atMost: 0 } }),
  question("c", 3, { domain: "two" }),
]);

export function contentOf(questionnaire: Questionnaire = model.questionnaire): Content {
  const view = createView(model);
  return {
    start: startOf(questionnaire),
    t: createText(questionnaire.messages),
    journey: {
      reduce: (content, state, event) => reduceJourney(view, content, state, event),
      changed: answersChanged,
      check: checkInteger,
    },
  };
}

/** The state after these events, from the start. */
export function play(events: readonly Event[], content: Content = contentOf(), from: State = INITIAL): State {
  return events.reduce((state, event) => reduce(content, state, event), from);
}

export const next: Event = { type: "next" };
export const previous: Event = { type: "previous" };
export const answer = (id: string, value: number | "nsp"): Event => ({ type: "answer", question: id, answer: value });
/** Start, profile, overview: the first step. */
export const toQuestions: readonly Event[] = [next, { type: "choose", variable: "size", value: "small" }, next, next];
