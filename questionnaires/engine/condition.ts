/** Whether a condition on the profile holds. The one predicate behind display, scoring, caps, alerts and exposure. */
import type { Condition } from "../schema/compiled.ts";

export type Fact = string | boolean | number | readonly string[];
export type Facts = ReadonlyMap<string, Fact>;

/** A missing variable (an optional one left out) meets no value; a multiple one meets any of its values. */
export function holds(condition: Condition, facts: Facts): boolean {
  if (condition === true) return true;
  if ("var" in condition) return isAmong(facts.get(condition.var), condition.in);
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  return !holds(condition.not, facts);
}

function isAmong(fact: Fact | undefined, values: readonly (string | boolean)[]): boolean {
  const listed: readonly unknown[] = values;
  return typeof fact === "object" ? fact.some((value) => listed.includes(value)) : listed.includes(fact);
}
