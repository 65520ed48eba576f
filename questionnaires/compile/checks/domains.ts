/** A domain is scored on several questions, whoever answers. */
import { error, type Finding, warning } from "../findings.ts";
import { count, findProfile } from "../space/find-profile.ts";
import { describeWitness } from "../space/witness.ts";
import type { Check } from "./check.ts";

/** Refuses a domain without a question; doubts one that, for some profile, rests on a single question or none. */
export const checkDomains: Check = ({ draft, locate }) =>
  draft.domains.flatMap(({ id }, index): readonly Finding[] => {
    const place = locate(["domains", index]);
    const questions = draft.questions.filter(({ domain }) => domain === id).map(({ when }) => when);
    if (questions.length === 0) {
      const mend = `écrivez questions-${id}.yaml, ou retirez le domaine`;
      return [error(place, "empty-domain", `le domaine « ${id} » n’a aucune question`, mend)];
    }
    for (const [most, words] of [
      [0, "n’a aucune question"],
      [1, "repose sur une seule question"],
    ] as const) {
      const witness = findProfile(draft, [count(questions, 0, most)]);
      if (!witness) continue;
      const message = `le domaine « ${id} » ${words} pour certains profils (${describeWitness(witness)})`;
      return [warning(place, "thin-domain", message, "ajoutez une question qui les concerne")];
    }
    return [];
  });
