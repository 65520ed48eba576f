/**
 * The questionnaire as it follows the first file: neither what that file has brought already nor what no screen shows, so
 * that the whole journey stays within its bytes. Written by the build, completed by the page.
 */
import type { Questionnaire, Variable } from "../../questionnaires/schema/compiled.ts";
import { type Columns, columnsOf, rowsOf } from "./columns.ts";
import type { Start } from "./start.ts";

type Unshown = "regions" | "frameworks";

/** Of a variable that the first file holds, all that it left out. */
type Rest = Pick<Variable, "id" | "kept">;

type WithoutReferences<T extends { readonly references: unknown }> = Omit<T, "references">;

export interface Remainder
  extends Omit<Questionnaire, Unshown | "categories" | "profile" | "domains" | "questions" | "actions" | "messages"> {
  readonly profile: readonly (Variable | Rest)[];
  readonly domains: readonly Omit<Questionnaire["domains"][number], "why">[];
  readonly questions: Columns<WithoutReferences<Questionnaire["questions"][number]>>;
  readonly actions: Columns<WithoutReferences<Questionnaire["actions"][number]>>;
  readonly messages: Readonly<Record<string, string>>;
}

/** Sentences of the hosted page, which has them already, and of requests that no page makes. */
const UNUSED_MESSAGES = /^(page\.(?!title)|issue\.(answer|answers|simulate)\.|code\.|migration\.)/;

/** What is left of the questionnaire once `start`, the content of the first file, is taken away. */
export function remainderOf(questionnaire: Questionnaire, start: Start): Remainder {
  const { regions: _, frameworks: __, categories: ___, ...kept } = questionnaire;
  const first = new Set(start.profile.map(({ id }) => id));
  const messages = Object.entries(questionnaire.messages).filter(
    ([key]) => !(key in start.messages) && !UNUSED_MESSAGES.test(key),
  );
  return {
    ...kept,
    profile: kept.profile.map((variable) =>
      first.has(variable.id) ? { id: variable.id, kept: variable.kept } : variable,
    ),
    domains: kept.domains.map(({ why: _why, ...domain }) => domain),
    questions: columnsOf(kept.questions.map(({ references: _references, ...question }) => question)),
    actions: columnsOf(kept.actions.map(({ references: _references, ...action }) => action)),
    messages: Object.fromEntries(messages),
  };
}

/** The questionnaire again, for the engine: all but its references, regions, frameworks and the reasons of its domains, which no screen shows. */
export function complete(start: Start, remainder: Remainder): Questionnaire {
  const first = new Map(start.profile.map((variable) => [variable.id, variable]));
  return {
    ...remainder,
    regions: [],
    frameworks: [],
    categories: start.categories,
    profile: remainder.profile.flatMap((variable) => {
      if ("label" in variable) return [variable];
      const known = first.get(variable.id);
      return known ? [{ ...known, kept: variable.kept }] : [];
    }),
    domains: remainder.domains.map((domain) => ({ ...domain, why: "" })),
    questions: rowsOf(remainder.questions).map((question) => ({ ...question, references: [] })),
    actions: rowsOf(remainder.actions).map((action) => ({ ...action, references: [] })),
    messages: { ...start.messages, ...remainder.messages },
  };
}
