/** Which questions the answers already settle: the result tells them, and a page need not ask them. */
import type { Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { type Standing, standings, statedAnswers } from "./standing.ts";

/** The deduced questions in display order, each with the id of the question that implies it. */
export function deducedQuestions(
  { displayed }: AdaptedQuestionnaire,
  standing: readonly Standing[],
): Result["deduced"] {
  const deduced: Result["deduced"][number][] = [];
  displayed.forEach(({ id }, place) => {
    const from = standing[place]?.from ?? null;
    const source = from === null ? undefined : displayed[from];
    if (source) deduced.push({ id, from: source.id });
  });
  return deduced;
}

/** The same by id, straight from the answers. */
export function deductions(
  adapted: AdaptedQuestionnaire,
  answers: Answers,
): ReadonlyMap<string, { readonly from: string }> {
  const standing = standings(adapted, statedAnswers(adapted, answers));
  return new Map(deducedQuestions(adapted, standing).map(({ id, from }) => [id, { from }]));
}
