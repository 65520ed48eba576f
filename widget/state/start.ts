/** What the first file carries of a questionnaire: enough for the start and profile screens, nothing of the questions. */
import type { Questionnaire, Variable } from "../../questionnaires/schema/compiled.ts";

export type ProfileVariable = Omit<Variable, "kept">;

export interface Start extends Pick<Questionnaire, "id" | "version" | "language" | "title" | "categories"> {
  readonly messages: Readonly<Record<string, string>>;
  readonly profile: readonly ProfileVariable[];
  /** The profile screens, in order; the variables of the last ones may still be on their way. */
  readonly groups: readonly string[];
}

/** The whole questionnaire, once it has arrived, in the place of the little that stood for it. */
export function startOf(questionnaire: Questionnaire): Start {
  return { ...questionnaire, groups: [...new Set(questionnaire.profile.map(({ group }) => group))] };
}

/** The variable that holds the category: the one whose value gives the others their defaults, if any. */
export function categoryVariable(start: Start): string | null {
  return start.profile.find(({ defaultFrom }) => defaultFrom !== null)?.defaultFrom ?? null;
}

/** The variables asked on one profile screen. */
export function variablesOf(start: Start, page: number): readonly ProfileVariable[] {
  return start.profile.filter(({ group }) => group === start.groups[page]);
}
