/** The words of the page, and figures, dates and counts as they are said in them. */
import own from "virtual:words/statistiques";
import { createText, type Values } from "../../text/text.ts";

export const say = createText(own);

const language = () => document.documentElement.lang;

/** The sentence for one or for several. */
export function several(key: string, count: number, values: Values = {}): string {
  const rule = new Intl.PluralRules(language()).select(count);
  return say(`${key}.${rule === "one" ? "one" : "other"}`, { ...values, count: sayNumber(count) });
}

/** One decimal at most, as in the files. */
export function sayNumber(value: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(value);
}

/** `YYYY-MM-DD` in long words; French says « 1er » of the first, which no browser does. */
export function sayDay(day: string): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeZone: "UTC" });
  return format
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .map(({ type, value }) => (type === "day" && value === "1" && language().startsWith("fr") ? "1er" : value))
    .join("");
}
