/** A question with the answer that counts for it, in words: what a cap or an action answers to. */
import type { Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { message } from "./messages.ts";

/** « Question », avec la réponse « … »; or unknown, or deduced from another question. */
export function answered(
  { model }: AdaptedQuestionnaire,
  answers: Answers,
  deduced: Result["deduced"],
  id: string,
): string {
  const { questionnaire, questionById } = model;
  const question = questionById.get(id);
  const label = question?.label ?? id;
  const from = deduced.find((one) => one.id === id)?.from;
  if (from !== undefined) {
    return message(questionnaire, "explain.answer.deduced", { label, source: questionById.get(from)?.label ?? from });
  }
  const answer = answers.get(id);
  if (typeof answer !== "number") return message(questionnaire, "explain.answer.unknown", { label });
  return message(questionnaire, "explain.answer", { label, answer: question?.options[answer] ?? String(answer) });
}
