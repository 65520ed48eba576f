/** A compiled condition written back in the authors' grammar. The contrary of `compile/expression.ts`. */
import type { Condition } from "../schema/compiled.ts";

/** `toujours`, `taille in (a, b)`, `not serveur`…, with the brackets that the meaning needs and no more. */
export function writeCondition(condition: Condition): string {
  if (condition === true) return "toujours";
  if ("var" in condition) return writeComparison(condition.var, condition.in);
  if ("not" in condition) return writeContrary(condition.not);
  if ("any" in condition) return condition.any.map(writeCondition).join(" or ");
  return condition.all
    .map((part) => (isAlternative(part) ? `(${writeCondition(part)})` : writeCondition(part)))
    .join(" and ");
}

function writeComparison(name: string, values: readonly (string | boolean)[]): string {
  if (values.includes(true)) return name;
  return values.length === 1 ? `${name} == ${values[0]}` : `${name} in (${values.join(", ")})`;
}

function writeContrary(inner: Condition): string {
  if (inner !== true && "var" in inner && inner.in.length === 1 && !inner.in.includes(true)) {
    return `${inner.var} != ${inner.in[0]}`;
  }
  const simple = inner === true || "not" in inner || ("var" in inner && inner.in.includes(true));
  return simple ? `not ${writeCondition(inner)}` : `not (${writeCondition(inner)})`;
}

/** Inside a conjunction, an alternative needs brackets; nothing else ever does, since compiling flattens the rest. */
function isAlternative(part: Condition): boolean {
  return part !== true && "any" in part;
}
