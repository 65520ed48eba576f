/** The answers to each variable that the given conditions can tell apart: one representative per kind. */
import type { Condition, Variable } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import { comparisonsOf } from "./walk-conditions.ts";

export type Choices = { readonly variable: string; readonly choices: readonly (readonly string[])[] };

/** For each variable read, every answer up to what the conditions distinguish. */
export function possibleChoices(draft: Draft, conditions: readonly Condition[]): readonly Choices[] {
  const comparisons = conditions.flatMap(comparisonsOf);
  return draft.profile.flatMap((variable) => {
    const lists = comparisons.filter((one) => one.variable === variable.id).map((one) => one.values);
    return lists.length === 0 ? [] : [{ variable: variable.id, choices: choicesOf(variable, lists) }];
  });
}

function choicesOf(
  variable: Variable,
  lists: readonly (readonly (string | boolean)[])[],
): readonly (readonly string[])[] {
  const kinds = new Map<string, string>();
  for (const { value, exclusive } of variable.options) {
    const kind = [exclusive, ...lists.map((values) => values.includes(value))].join();
    if (!kinds.has(kind)) kinds.set(kind, value);
  }
  const values = [...kinds.values()];
  if (variable.type !== "multiple") return values.map((value) => [value]);
  const alone = values.filter((value) => variable.options.some((one) => one.value === value && one.exclusive));
  const together = values.filter((value) => !alone.includes(value));
  return [...alone.map((value) => [value]), ...subsetsOf(together).filter((subset) => subset.length > 0)];
}

function subsetsOf(values: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  const without = subsetsOf(rest);
  return [...without, ...without.map((subset) => [first, ...subset])];
}
