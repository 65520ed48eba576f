/** A prerequisite comes before what needs it: whoever may have the one to do may have the other too. */
import type { Draft } from "../assemble.ts";
import { warning } from "../findings.ts";
import { displayed } from "../space/displayed.ts";
import { count, findProfile } from "../space/find-profile.ts";
import { describeWitness } from "../space/witness.ts";
import type { Check } from "./check.ts";

/** Doubts about a prerequisite that some profiles, though they may have the action to do, can never trigger. */
export const checkPrerequisitesReach: Check = ({ draft, locate }) =>
  draft.actions.flatMap(({ id, requires }, index) =>
    requires.flatMap((required, position) => {
      const triggers = questionsOf(draft, required);
      // An action that nothing triggers is an orphan, told elsewhere.
      if (triggers.length === 0) return [];
      const none = count(
        triggers.map(({ when }) => when),
        0,
        0,
      );
      for (const question of questionsOf(draft, id)) {
        const witness = findProfile(draft, [...displayed(draft, question), none]);
        if (!witness) continue;
        const message = `« ${id} » suit « ${required} », qu’aucune question ne propose à certains profils (${describeWitness(witness)})`;
        const mend = "retirez ce prérequis, ou proposez-le aux mêmes profils";
        return [warning(locate(["actions", index, "requires", position]), "prerequisite-skipped", message, mend)];
      }
      return [];
    }),
  );

function questionsOf(draft: Draft, action: string) {
  return draft.questions.filter(({ actions }) => actions.some((one) => one.action === action));
}
