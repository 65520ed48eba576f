/** Where a score stands among published quartiles, said only as far as they are known. Pure. */
import type { Figure, Figures } from "../releases/published.ts";

export type Standing = "top" | "above" | "middle" | "below" | "bottom";

/** Points on each side of a published quartile, which is the middle of a 5-point bin: closer, nothing can be said. */
const HALF_BIN = 2.5;

/** Null where a quartile that matters is not published as a number. */
export function standingOf(score: number, { quartile1, median, quartile3 }: Figures): Standing | null {
  const [low, middle, high] = [quartile1, median, quartile3].map(known);
  if (low == null || middle == null || high == null) return null;
  if (score > high + HALF_BIN) return "top";
  if (score < low - HALF_BIN) return "bottom";
  if (Math.abs(score - middle) <= HALF_BIN) return "middle";
  return score > middle ? "above" : "below";
}

function known(figure: Figure): number | null {
  return typeof figure === "number" ? figure : null;
}
