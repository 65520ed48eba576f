/**
 * Whether a condition holds for everybody, for somebody or for nobody among those of whom only a few facts are known: the
 * establishments of a sector. What is not known may be anything. Agrees with the engine's one predicate once all is known.
 */
import type { Condition, Questionnaire } from "../../../questionnaires/schema/compiled.ts";

export type Whom = "all" | "some" | "none";

/** Variable → its value, for those that are known. */
export type Known = ReadonlyMap<string, string>;

/** `derived`: what the questionnaire works out from the profile; they are worked out as far as the known facts allow. */
export function whom(condition: Condition, known: Known, derived: Questionnaire["derived"]): Whom {
  if (condition === true) return "all";
  if ("var" in condition) return ofVariable(condition.var, condition.in, known, derived);
  if ("not" in condition) return opposite(whom(condition.not, known, derived));
  if ("all" in condition) return least(condition.all.map((part) => whom(part, known, derived)));
  return opposite(least(condition.any.map((part) => opposite(whom(part, known, derived)))));
}

function ofVariable(
  id: string,
  values: readonly (string | boolean)[],
  known: Known,
  derived: Questionnaire["derived"],
): Whom {
  const value = known.get(id);
  if (value !== undefined) return values.includes(value) ? "all" : "none";
  const found = derived.find((one) => one.id === id);
  if (!found) return "some";
  const holds = whom(found.when, known, derived);
  if (holds === "some") return values.includes(true) && values.includes(false) ? "all" : "some";
  return values.includes(holds === "all") ? "all" : "none";
}

function opposite(one: Whom): Whom {
  return one === "all" ? "none" : one === "none" ? "all" : "some";
}

function least(parts: readonly Whom[]): Whom {
  if (parts.includes("none")) return "none";
  return parts.includes("some") ? "some" : "all";
}
