/** A published value in words: a band is a sentence, what is withheld says so. */
import type { Text } from "../../text/text.ts";
import type { Unit, Value } from "./grid.ts";

/** `number`: how the language writes one. */
export function sayValue(value: Value, unit: Unit, t: Text, number: (value: number) => string): string {
  if (value === null) return t("value.none");
  if (typeof value === "string") return value;
  const percent = unit === "percent" ? ".percent" : "";
  if (typeof value === "number") return t(`value.number${percent}`, { value: number(value) });
  if ("from" in value) return t("value.asked", { from: number(value.from), below: number(value.below) });
  if ("withheld" in value) return t("value.withheld");
  return t(`value.${value.band === "<=10" ? "low" : "high"}${percent}`);
}
