/** Published figures in words. */
import type { Figure } from "../releases/published.ts";
import type { Text } from "../text/text.ts";

export function sayFigure(figure: Figure | null, language: string, say: Text): string {
  if (figure === null) return say("none");
  if (typeof figure === "number") return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(figure);
  if ("withheld" in figure) return say("withheld");
  return say(figure.band === "<=10" ? "value.low" : "value.high");
}
