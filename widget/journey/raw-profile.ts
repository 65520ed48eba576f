/** The profile as the engine and the API take it: nothing empty, integers as numbers, defaults left to the engine. */
import type { Check } from "../state/profile.ts";
import type { ProfileVariable } from "../state/start.ts";
import type { Profile } from "../state/state.ts";

export function toRaw(profile: readonly ProfileVariable[], values: Profile): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const { id, type } of profile) {
    const value = values[id];
    if (value === undefined || value.length === 0) continue;
    raw[id] = type === "integer" && typeof value === "string" ? toInteger(value) : value;
  }
  return raw;
}

/** What is wrong with a typed number. */
export const checkInteger: Check = ({ name, type, range }, value, t) => {
  if (type !== "integer" || typeof value !== "string") return null;
  const number = toInteger(value);
  if (number === null) return t("profile.error.not-integer", { name });
  if (range === null || (number >= range.min && number <= range.max)) return null;
  return t("profile.error.range", { name, ...range });
};

/** Reads an integer as people type it, spaces between thousands included. */
export function toInteger(text: string): number | null {
  const digits = text.replace(/\s/g, "");
  return /^-?\d{1,9}$/.test(digits) ? Number(digits) : null;
}
