/** What the profile screens show and check: defaults of the category, exclusive choices, required fields. */
import type { Text } from "../text/text.ts";
import { type ProfileVariable, type Start, variablesOf } from "./start.ts";
import type { FieldError, Profile, ProfileValue } from "./state.ts";

/** The value shown for a variable: what was chosen, else what the category says, else nothing. */
export function shownValue(start: Start, profile: Profile, variable: ProfileVariable): ProfileValue {
  return profile[variable.id] ?? defaultOf(start, profile, variable) ?? (variable.type === "multiple" ? [] : "");
}

/** Whether the shown value comes from the category, to be checked by the person. */
export function isPrefilled(start: Start, profile: Profile, variable: ProfileVariable): boolean {
  return profile[variable.id] === undefined && defaultOf(start, profile, variable) !== undefined;
}

function defaultOf(start: Start, profile: Profile, { id, defaultFrom }: ProfileVariable): string | undefined {
  if (defaultFrom === null) return undefined;
  return start.categories.find(({ code }) => code === profile[defaultFrom])?.defaults[id];
}

/** The list after ticking or unticking: an exclusive value is alone, and leaves when another one comes. */
export function toggled({ options }: ProfileVariable, chosen: readonly string[], value: string): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  const exclusive = (searched: string) => options.some((option) => option.value === searched && option.exclusive);
  if (exclusive(value)) return [value];
  return [...chosen.filter((other) => !exclusive(other)), value];
}

/** A check that arrives with the variables that need it: the sentence of what is wrong, or null. */
export type Check = (variable: ProfileVariable, value: ProfileValue, t: Text) => string | null;

/** What keeps this profile screen from being left, in field order. */
export function profileErrors(
  start: Start,
  profile: Profile,
  page: number,
  t: Text,
  check?: Check,
): readonly FieldError[] {
  return variablesOf(start, page).flatMap((variable) => {
    const { id, name, type, options, optional } = variable;
    const value = shownValue(start, profile, variable);
    const text =
      value.length > 0 ? check?.(variable, value, t) : optional ? null : t(`profile.error.${type}`, { name });
    const alone = type === "integer" || options.length > RADIOS;
    return text ? [{ field: id, target: alone ? id : `${id}-0`, text }] : [];
  });
}

/** Beyond this number of options a single choice is a list to unfold, not radio buttons. */
export const RADIOS = 12;
