/** The engine speaks the language of the questionnaire it is given: here English, to the last comma. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describeAdapted,
  diagnose,
  explainResult,
  pack,
  parseAnswers,
  parseProfile,
  unpack,
} from "../../../questionnaires/engine/engine.ts";
import { completeCases, partialCases } from "../../support/generators.ts";
import { adapted, answersTo, examplesOf, second } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";

const [shop, studio, clinic] = examplesOf(second);

function told(example: typeof shop) {
  const questionnaire = adapted(second, example?.profile);
  const answers = answersTo(questionnaire, example?.answers);
  return explainResult(questionnaire, answers, diagnose(questionnaire, answers));
}

/** A key without its sentence, a hole that nothing filled, or a sign of French. */
const STRANGE = /^[a-z-]+\.[a-z.-]+$|\{\w+\}|[«»\u00a0\u202f]|\p{L}*[àâçéèêëîïôûù]\p{L}*/u;

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

describe("the engine, on the second questionnaire", () => {
  it("says why questions are asked and why they are not", () => {
    const { questions, hidden } = describeAdapted(adapted(second, { ...studio?.profile, cards: "yes" }));
    expect(questions.find(({ id }) => id === "dat-cards")?.reason).toBe(
      'Asked because the answer about card payments is "Yes".',
    );
    expect(hidden).toEqual([
      { id: "acc-lost", reason: "Not asked, since this is not so: work devices leave the office." },
    ]);
  });

  it("warns in its words of what is unusual for a category, and of two answers that go ill together", () => {
    expect(describeAdapted(adapted(second, { ...studio?.profile, cards: "yes" })).warnings).toEqual([
      'Your answer about card payments differs from what is usual for this kind of office: "No". Please check it.',
      "You work for businesses and take card payments: are both answers right?",
    ]);
  });

  it("refuses a profile and answers in its words", () => {
    const profile = parseProfile(second, { trade: "shop", devices: ["none", "phones"], staff: 0 });
    expect(profile.ok ? [] : profile.issues.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      ["/profile/devices", '"Which devices leave the office?" joins others to an answer that must stand alone.'],
      ["/profile/staff", '"How many people work there?" takes a number between 1 and 500.'],
    ]);
    const answers = parseAnswers(adapted(second, clinic?.profile), { "acc-login": "nsp", "bak-copy": "na" });
    expect(answers.ok ? [] : answers.issues.map(({ detail }) => detail)).toEqual([
      '"Don\'t know" is not offered for the question "How do people sign in?"',
      '"Does not apply" is not offered to this office for the question "How often is your work copied to a safe place?"',
    ]);
  });

  it("explains a result with English figures and lists", () => {
    const { level, interval, exposure, notAssessed, actions } = told(shop);
    expect(level).toBe(
      'A final score of 42.5 out of 100 gives level 1, "Guarded", which goes from 40 to less than 75.',
    );
    expect(interval).toContain("The real score is between 42.5 and 55.8.");
    expect(exposure).toBe(
      'The exposure of 4 comes from this: the answer about card payments is "Yes" (+ 1); work devices leave the office (+ 2); the answer about clients is "Members of the public" (+ 1).',
    );
    expect(notAssessed[0]?.reason).toContain("more than 5 questions apply");
    expect(actions.map(({ order }) => order).slice(0, 2)).toEqual([
      "Rank 1: at least one answer in five is missing; find them first.",
      'Rank 2: it prepares "Bring one file back", which depends on it.',
    ]);
    expect(told(studio).cap).toBe(
      'The raw score of 40 is held at 39. Because of: "How often is your work copied to a safe place?", answered "Never".',
    );
  });

  it("never says a key, a hole or a word of French, whatever the answers", () => {
    fc.assert(
      fc.property(fc.oneof(completeCases(second), partialCases(second)), ({ questionnaire, answers }) => {
        const said = [
          describeAdapted(questionnaire).warnings,
          ...[...describeAdapted(questionnaire).questions, ...describeAdapted(questionnaire).hidden].map(
            ({ reason }) => reason,
          ),
          explainResult(questionnaire, answers, diagnose(questionnaire, answers)),
        ];
        for (const sentence of sentencesIn(said)) expect(sentence).not.toMatch(STRANGE);
      }),
      runs(200),
    );
  });

  it("gives back any diagnostic from its code", () => {
    fc.assert(
      fc.property(fc.oneof(completeCases(second), partialCases(second)), ({ questionnaire, answers }) => {
        const code = pack({ adapted: questionnaire, answers });
        expect(code).toMatch(/^office\.1\.0\.0\.[0-9A-Z]+$/);
        const back = unpack([second], code);
        expect(back.ok && back.value.adapted.profile.values).toEqual(questionnaire.profile.values);
        expect(back.ok && [...back.value.answers].sort()).toEqual([...answers].sort());
      }),
      runs(200),
    );
  });
});
