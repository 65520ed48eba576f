/** Figures as people read them: in the questionnaire's language, one decimal at most, never contradicting the level. */
import type { Questionnaire } from "../schema/compiled.ts";

type Language = Pick<Questionnaire, "language">;

/**
 * A score with at most one decimal. `limits`: the thresholds that it has NOT reached; the figure stays below each: 59.96
 * under the level that starts at 60 is shown 59.9 (rules 25).
 */
export function shownScore(questionnaire: Language, score: number, limits: readonly number[] = []): string {
  let tenths = Math.round(score * 10);
  for (const limit of limits) if (tenths >= limit * 10) tenths = limit * 10 - 1;
  return shownNumber(questionnaire, tenths / 10, 1);
}

/** A number with at most `digits` decimals. */
export function shownNumber({ language }: Language, value: number, digits: number): string {
  let format = formats.get(`${language} ${digits}`);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    formats.set(`${language} ${digits}`, format);
  }
  return format.format(value);
}

/** Making a formatter takes longer than a whole diagnostic; the same ones serve always. */
const formats = new Map<string, Intl.NumberFormat>();
