/** Conditions name variables and values that exist, and only variables that everyone must answer (rules 1). */
import type { Condition, Variable } from "../../schema/compiled.ts";
import { error, type Finding, type Place, warning } from "../findings.ts";
import type { Space } from "../space/find-profile.ts";
import { type Comparison, comparisonsOf, conditionsOf } from "../space/walk-conditions.ts";
import type { Check } from "./check.ts";

/** Refuses a comparison with an unknown variable or value, or with a derived variable that comes later. */
export const checkConditions: Check = ({ draft, locate }) =>
  conditionsOf(draft).flatMap(({ path, condition, derivedBefore }) =>
    nameFindings(condition, draft, locate(path), derivedBefore),
  );

/** What one condition names and that does not exist, or not yet: only the first `derivedBefore` derived variables do. */
export function nameFindings(
  condition: Condition,
  { profile, derived }: Space,
  place: Place,
  derivedBefore = derived.length,
): readonly Finding[] {
  return comparisonsOf(condition).flatMap((comparison) => {
    const position = derived.findIndex(({ id }) => id === comparison.variable);
    if (position >= 0) return derivedFinding(comparison, position < derivedBefore, place);
    const variable = profile.find(({ id }) => id === comparison.variable);
    return variable ? valueFindings(comparison, variable, place) : [unknownVariable(comparison, place)];
  });
}

/** A variable that a deciding condition reads is required; one that none reads has no reason to be. */
export const checkOptionalVariables: Check = ({ draft, locate }) => {
  const read = new Set(
    conditionsOf(draft)
      .filter((one) => one.decides)
      .flatMap(({ condition }) => comparisonsOf(condition).map((comparison) => comparison.variable)),
  );
  return draft.profile.flatMap((variable, index) => {
    const place = locate(["profile", index, "optional"]);
    if (variable.optional && read.has(variable.id)) {
      const message = `« ${variable.id} » est facultative mais une condition la lit`;
      return [error(place, "optional-variable-read", message, "écrivez optional: false ou retirez-la des conditions")];
    }
    if (!variable.optional && !read.has(variable.id)) {
      const message = `« ${variable.id} » est obligatoire mais aucune condition ne la lit`;
      return [warning(place, "required-variable-unread", message, "écrivez optional: true ou servez-vous-en")];
    }
    return [];
  });
};

/** A derived variable serves a condition, somewhere. */
export const checkDerivedRead: Check = ({ draft, locate }) => {
  const read = conditionsOf(draft).flatMap(({ condition }) => comparisonsOf(condition).map(({ variable }) => variable));
  return draft.derived.flatMap(({ id }, index) => {
    if (read.includes(id)) return [];
    const message = `« ${id} » est calculée mais aucune condition ne la lit`;
    return [warning(locate(["derived", index]), "derived-unread", message, "retirez-la ou servez-vous-en")];
  });
};

function derivedFinding({ variable, values }: Comparison, known: boolean, place: Place): readonly Finding[] {
  if (values.some((value) => value !== true)) {
    const message = `« ${variable} » est vraie ou fausse, elle n’a pas de valeurs`;
    return [error(place, "boolean-compared", message, `écrivez « ${variable} » ou « not ${variable} »`)];
  }
  if (known) return [];
  const message = `« ${variable} » est calculée plus bas`;
  return [error(place, "derived-order", message, "placez la variable lue avant celle qui la lit")];
}

function valueFindings({ variable, values }: Comparison, { type, options }: Variable, place: Place) {
  if (type === "integer" || values.includes(true)) {
    const message = `« ${variable} » ne se lit pas comme un vrai ou faux`;
    return [error(place, "variable-without-value", message, "comparez-la à une valeur : ==, != ou in (…)")];
  }
  const known = options.map((option) => option.value);
  return values
    .filter((value) => typeof value === "string" && !known.includes(value))
    .map((value) => {
      const message = `« ${value} » n’est pas une valeur de « ${variable} »`;
      return error(place, "unknown-value", message, `choisissez parmi ${shortList(known)}`);
    });
}

function unknownVariable({ variable }: Comparison, place: Place): Finding {
  const message = `la variable « ${variable} » n’existe pas`;
  return error(place, "unknown-variable", message, "corrigez son nom ou déclarez-la dans profile.yaml");
}

function shortList(values: readonly string[]): string {
  const shown = 12;
  return values.slice(0, shown).join(", ") + (values.length > shown ? "…" : "");
}
