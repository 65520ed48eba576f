/** Published figures and dates in words. */
import type { Figure } from "../releases/published.ts";
import type { Text } from "../text/text.ts";

export function sayFigure(figure: Figure | null, language: string, say: Text): string {
  if (figure === null) return say("none");
  if (typeof figure === "number") return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(figure);
  if ("withheld" in figure) return say("withheld");
  return say(figure.band === "<=10" ? "low" : "high");
}

/** `YYYY-MM-DD` in long words; French says « 1er » of the first, which no browser does. */
export function sayDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" })
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .map(({ type, value }) => (type === "day" && value === "1" && language.startsWith("fr") ? "1er" : value))
    .join("");
}
