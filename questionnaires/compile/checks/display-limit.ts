/** The display limit never hides a question that must be asked, and every profile sees a reasonable number of them. */
import { holds } from "../../engine/condition.ts";
import { error, type Finding } from "../findings.ts";
import { displayed } from "../space/displayed.ts";
import { expand } from "../space/expand.ts";
import { count, findProfile, met, type Witness } from "../space/find-profile.ts";
import { describeWitness } from "../space/witness.ts";
import type { Check, CheckContext } from "./check.ts";

/** Refuses a core or capping question that some profile would not see because of the limit (rules 10). */
export const checkDisplayLimit: Check = ({ draft, locate }) =>
  draft.questions.flatMap((question, index): readonly Finding[] => {
    const before = draft.questions.filter((other) => other.rank < question.rank).map(({ when }) => when);
    if (before.length < draft.displayLimit) return [];
    const place = locate(["questions", index, "rank"]);
    if (findProfile(draft, displayed(draft, question)) === null) {
      // When its own condition is dead, that is what must be said.
      if (findProfile(draft, [met(question.when)]) === null) return [];
      const message = `« ${question.id} » (rang ${question.rank}) n’est jamais posée : ceux qu’elle concerne voient déjà ${draft.displayLimit} questions de rang plus petit`;
      return [error(place, "question-never", message, "donnez-lui un rang plus petit, ou retirez-la")];
    }
    if (!question.core && !question.cap) return [];
    const cut = findProfile(draft, [met(question.when), count(before, draft.displayLimit, before.length)]);
    if (cut === null) return [];
    const message = `« ${question.id} » (rang ${question.rank}) peut disparaître : un profil voit déjà ${draft.displayLimit} questions de rang plus petit (${describeWitness(cut)})`;
    return [error(place, "question-cut", message, "donnez-lui un rang plus petit")];
  });

/** Refuses a questionnaire that asks some profile too little, or too much. Exact: the fewest and the most are found. */
export const checkQuestionCount: Check = ({ draft, locate, questionCount: { min, max } }) => {
  const findings: Finding[] = [];
  const fewest = extreme(draft, (found) => count(conditionsOf(draft), 0, found - 1), min);
  if (fewest) {
    const message = `un profil ne voit que ${fewest.seen} questions, il en faut au moins ${min} (${describeWitness(fewest.witness)})`;
    const mend = "élargissez les conditions de quelques questions, ou ajoutez-en pour ce profil";
    findings.push(error(locate(["questions", 0]), "too-few-questions", message, mend));
  }
  const all = draft.questions.length;
  const most =
    draft.displayLimit > max ? extreme(draft, (found) => count(conditionsOf(draft), found + 1, all), max) : null;
  if (most) {
    const seen = Math.min(most.seen, draft.displayLimit);
    const message = `un profil voit ${seen} questions, le plus est ${max} (${describeWitness(most.witness)})`;
    findings.push(error(locate(["displayLimit"]), "too-many-questions", message, `abaissez displayLimit à ${max}`));
  }
  return findings;
};

/** Refuses a questionnaire where a profile could have nothing to score. */
export const checkAlwaysScored: Check = ({ draft, locate }) => {
  const certain = draft.questions.some((one) => one.core && one.when === true && one.notApplicable === null);
  if (certain) return [];
  const message = "aucune question socle n’est posée à tous sans « non applicable »";
  const mend = "gardez-en au moins une : sans elle, un profil pourrait n’avoir aucun score";
  return [error(locate(["questions", 0]), "nothing-to-score", message, mend)];
};

type Draft = CheckContext["draft"];

function conditionsOf(draft: Draft) {
  return draft.questions.map(({ when }) => when);
}

/** Goes beyond `start`, one profile after the other, until no profile goes further. */
function extreme(draft: Draft, beyond: (found: number) => ReturnType<typeof count>, start: number) {
  let best: { readonly witness: Witness; readonly seen: number } | null = null;
  for (;;) {
    const demand = beyond(best?.seen ?? start);
    const witness = demand.max < demand.min ? null : findProfile(draft, [demand]);
    if (!witness) return best;
    best = { witness, seen: seenBy(draft, witness) };
  }
}

function seenBy(draft: Draft, witness: Witness): number {
  return draft.questions.filter(({ when }) => holds(expand(when, draft.derived), witness)).length;
}
