/** The frameworks as compiled, and what each action owes them: one truth, written at the questions. */
import type { Action, Framework } from "../schema/compiled.ts";
import type { Draft } from "./assemble.ts";
import type { Authored } from "./authored.ts";

type Written = NonNullable<Authored["frameworks"]>["data"]["frameworks"][number];

/** The compiled framework: what is absent becomes null. */
export function assembleFramework({ version, url, checkedOn, items, ...rest }: Written): Framework {
  return { ...rest, version: version ?? null, url: url ?? null, checkedOn: checkedOn ?? null, items: items ?? null };
}

/** The same content, where each action bears the references of the questions that propose it, in order, once each. */
export function withReferences(draft: Draft): Draft {
  const referencesOf = ({ id }: Action) =>
    draft.questions
      .filter(({ actions }) => actions.some(({ action }) => action === id))
      .flatMap((one) => one.references);
  const actions = draft.actions.map((action) => ({
    ...action,
    references: [...new Set([...referencesOf(action), ...action.references])],
  }));
  return { ...draft, actions };
}
