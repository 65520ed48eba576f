/** Which questions the answers already settle, for a page that need not ask them. */
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { standings, statedAnswers } from "./standing.ts";

/** The deduced questions by id, each with the id of the question that implies it. */
export function deductions(
  adapted: AdaptedQuestionnaire,
  answers: Answers,
): ReadonlyMap<string, { readonly from: string }> {
  const deduced = new Map<string, { readonly from: string }>();
  standings(adapted, statedAnswers(adapted, answers)).forEach((standing, place) => {
    const id = adapted.displayed[place]?.id;
    const from = "from" in standing && standing.from !== null ? adapted.displayed[standing.from]?.id : undefined;
    if (id !== undefined && from !== undefined) deduced.set(id, { from });
  });
  return deduced;
}
