/** Answers in the words of the question that was asked, whatever the version. */
import type { Answer, Model } from "../../questionnaires/engine/engine.ts";
import type { Text } from "../text/text.ts";

/** « Sans réponse » for what is open. `say`: the words `said.*` of the page. */
export function answerWords(model: Model, id: string, answer: Answer | undefined, say: Text): string {
  const question = model.questionById.get(id);
  if (answer === undefined || !question) return say("said.none");
  if (answer === "nsp") return say("said.nsp");
  if (answer === "na") return say("said.na", { label: question.notApplicable?.label ?? "" });
  return question.options[answer] ?? say("said.none");
}

export function questionWords(model: Model, id: string): string {
  return model.questionById.get(id)?.label ?? id;
}
