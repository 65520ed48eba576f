/**
 * Scores in words: one decimal at most, in the questionnaire's language, and never a figure that contradicts the level.
 * 59.96 under the level that starts at 60 is said 59.9, not 60 (rules 25).
 */

/** `limits`: the thresholds that this score has NOT reached; the figure stays below each of them. */
export function formatScore(score: number, language: string, limits: readonly number[] = []): string {
  let tenths = Math.round(score * 10);
  for (const limit of limits) if (tenths >= limit * 10) tenths = limit * 10 - 1;
  return formatNumber(tenths / 10, language);
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
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
