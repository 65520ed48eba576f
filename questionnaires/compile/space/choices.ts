/** The answers to each profile variable that the given conditions can tell apart: one representative per kind. */
import type { Condition, Variable } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import { comparisonsOf } from "./walk-conditions.ts";

/** A variable and its possible answers; an empty answer stands for an optional variable left out. */
export type Choices = { readonly variable: string; readonly choices: readonly (readonly string[])[] };

/** For each variable read, every answer up to what the conditions distinguish; the most often read ones first. */
export function possibleChoices(
  profile: Draft["profile"],
  conditions: readonly Condition[],
  allowAbsent: boolean,
): readonly Choices[] {
  const comparisons = conditions.flatMap(comparisonsOf);
  const read = profile.map((variable) => ({
    variable,
    lists: comparisons.filter((one) => one.variable === variable.id).map((one) => one.values),
  }));
  return read
    .filter(({ lists }) => lists.length > 0)
    .sort((a, b) => b.lists.length - a.lists.length)
    .map(({ variable, lists }) => ({
      variable: variable.id,
      choices: [...choicesOf(variable, lists), ...(allowAbsent && variable.optional ? [[]] : [])],
    }));
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
