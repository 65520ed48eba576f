/** A diagnostic of the worked examples, opened as the page opens it, and the words of the page. */
import { readWords } from "../../../scripts/words.ts";
import { type Opened, openHandedOver } from "../../../widget/pages/plan/opened.ts";
import { createText } from "../../../widget/text/text.ts";
import { examplesOf, shipped } from "../../support/questionnaires.ts";

const last = shipped.at(-1);
if (!last) throw new Error("No questionnaire is shipped.");
export const model = last;

export const actions = model.questionnaire.actions.map(({ id }) => id);
export const t = createText({ ...model.questionnaire.messages, ...readWords("fr", "plan") });

/** The example whose title contains these words, with some answers replaced. */
export function opened(words: string, answers: Readonly<Record<string, unknown>> = {}): Opened {
  const example = examplesOf(model).find(({ title }) => title.includes(words));
  const result = example ? openHandedOver(model, example.profile, { ...example.answers, ...answers }) : "none";
  if (typeof result === "string") throw new Error(`The example « ${words} » does not open: ${result}`);
  return result;
}
