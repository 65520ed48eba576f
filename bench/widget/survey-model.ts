/** The same profile and the same questions, in the same order and steps, as SurveyJS describes a form. */
import { adapt, indexQuestionnaire, parseProfile } from "../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { Example } from "../../test/browser/example.ts";
import { stepsOf } from "../../widget/journey/steps.ts";

/** As the widget: a longer single choice is a list. */
const RADIOS = 12;

/** Already adapted to the profile: SurveyJS has no condition to evaluate, which is in its favour. */
export function surveyModel(questionnaire: Questionnaire, { profile }: Pick<Example, "profile">): object {
  const model = indexQuestionnaire(questionnaire);
  const parsed = parseProfile(model, profile);
  if (!parsed.ok) throw new Error("The profile of the example is refused");
  const groups = [...new Set(questionnaire.profile.map(({ group }) => group))];
  const profilePages = groups.map((group) => ({
    name: group,
    elements: questionnaire.profile.filter((variable) => variable.group === group).map(profileElement),
  }));
  const steps = stepsOf(adapt(model, parsed.value)).map(({ first, questions }) => ({
    name: `step${first}`,
    elements: questions.map(({ id, label, help, options, unknownAllowed, notApplicable }) => ({
      ...{ type: "radiogroup", name: id, title: label, description: help, isRequired: true },
      choices: [
        ...options.map((text, value) => ({ value, text })),
        ...(unknownAllowed ? [{ value: "nsp", text: "Je ne sais pas" }] : []),
        ...(notApplicable ? [{ value: "na", text: notApplicable.label }] : []),
      ],
    })),
  }));
  return { showQuestionNumbers: true, pages: [...profilePages, ...steps] };
}

function profileElement({ id, label, help, type, optional, options }: Questionnaire["profile"][number]): object {
  const common = { name: id, title: label, description: help, isRequired: !optional };
  if (type === "integer") return { ...common, type: "text", inputType: "number" };
  const choices = options.map(({ value, label: text }) => ({ value, text }));
  if (type === "multiple") return { ...common, type: "checkbox", choices };
  return { ...common, type: options.length > RADIOS ? "dropdown" : "radiogroup", choices };
}
