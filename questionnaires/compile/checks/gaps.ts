/** Every gap has an action, every trigger can fire, every action has a gap (law 7). Only targets that a profile has count. */
import type { Question } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import { error } from "../findings.ts";
import { reachableTargets } from "../space/displayed.ts";
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

/** Refuses an action cited at levels where the question is never below its target. */
export const checkTriggers: Check = ({ draft, locate }) =>
  draft.questions.flatMap((question, index) => {
    const target = highestTarget(draft, question);
    return question.actions.flatMap(({ action, atLeast, atMost }, position) => {
      if (target === 0 || fires(atLeast, atMost, target)) return [];
      const message = `« ${question.id} » ne déclenche jamais « ${action} » (niveaux ${atLeast} à ${atMost}, cible ${target} au plus)`;
      const place = locate(["questions", index, "actions", position]);
      return [error(place, "trigger-never", message, "corrigez atLeast et atMost, ou retirez cette ligne")];
    });
  });

/** Refuses an action that no answer can suggest; the one that finds out unknown answers stands apart. */
export const checkOrphanActions: Check = ({ draft, locate }) => {
  const triggered = new Set(
    draft.questions.flatMap((question) => {
      const target = highestTarget(draft, question);
      return question.actions.filter((one) => fires(one.atLeast, one.atMost, target)).map(({ action }) => action);
    }),
  );
  return draft.actions.flatMap(({ id }, index) => {
    if (triggered.has(id) || id === draft.unknown.action) return [];
    const message = `aucune réponse ne propose l’action « ${id} »`;
    return [error(locate(["actions", index]), "orphan-action", message, "citez-la dans une question ou retirez-la")];
  });
};

function fires(atLeast: number, atMost: number, target: number): boolean {
  return atLeast <= atMost && atLeast < target;
}

/** The highest level that the class of some profile expects of this question; 0 when none displays it. */
function highestTarget(draft: Draft, question: Question): number {
  return Math.max(0, ...reachableTargets(draft, question));
}

function levelsBelow(target: number): readonly number[] {
  return Array.from({ length: target }, (_, level) => level);
}
