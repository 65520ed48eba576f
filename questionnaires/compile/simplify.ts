/** Keeps compiled conditions small without changing what they mean. */
import type { Condition } from "../schema/compiled.ts";

/** True when all hold: nested conjunctions are flattened, a single one stands alone, `true` adds nothing. */
export function allOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((one) => (one !== true && "all" in one ? one.all : [one]));
  const kept = flat.filter((one) => one !== true);
  const [first] = kept;
  if (first === undefined) return true;
  return kept.length === 1 ? first : { all: kept };
}

/** True when one holds: nested alternatives are flattened, a single one stands alone, `true` decides. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((one) => (one !== true && "any" in one ? one.any : [one]));
  const [first] = flat;
  if (first === undefined || flat.includes(true)) return true;
  return flat.length === 1 ? first : { any: flat };
}

/** The contrary; two negations cancel out. */
export function notOf(condition: Condition): Condition {
  return condition !== true && "not" in condition ? condition.not : { not: condition };
}
