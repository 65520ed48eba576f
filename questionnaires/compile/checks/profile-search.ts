/**
 * Searches the whole space of profiles for one that shows a question together with many others.
 * Exact, not sampled: branches are cut only when they can no longer succeed.
 */
import type { Condition, Question } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import { possibleChoices } from "./profile-choices.ts";

/** Values chosen so far; a variable that is absent is still open. */
type Chosen = Map<string, readonly string[]>;

/** Whether some profile shows `question` and at least `count` of the `others`. */
export function someProfileShows(
  draft: Draft,
  question: Question,
  others: readonly Question[],
  count: number,
): boolean {
  const derived = new Map(draft.derived.map((one) => [one.id, one.when]));
  const wanted = expand(question.when, derived);
  const conditions = others.map((other) => expand(other.when, derived));
  const choices = possibleChoices(draft, [wanted, ...conditions]);
  const chosen: Chosen = new Map();

  function search(depth: number): boolean {
    if (verdict(wanted, chosen) === false) return false;
    if (conditions.filter((condition) => verdict(condition, chosen) !== false).length < count) return false;
    const next = choices[depth];
    if (!next) return true;
    for (const values of next.choices) {
      chosen.set(next.variable, values);
      if (search(depth + 1)) return true;
    }
    chosen.delete(next.variable);
    return false;
  }
  return search(0);
}

/** Replaces derived variables by what they stand for, so that only profile variables remain. */
function expand(condition: Condition, derived: ReadonlyMap<string, Condition>): Condition {
  if (condition === true) return true;
  if ("var" in condition) {
    const meaning = derived.get(condition.var);
    if (meaning === undefined) return condition;
    // Without itself: a variable that reads itself is refused elsewhere and must not loop here.
    return expand(meaning, new Map([...derived].filter(([id]) => id !== condition.var)));
  }
  if ("not" in condition) return { not: expand(condition.not, derived) };
  if ("all" in condition) return { all: condition.all.map((part) => expand(part, derived)) };
  return { any: condition.any.map((part) => expand(part, derived)) };
}

/** True or false as soon as the choices made decide, undefined before. */
function verdict(condition: Condition, chosen: Chosen): boolean | undefined {
  if (condition === true) return true;
  if ("var" in condition) {
    const values = chosen.get(condition.var);
    return values?.some((value) => condition.in.includes(value));
  }
  if ("not" in condition) {
    const inner = verdict(condition.not, chosen);
    return inner === undefined ? undefined : !inner;
  }
  const [parts, decisive] = "all" in condition ? [condition.all, false] : [condition.any, true];
  const verdicts = parts.map((part) => verdict(part, chosen));
  if (verdicts.includes(decisive)) return decisive;
  return verdicts.includes(undefined) ? undefined : !decisive;
}
