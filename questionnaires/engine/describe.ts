/** The adapted questionnaire as the API serves it: what is asked and why, what is not and why. */
import type { Adapted } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import { askedReason, hiddenReason } from "./explain.ts";

/** Questions in display order, `core` among them; `reason` only where the question is conditional. */
export function describeAdapted({ model, profile, displayed, notAssessed, hidden }: AdaptedQuestionnaire): Adapted {
  return {
    profile: profile.values,
    derived: profile.derived,
    exposure: profile.exposure,
    class: profile.class.id,
    expected: profile.class.expected,
    questions: displayed.map((question) => {
      const reason = askedReason(model, profile, question);
      return reason === undefined ? { id: question.id } : { id: question.id, reason };
    }),
    core: displayed.filter(({ core }) => core).map(({ id }) => id),
    notAssessed: notAssessed.map(({ id }) => id),
    hidden: hidden.map((question) => ({ id: question.id, reason: hiddenReason(model, profile, question) })),
    warnings: profile.warnings,
  };
}
