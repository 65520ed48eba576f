/** Nothing bears the same name twice: identifiers, values, codes and ranks are unique. */
import { error, type Finding } from "../findings.ts";
import type { Path } from "../source.ts";
import type { Check } from "./check.ts";

type Named = { readonly path: Path; readonly name: string };

/** Refuses the second bearer of a name, at its own line. */
export const checkIdentifiers: Check = ({ draft, locate }) => {
  const families: readonly (readonly Named[])[] = [
    [...named("profile", "id", draft.profile), ...named("derived", "id", draft.derived)],
    ...draft.profile.map((variable, index) => named(["profile", index, "options"], "value", variable.options)),
    named("categories", "code", draft.categories),
    named("categories", "label", draft.categories),
    named("regions", "code", draft.regions),
    named("domains", "id", draft.domains),
    named("questions", "id", draft.questions),
    named("actions", "id", draft.actions),
    named("classes", "id", draft.classes),
    draft.questions.flatMap((question, index) =>
      question.actions.map(({ action }, position) => ({
        path: ["questions", index, "actions", position],
        name: `${question.id} → ${action}`,
      })),
    ),
  ];
  const ranks = draft.questions.map(({ rank }, index) => ({ path: ["questions", index, "rank"], name: String(rank) }));
  return [
    ...families.flatMap((family) =>
      repeated(family).map(({ path, name }) =>
        error(locate(path), "duplicate-id", `« ${name} » existe déjà`, "donnez un autre nom ou retirez ce double"),
      ),
    ),
    ...repeated(ranks).map(({ path, name }): Finding => {
      const free = firstFree(draft.questions.map((question) => question.rank));
      const message = `le rang ${name} est déjà pris`;
      return error(locate(path), "duplicate-rank", message, `donnez à chaque question son rang ; ${free} est libre`);
    }),
  ];
};

function named<K extends string>(at: string | Path, key: K, items: readonly Record<K, string>[]): readonly Named[] {
  const base = typeof at === "string" ? [at] : at;
  return items.map((item, index) => ({ path: [...base, index, key], name: item[key] }));
}

function repeated(family: readonly Named[]): readonly Named[] {
  return family.filter(({ name }, index) => family.findIndex((other) => other.name === name) < index);
}

function firstFree(ranks: readonly number[]): number {
  let rank = 1;
  while (ranks.includes(rank)) rank += 1;
  return rank;
}
