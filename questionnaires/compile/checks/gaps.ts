/** Every gap has an action and every action has a gap (law 7). */
import type { Question } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import { error } from "../findings.ts";
import type { Check } from "./check.ts";

/** Refuses a question that, at some level below a possible target, suggests nothing. */
export const checkGaps: Check = ({ draft, locate }) =>
  draft.questions.flatMap((question, index) => {
    const silent = levelsBelow(highestTarget(draft, question)).filter(
      (level) => !question.actions.some(({ atLeast, atMost }) => atLeast <= level && level <= atMost),
    );
    if (silent.length === 0) return [];
    const message = `« ${question.id} » ne propose aucune action au niveau ${silent.join(", ")}`;
    const mend = "ajoutez une action, ou élargissez atLeast et atMost";
    return [error(locate(["questions", index, "actions"]), "gap-without-action", message, mend)];
  });

/** Refuses an action that no answer can suggest; the one that finds out unknown answers stands apart. */
export const checkOrphanActions: Check = ({ draft, locate }) => {
  const triggered = new Set(
    draft.questions.flatMap((question) => {
      const target = highestTarget(draft, question);
      return question.actions
        .filter(({ atLeast, atMost }) => atLeast <= atMost && atLeast < target)
        .map(({ action }) => action);
    }),
  );
  return draft.actions.flatMap(({ id }, index) => {
    if (triggered.has(id) || id === draft.unknown.action) return [];
    const message = `aucune réponse ne propose l'action « ${id} »`;
    return [error(locate(["actions", index]), "orphan-action", message, "citez-la dans une question ou retirez-la")];
  });
};

/** The highest level that some class expects of this question. */
function highestTarget(draft: Draft, question: Question): number {
  return Math.max(0, ...draft.classes.map((one) => (question.core ? one.coreTarget : one.target)));
}

function levelsBelow(target: number): readonly number[] {
  return Array.from({ length: target }, (_, level) => level);
}
