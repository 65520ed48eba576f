/** Random profiles and answers for the property tests: every value of every variable, every answer that is offered. */
import fc from "fast-check";
import {
  type AdaptedQuestionnaire,
  type Answer,
  type Answers,
  canBeNotApplicable,
  type Model,
} from "../../questionnaires/engine/engine.ts";
import type { Question, Variable } from "../../questionnaires/schema/compiled.ts";
import { MAX_LEVEL } from "../../questionnaires/schema/level.ts";
import { adapted } from "./questionnaires.ts";

/** A complete raw profile; optional variables come and go. */
export function profiles(model: Model): fc.Arbitrary<Record<string, unknown>> {
  const variables = model.questionnaire.profile;
  const required = variables.filter(({ optional }) => !optional).map(({ id }) => id);
  const values = Object.fromEntries(variables.map((variable) => [variable.id, valuesOf(variable)]));
  return fc.record(values, { requiredKeys: required });
}

function valuesOf({ type, options, range }: Variable): fc.Arbitrary<unknown> {
  if (type === "integer") return fc.integer({ min: range?.min ?? 0, max: range?.max ?? 1000 });
  const all = options.map(({ value }) => value);
  if (type === "single") return fc.constantFrom(...all);
  const alone = options.filter(({ exclusive }) => exclusive).map(({ value }) => [value]);
  const together = options.filter(({ exclusive }) => !exclusive).map(({ value }) => value);
  return fc.oneof(fc.subarray(together, { minLength: 1 }), ...alone.map((one) => fc.constant(one)));
}

/** A questionnaire adapted to a random profile. */
export function adaptedQuestionnaires(model: Model): fc.Arbitrary<AdaptedQuestionnaire> {
  return profiles(model).map((profile) => adapted(model, profile));
}

/** What a person may answer to a displayed question: the levels, and « nsp » and « na » where they are offered. */
export function allowedAnswers(questionnaire: AdaptedQuestionnaire, question: Question): readonly Answer[] {
  const answers: Answer[] = Array.from({ length: MAX_LEVEL + 1 }, (_, level) => level);
  if (question.unknownAllowed) answers.push("nsp");
  if (canBeNotApplicable(questionnaire, question)) answers.push("na");
  return answers;
}

export interface Case {
  readonly questionnaire: AdaptedQuestionnaire;
  readonly answers: Answers;
}

/** Every displayed question answered, sleeping ones included. `known` leaves « je ne sais pas » out. */
export function completeCases(model: Model, known = false): fc.Arbitrary<Case> {
  return adaptedQuestionnaires(model).chain((questionnaire) =>
    fc
      .tuple(...questionnaire.displayed.map((question) => answerTo(questionnaire, question, known)))
      .map((chosen) => ({ questionnaire, answers: byId(questionnaire, chosen) })),
  );
}

/** Any part of the displayed questions answered. */
export function partialCases(model: Model): fc.Arbitrary<Case> {
  return adaptedQuestionnaires(model).chain((questionnaire) =>
    fc
      .tuple(...questionnaire.displayed.map((question) => fc.option(answerTo(questionnaire, question, false))))
      .map((chosen) => ({ questionnaire, answers: byId(questionnaire, chosen) })),
  );
}

function answerTo(questionnaire: AdaptedQuestionnaire, question: Question, known: boolean): fc.Arbitrary<Answer> {
  const allowed = allowedAnswers(questionnaire, question).filter((answer) => !(known && answer === "nsp"));
  return fc.constantFrom(...allowed);
}

function byId({ displayed }: AdaptedQuestionnaire, chosen: readonly (Answer | null)[]): Answers {
  return new Map(
    displayed.flatMap(({ id }, place) => {
      const answer = chosen[place] ?? null;
      return answer === null ? [] : [[id, answer] as const];
    }),
  );
}

/** The same answers but one. */
export function withAnswer(answers: Answers, id: string, answer: Answer): Answers {
  return new Map([...answers, [id, answer]]);
}
