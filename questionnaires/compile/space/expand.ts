/** Conditions in terms of profile variables only: derived variables are replaced by what they stand for. */
import type { Condition } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";

/** Replaces the derived variables of a condition, in depth. */
export function expand(condition: Condition, derived: Draft["derived"]): Condition {
  if (condition === true) return true;
  if ("var" in condition) {
    const meaning = derived.find((one) => one.id === condition.var);
    if (meaning === undefined) return condition;
    // Without itself: a variable that reads itself is refused elsewhere and must not loop here.
    return expand(
      meaning.when,
      derived.filter((one) => one !== meaning),
    );
  }
  if ("not" in condition) return { not: expand(condition.not, derived) };
  if ("all" in condition) return { all: condition.all.map((part) => expand(part, derived)) };
  return { any: condition.any.map((part) => expand(part, derived)) };
}
