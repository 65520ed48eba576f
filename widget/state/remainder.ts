/**
 * The questionnaire as it follows the first file: neither what that file has brought already nor what no screen shows, so
 * that the whole journey stays within its bytes. Written by the build, completed by the page.
 */
import type { Questionnaire, Variable } from "../../questionnaires/schema/compiled.ts";
import { type Columns, columnsOf, rowsOf } from "./columns.ts";
import { toOption, toText } from "./pack.ts";
import type { Start } from "./start.ts";

type Unshown = "regions" | "frameworks";

/** Of a variable that the first file holds, all that it left out. */
type Rest = Pick<Variable, "id" | "kept">;

/** A variable with its options as texts. */
type Packed = Omit<Variable, "options"> & { readonly options: readonly string[] };

/** An action that a question triggers: its place among the actions, and the levels that trigger it. */
type Trigger = readonly [action: number, atLeast: number, atMost: number];

/** A resource: its label and address; when it was checked is for those who write, not for those who read. */
type Resource = readonly [label: string, url: string | null];

type Question = Questionnaire["questions"][number];
type Action = Questionnaire["actions"][number];

type WithoutReferences<T extends { readonly references: unknown }> = Omit<T, "references">;

export interface Remainder
  extends Omit<Questionnaire, Unshown | "categories" | "profile" | "domains" | "questions" | "actions" | "messages"> {
  readonly profile: readonly (Packed | Rest)[];
  readonly domains: readonly Omit<Questionnaire["domains"][number], "why">[];
  readonly questions: Columns<WithoutReferences<Omit<Question, "actions">> & { readonly actions: readonly Trigger[] }>;
  readonly actions: Columns<WithoutReferences<Omit<Action, "resources">> & { readonly resources: readonly Resource[] }>;
  readonly messages: Readonly<Record<string, string>>;
}

/** Sentences of the hosted page, which has them already, and of requests that no page makes. */
const UNUSED_MESSAGES =
  /^(page\.(?!title)|issue\.(answer|answers|simulate)\.|issue\.profile\.(not-an-object|unknown-variable|not-text|not-list|duplicate)|code\.|migration\.)/;

/**
 * Like beside like: gzip looks back over 32 KiB only. Found by trying every place of every key until none was better; for
 * the content as it is, some 300 bytes.
 */
const FIRST_KEYS = [
  ...(["domains", "version", "publishedOn", "profile", "exposure", "derived", "id", "warnings"] as const),
  ...(["questions", "actions", "unknown", "levels", "title", "messages"] as const),
] as const;
const QUESTION_KEYS = [
  ...(["unknownAllowed", "when", "actions", "weight", "rank", "impliedBy", "core", "alert", "cap"] as const),
  ...(["notApplicable", "help", "label", "domain", "id", "options"] as const),
] as const;
const ACTION_KEYS = [
  ...(["steps", "title", "effort", "impact", "domain", "cost", "requires", "id", "resources", "owner"] as const),
] as const;

/** What is left of the questionnaire once `start`, the content of the first file, is taken away. */
export function remainderOf(questionnaire: Questionnaire, start: Start): Remainder {
  const { regions: _, frameworks: __, categories: ___, ...kept } = questionnaire;
  const first = new Set(start.profile.map(({ id }) => id));
  const places = new Map(kept.actions.map(({ id }, place) => [id, place]));
  const messages = Object.entries(questionnaire.messages).filter(
    ([key]) => !(key in start.messages) && !UNUSED_MESSAGES.test(key),
  );
  return inOrder(FIRST_KEYS, {
    ...kept,
    profile: kept.profile.map(({ options, ...variable }) =>
      first.has(variable.id) ? { id: variable.id, kept: variable.kept } : { ...variable, options: options.map(toText) },
    ),
    domains: kept.domains.map(({ why: _why, ...domain }) => domain),
    questions: inOrder(
      QUESTION_KEYS,
      columnsOf(
        kept.questions.map(({ references: _references, actions, ...question }) => ({
          ...question,
          actions: actions.map(({ action, atLeast, atMost }) => [places.get(action) ?? -1, atLeast, atMost] as const),
        })),
      ),
    ),
    actions: inOrder(
      ACTION_KEYS,
      columnsOf(
        kept.actions.map(({ references: _references, resources, ...action }) => ({
          ...action,
          resources: resources.map(({ label, url }) => [label, url] as const),
        })),
      ),
    ),
    messages: Object.fromEntries(messages),
  });
}

/** The same, with these keys first, in this order. */
function inOrder<T extends object>(keys: readonly (keyof T)[], content: T): T {
  const first = keys.filter((key) => key in content).map((key) => [key, content[key]] as const);
  return { ...(Object.fromEntries(first) as Partial<T>), ...content };
}

/** The questionnaire again, for the engine: all but its references, regions, frameworks and the reasons of its domains, which no screen shows. */
export function complete(start: Start, remainder: Remainder): Questionnaire {
  const first = new Map(start.profile.map((variable) => [variable.id, variable]));
  const actions = rowsOf(remainder.actions).map((action) => ({
    ...action,
    references: [],
    resources: action.resources.map(([label, url]) => ({ label, url, checkedOn: null })),
  }));
  return {
    ...remainder,
    regions: [],
    frameworks: [],
    categories: start.categories,
    profile: remainder.profile.flatMap((variable) => {
      if ("label" in variable) return [{ ...variable, options: variable.options.map(toOption) }];
      const known = first.get(variable.id);
      return known ? [{ ...known, kept: variable.kept }] : [];
    }),
    domains: remainder.domains.map((domain) => ({ ...domain, why: "" })),
    questions: rowsOf(remainder.questions).map((question) => ({
      ...question,
      references: [],
      actions: question.actions.map(([place, atLeast, atMost]) => ({
        action: actions[place]?.id ?? "",
        atLeast,
        atMost,
      })),
    })),
    actions,
    messages: { ...start.messages, ...remainder.messages },
  };
}
