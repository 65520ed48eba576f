/** What a contribution keeps of a diagnostic, and how it is written down: the least that statistics need (SCHEMA.md). */
import {
  type AdaptedQuestionnaire,
  type Answer,
  type Answers,
  deductions,
  type Model,
} from "../../questionnaires/engine/engine.ts";

/** One row of the table `contributions`. */
export interface Contribution {
  /** 16 random bytes: tells nothing, not even the order of arrival. */
  readonly id: Uint8Array<ArrayBuffer>;
  readonly period: string;
  readonly questionnaire: string;
  readonly version: string;
  readonly territory: string | null;
  readonly channel: string | null;
  /** Of the region's mailing that led here; null = none. */
  readonly campaign: string | null;
  readonly profile: string;
  readonly answers: string;
}

/** The variables marked `kept`, as compact JSON in the order of the questionnaire. */
export function keptProfile({ model, profile }: AdaptedQuestionnaire): string {
  const kept = model.questionnaire.profile.filter(({ id, kept }) => kept && profile.values[id] !== undefined);
  return JSON.stringify(Object.fromEntries(kept.map(({ id }) => [id, profile.values[id]])));
}

const UNKNOWN = "?";
const NOT_APPLICABLE = "-";
const NOT_ASKED = ".";

/**
 * One character per question of the version, in its file order: `0`–`4`, `?` je ne sais pas, `-` non applicable,
 * `.` not asked or deduced. 57 bytes instead of 740 as JSON, so that a row stays under 1 KB; the version is immutable.
 */
export function writeAnswers(adapted: AdaptedQuestionnaire, answers: Answers): string {
  const deduced = deductions(adapted, answers);
  return adapted.model.questionnaire.questions
    .map(({ id }) => (deduced.has(id) ? NOT_ASKED : character(answers.get(id))))
    .join("");
}

function character(answer: Answer | undefined): string {
  if (answer === undefined) return NOT_ASKED;
  if (answer === "nsp") return UNKNOWN;
  return answer === "na" ? NOT_APPLICABLE : String(answer);
}

/**
 * What `writeAnswers` wrote, read again with the version that it was written with; null when it cannot be: another number
 * of questions, an unknown sign. What was not asked, or was deduced, is left out: the engine finds it again.
 */
export function readAnswers({ questionnaire }: Model, text: string): Answers | null {
  if (text.length !== questionnaire.questions.length) return null;
  const answers = new Map<string, Answer>();
  for (const [index, { id }] of questionnaire.questions.entries()) {
    const sign = text[index] ?? "";
    if (sign === NOT_ASKED) continue;
    if (sign === UNKNOWN) answers.set(id, "nsp");
    else if (sign === NOT_APPLICABLE) answers.set(id, "na");
    else if (/^[0-4]$/.test(sign)) answers.set(id, Number(sign));
    else return null;
  }
  return answers;
}
