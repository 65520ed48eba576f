/** Deductions and prerequisites never go round in circles, and what is deduced cannot be "not applicable" (rules 16). */
import { error } from "../findings.ts";
import { displayed } from "../space/displayed.ts";
import { findProfile } from "../space/find-profile.ts";
import type { Check } from "./check.ts";

/** Refuses a question that, step by step, would be deduced from itself. */
export const checkDeductionCycles: Check = ({ draft, locate }) => {
  const sources = new Map(draft.questions.map(({ id, impliedBy }) => [id, impliedBy ? [impliedBy.question] : []]));
  return draft.questions.flatMap(({ id }, index) => {
    const cycle = cycleFrom(id, sources);
    if (!cycle) return [];
    const message = `« ${id} » se déduit d’elle-même : ${cycle.join(" ← ")}`;
    return [error(locate(["questions", index, "impliedBy"]), "deduction-cycle", message, "retirez un impliedBy")];
  });
};

/** Refuses an action that, step by step, would come before itself. */
export const checkPrerequisiteCycles: Check = ({ draft, locate }) => {
  const required = new Map(draft.actions.map(({ id, requires }) => [id, requires]));
  return draft.actions.flatMap(({ id }, index) => {
    const cycle = cycleFrom(id, required);
    if (!cycle) return [];
    const message = `l’action « ${id} » se précède elle-même : ${cycle.join(" ← ")}`;
    return [error(locate(["actions", index, "requires"]), "prerequisite-cycle", message, "retirez un prérequis")];
  });
};

/** Refuses "not applicable" on a question whose answer may be deduced: it would be both out of the score and zero. */
export const checkDeducedNotApplicable: Check = ({ draft, locate }) =>
  draft.questions.flatMap(({ id, impliedBy, notApplicable }, index) => {
    if (!impliedBy || !notApplicable) return [];
    const message = `« ${id} » peut être déduite et « non applicable »`;
    const place = locate(["questions", index, "notApplicable"]);
    return [error(place, "deduced-not-applicable", message, "gardez impliedBy ou notApplicable, pas les deux")];
  });

/** Refuses a deduction between two questions that no profile sees together. */
export const checkDeductionsReach: Check = ({ draft, locate }) =>
  draft.questions.flatMap((question, index) => {
    const source = draft.questions.find(({ id }) => id === question.impliedBy?.question);
    if (!source || findProfile(draft, displayed(draft, question)) === null) return [];
    if (findProfile(draft, [...displayed(draft, question), ...displayed(draft, source)])) return [];
    const message = `« ${question.id} » et « ${source.id} » ne sont jamais posées ensemble`;
    const mend = "corrigez leurs conditions, ou retirez impliedBy";
    return [error(locate(["questions", index, "impliedBy"]), "deduction-never", message, mend)];
  });

/** The way from `start` back to itself, or null. */
function cycleFrom(start: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const seen = new Set<string>();
  function walk(id: string, path: readonly string[]): readonly string[] | null {
    for (const step of next.get(id) ?? []) {
      if (step === start) return [...path, step];
      if (seen.has(step)) continue;
      seen.add(step);
      const found = walk(step, [...path, step]);
      if (found) return found;
    }
    return null;
  }
  return walk(start, [start]);
}
