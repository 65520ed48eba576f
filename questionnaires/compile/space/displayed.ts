/** What a profile must be like for a question to be displayed, for a class to be its own, for a trigger to fire. */
import type { Question } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import { count, type Demand, findProfile, met } from "./find-profile.ts";

/** The demands under which a question is displayed: it applies, and the display limit leaves it a place. */
export function displayed(draft: Draft, question: Question): readonly Demand[] {
  const before = draft.questions.filter((other) => other.rank < question.rank).map(({ when }) => when);
  const applies = met(question.when);
  return before.length < draft.displayLimit ? [applies] : [applies, count(before, 0, draft.displayLimit - 1)];
}

/** The demand that the profile's exposure puts it in the class number `index`. */
export function inClass(draft: Draft, index: number): Demand {
  const below = draft.classes[index - 1]?.maxExposure ?? null;
  const limit = draft.classes[index]?.maxExposure ?? null;
  return { terms: draft.exposure, min: below === null ? 0 : below + 1, max: limit ?? Number.POSITIVE_INFINITY };
}

/** The levels that the classes expect of a question, for the classes of the profiles that display it. */
export function reachableTargets(draft: Draft, question: Question): readonly number[] {
  const shown = displayed(draft, question);
  return draft.classes
    .filter((_, index) => findProfile(draft, [...shown, inClass(draft, index)]) !== null)
    .map((one) => (question.core ? one.coreTarget : one.target));
}
