/** The words of the page, and figures, dates and counts as they are said in them. */
import own from "virtual:words/statistiques";
import { longDay } from "../../text/long-day.ts";
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

/** `YYYY-MM-DD` in long words. */
export function sayDay(day: string): string {
  return longDay(day, language());
}
