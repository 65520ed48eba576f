/** What the marks would make of the result, by the engine's own simulation; and the cheapest sets to plan at one click. */
import { cheapestSets, diagnose } from "../../../questionnaires/engine/engine.ts";
import type { CheapestSets, Simulation } from "../../../questionnaires/schema/result.ts";
import { chosen, type Marks } from "./marks.ts";
import type { Opened } from "./opened.ts";

export interface WhatIf {
  /** Once what is done counts. */
  readonly done: Simulation;
  /** Once what is planned is done too. */
  readonly all: Simulation;
}

/** Equal to today when nothing is marked; scores are null while the diagnostic is not finished. */
export function whatIf({ adapted, answers, result }: Opened, marks: Marks): WhatIf {
  const simulated = (ids: readonly string[]) => diagnose(adapted, answers, ids).simulation ?? { ...result };
  return { done: simulated([...marks.done]), all: simulated(chosen(marks)) };
}

export interface Shortcut {
  readonly kind: "level" | "expected" | "both";
  readonly set: NonNullable<CheapestSets["expected"]>;
}

/** The cheapest sets to the next level and to the expected score; one of them when both are the same. */
export function shortcuts({ adapted, answers }: Opened): readonly Shortcut[] {
  const { expected, nextLevel } = cheapestSets(adapted, answers);
  if (expected && nextLevel && expected.actions.join() === nextLevel.actions.join()) {
    return [{ kind: "both", set: nextLevel }];
  }
  return [
    ...(nextLevel ? [{ kind: "level", set: nextLevel } as const] : []),
    ...(expected ? [{ kind: "expected", set: expected } as const] : []),
  ];
}

/** The actions of the plan, not yet marked, that a simulated cap waits for. */
export function waitedFor({ result }: Opened, { all }: WhatIf, marks: Marks): readonly string[] {
  const marked = chosen(marks);
  const questions = all.cap?.questions ?? [];
  return result.actions
    .filter(
      ({ id, gain, because }) => gain > 0 && !marked.includes(id) && because.some((one) => questions.includes(one)),
    )
    .map(({ id }) => id);
}
