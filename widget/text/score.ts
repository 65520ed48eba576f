/** Scores in words: the engine's own figures, and the rates that only the page shows. */
import { shownNumber, shownScore } from "../../questionnaires/engine/engine.ts";

/** `limits`: the thresholds that this score has NOT reached; the figure stays below each of them. */
export function formatScore(score: number, language: string, limits: readonly number[] = []): string {
  return shownScore({ language }, score, limits);
}

export function formatNumber(value: number, language: string): string {
  return shownNumber({ language }, value, 1);
}

/** A rate as a whole percentage, never rounded up to 100 when something is missing. */
export function formatRate(rate: number, language: string): string {
  const percent = rate < 1 ? Math.min(99, Math.round(rate * 100)) : 100;
  return new Intl.NumberFormat(language, { style: "percent" }).format(percent / 100);
}

/** The start of the next level's band, if any: what a score of this level has not reached. */
export function nextBand(
  levels: readonly { readonly level: number; readonly from: number }[],
  level: number,
): number[] {
  return levels.filter((band) => band.level === level + 1).map(({ from }) => from);
}
