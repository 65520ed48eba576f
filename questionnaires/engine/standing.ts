/**
 * Where each displayed question stands once answers and deductions are put together (rules 13–17), and the levels that
 * follow: as they are, at worst (every open or unknown question at 0) and at best (at 4).
 */
import { MAX_LEVEL } from "../schema/level.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answer, Answers } from "./answers.ts";

/** `from` is the place of the question that implies this one; null when the person's own answer counts, or none yet. */
export type Standing =
  | { readonly kind: "open" | "na"; readonly from: null }
  | { readonly kind: "unknown"; readonly from: number | null }
  | { readonly kind: "level"; readonly level: number; readonly from: number | null };

const OPEN: Standing = { kind: "open", from: null };
const NA: Standing = { kind: "na", from: null };
const UNKNOWN: Standing = { kind: "unknown", from: null };
const STATED: readonly Standing[] = Array.from({ length: MAX_LEVEL + 1 }, (_, level) => ({
  kind: "level",
  level,
  from: null,
}));

/** What was answered to each displayed question, in display order: looked up once, read many times. */
export type Stated = readonly (Answer | undefined)[];

export function statedAnswers({ displayed }: AdaptedQuestionnaire, answers: Answers): Stated {
  return displayed.map(({ id }) => answers.get(id));
}

/** The standing of each displayed question. A deduced one is level 0, or unknown when its source is (rules 13, 14). */
export function standings(adapted: AdaptedQuestionnaire, said: Stated): readonly Standing[] {
  const { displayed, source, deductionOrder } = adapted;
  const result: Standing[] = new Array(displayed.length).fill(OPEN);
  for (const place of deductionOrder) {
    const question = displayed[place];
    if (!question) continue;
    const from = source[place] ?? -1;
    const origin = from < 0 ? undefined : result[from];
    const threshold = question.impliedBy?.atMost ?? 0;
    if (origin?.kind === "unknown") result[place] = { kind: "unknown", from };
    else if (origin?.kind === "level" && origin.level <= threshold) result[place] = { kind: "level", level: 0, from };
    else result[place] = standingOf(said[place]);
  }
  return result;
}

function standingOf(answer: Answer | undefined): Standing {
  if (answer === undefined) return OPEN;
  if (answer === "na") return NA;
  if (answer === "nsp") return UNKNOWN;
  return STATED[answer] ?? OPEN;
}

/** A level per displayed question, in display order; null where the question is outside the calculation. */
export type Levels = readonly (number | null)[];

/** The levels that are known today: « je ne sais pas » is 0; open and not applicable questions are null. */
export function currentLevels(standing: readonly Standing[]): Levels {
  return standing.map((one) => {
    if (one.kind === "level") return one.level;
    return one.kind === "unknown" ? 0 : null;
  });
}

/** The levels if every open or unknown question turned out to be at `assumed`, deductions redone inside (rules 15). */
export function assumedLevels(adapted: AdaptedQuestionnaire, said: Stated, assumed: 0 | typeof MAX_LEVEL): Levels {
  const { displayed, source, deductionOrder } = adapted;
  const result: (number | null)[] = new Array(displayed.length).fill(null);
  for (const place of deductionOrder) {
    const question = displayed[place];
    if (!question) continue;
    const from = source[place] ?? -1;
    const origin = from < 0 ? null : (result[from] ?? null);
    if (origin !== null && origin <= (question.impliedBy?.atMost ?? 0)) result[place] = 0;
    else {
      const answer = said[place];
      result[place] = answer === "na" ? null : typeof answer === "number" ? answer : assumed;
    }
  }
  return result;
}
