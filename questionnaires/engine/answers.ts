/** From outside data to answers that fit an adapted questionnaire: each one known, allowed, and asked (rules 7, 11, 12). */
import { MAX_LEVEL } from "../schema/level.ts";
import { type AdaptedQuestionnaire, canBeNotApplicable, placeOf } from "./adapt.ts";
import { hiddenReason } from "./explain.ts";
import { type EngineMessage, message } from "./messages.ts";
import { type Issue, isObject, type Outcome, outcome, pointer } from "./outcome.ts";

/** A level from 0 to 4, « je ne sais pas » (nsp) or « non applicable » (na). */
export type Answer = number | "nsp" | "na";
export type Answers = ReadonlyMap<string, Answer>;

/** The answers by question id, or every issue found, in the order they were given. */
export function parseAnswers(adapted: AdaptedQuestionnaire, raw: unknown): Outcome<Answers> {
  const { questionnaire } = adapted.model;
  if (!isObject(raw)) {
    const detail = message(questionnaire, "issue.answers.not-an-object");
    return { ok: false, issues: [{ pointer: pointer("answers"), code: "answers.not-an-object", detail }] };
  }
  const answers = new Map<string, Answer>();
  const issues: Issue[] = [];
  for (const id of Object.keys(raw)) {
    const reason = refusal(adapted, id, raw[id]);
    if (reason === null)
      answers.set(id, normal(raw[id] as Answer)); // refusal() has just checked that it is one
    else issues.push(issueOf(adapted, id, reason));
  }
  return outcome(answers, issues);
}

/** The answers that fit this profile; the others are left out in silence, for a person who is changing the profile. */
export function keepValidAnswers(adapted: AdaptedQuestionnaire, raw: Readonly<Record<string, unknown>>): Answers {
  const valid = Object.keys(raw).filter((id) => refusal(adapted, id, raw[id]) === null);
  return new Map(valid.map((id) => [id, normal(raw[id] as Answer)])); // refusal() has just checked that it is one
}

/** One issue per question that is asked and still open: what a contribution lacks. */
export function missingAnswers(adapted: AdaptedQuestionnaire, remaining: readonly string[]): readonly Issue[] {
  return remaining.map((id) => issueOf(adapted, id, "missing"));
}

type Reason = EngineMessage extends infer K ? (K extends `issue.answer.${infer R}` ? R : never) : never;

function refusal(adapted: AdaptedQuestionnaire, id: string, raw: unknown): Reason | null {
  const question = adapted.model.questionById.get(id);
  if (!question) return "unknown-question";
  if (placeOf(adapted, id) < 0) return adapted.notAssessed.includes(question) ? "not-assessed" : "hidden";
  if (raw === "nsp") return question.unknownAllowed ? null : "unknown-not-allowed";
  if (raw === "na") return canBeNotApplicable(adapted, question) ? null : "not-applicable-not-allowed";
  return isLevel(raw) ? null : "invalid-value";
}

function isLevel(raw: unknown): boolean {
  return Number.isInteger(raw) && Number(raw) >= 0 && Number(raw) <= MAX_LEVEL;
}

/** −0 is legal JSON; it is the level 0. */
function normal(answer: Answer): Answer {
  return typeof answer === "number" ? answer + 0 : answer;
}

function issueOf(adapted: AdaptedQuestionnaire, id: string, reason: Reason): Issue {
  const { questionnaire, questionById } = adapted.model;
  const question = questionById.get(id);
  const told = question && { label: question.label, why: hiddenReason(adapted.model, adapted.profile, question) };
  const detail = message(questionnaire, `issue.answer.${reason}`, { id, ...told });
  return { pointer: pointer("answers", id), code: `answer.${reason}`, detail };
}
