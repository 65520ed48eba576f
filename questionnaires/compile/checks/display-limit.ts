/** The display limit never hides a question that must be asked, and always leaves one that counts (rules 10). */
import { error } from "../findings.ts";
import type { Check } from "./check.ts";
import { someProfileShows } from "./profile-search.ts";

/** Refuses a core or capping question that some profile would not see because of the limit. */
export const checkDisplayLimit: Check = ({ draft, locate }) =>
  draft.questions.flatMap((question, index) => {
    if (!question.core && !question.cap) return [];
    const before = draft.questions.filter((other) => other.rank < question.rank);
    if (before.length < draft.displayLimit) return [];
    if (!someProfileShows(draft, question, before, draft.displayLimit)) return [];
    const message = `« ${question.id} » (rang ${question.rank}) peut disparaître : un profil voit déjà ${draft.displayLimit} questions de rang plus petit`;
    return [error(locate(["questions", index, "rank"]), "question-cut", message, "donnez-lui un rang plus petit")];
  });

/** Refuses a questionnaire where a profile could have nothing to score. */
export const checkAlwaysScored: Check = ({ draft, locate }) => {
  const certain = draft.questions.some((one) => one.core && one.when === true && one.notApplicable === null);
  if (certain) return [];
  const message = "aucune question socle n'est posée à tous sans « non applicable »";
  const mend = "gardez-en au moins une : sans elle, un profil pourrait n'avoir aucun score";
  return [error(locate(["questions", 0]), "nothing-to-score", message, mend)];
};
