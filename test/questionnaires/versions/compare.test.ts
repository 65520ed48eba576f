/** Two dates of one establishment: both results, and a common part on which the difference is a real one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  commonPart,
  compareDates,
  type DatedDiagnostic,
  diagnose,
  migrate,
  placeOf,
} from "../../../questionnaires/engine/engine.ts";
import { type Case, completeCases, partialCases } from "../../support/generators.ts";
import { adapted, answersTo, examplesOf } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";
import { first, models, second, step } from "./shipped-migrations.ts";

function dated({ questionnaire, answers }: Case): DatedDiagnostic {
  return { model: questionnaire.model, profile: questionnaire.profile, answers };
}

/** The same establishment with 1.1.0: what the migration carries, and `level` for the rest. */
function later(one: Case, level: Answer): DatedDiagnostic {
  const outcome = migrate(step, first, second, one.questionnaire.profile, one.answers);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const questionnaire = adapted(second, outcome.value.profile);
  const asked = [...outcome.value.reAsk.map(({ id }) => id), ...outcome.value.added];
  const answers = { ...outcome.value.answers, ...Object.fromEntries(asked.map((id) => [id, level])) };
  return dated({ questionnaire, answers: answersTo(questionnaire, answers) });
}

function example(index: number): Case {
  const found = examplesOf(first)[index];
  const questionnaire = adapted(first, found?.profile);
  return { questionnaire, answers: answersTo(questionnaire, found?.answers) };
}

describe("the common part of 1.0.0 and 1.1.0", () => {
  it("scores identical answers identically, as a whole and by domain, whatever is answered to the rest", () => {
    fc.assert(
      fc.property(completeCases(first), fc.integer({ min: 0, max: 4 }), (one, level) => {
        const { common, changes } = compareDates(dated(one), later(one, level), [step]);
        expect(common.score?.[0]).toBe(common.score?.[1]);
        for (const { id, score } of common.domains) expect(score?.[0], id).toBe(score?.[1]);
        expect(changes).toEqual([]);
      }),
      runs(300),
    );
  });

  it("holds only questions kept, displayed and answered at both dates, never « non applicable »", () => {
    fc.assert(
      fc.property(partialCases(first), completeCases(second), (before, after) => {
        const { common } = compareDates(dated(before), dated(after), [step]);
        for (const { id } of common.questions) {
          expect(step.questions[id]?.fate).toBe("kept");
          expect(Math.min(placeOf(before.questionnaire, id), placeOf(after.questionnaire, id))).toBeGreaterThanOrEqual(
            0,
          );
          expect([before.answers.get(id), after.answers.get(id)]).not.toContain("na");
        }
      }),
      runs(300),
    );
  });

  it("leaves out the scales that changed, even where the answer was carried", () => {
    const one = example(1);
    const { common, notCompared } = compareDates(dated(one), later(one, 3), [step]);
    expect(one.answers.get("conf-registre")).toBe(2);
    expect(common.questions.map(({ id }) => id)).not.toContain("conf-registre");
    expect(notCompared).toEqual({ before: ["conf-registre"], after: ["conf-registre"] });
  });

  it("uses the weights of the newer version: the EHPAD’s thirty-nine common questions, by hand", () => {
    const one = example(1);
    const { common } = compareDates(dated(one), later(one, 3), [step]);
    // conformite without conf-registre: (3×2 + 3×2 + 3×2 + 3×1) / (4 × 7) = 75; the other domains as in the example.
    expect(common.domains.find(({ id }) => id === "conformite")?.score).toEqual([75, 75]);
    // (12×75 + 8×75 + 10×75 + 16×71.0526 + 12×62.5 + 8×65.9091 + 14×61.3636 + 10×79.5455 + 10×50) / 100 = 68.1866
    expect(common.score).toEqual([68.19, 68.19]);
  });

  it("says what rose and what fell, in display order, « je ne sais pas » being level 0", () => {
    const one = example(1);
    const before = dated({ ...one, answers: new Map([...one.answers, ["res-iot", "nsp"]]) });
    const after = later(one, 3);
    const moved = { ...after, answers: new Map([...after.answers, ["sauv-test", 3], ["gouv-referent", 2]]) };
    expect(compareDates(before, moved, [step]).changes).toEqual([
      { id: "gouv-referent", before: 3, after: 2, direction: "down" },
      { id: "res-iot", before: "nsp", after: 1, direction: "up" },
      { id: "sauv-test", before: 0, after: 3, direction: "up" },
    ]);
  });

  it("has no score when nothing is in common", () => {
    const one = example(0);
    const { common } = compareDates(dated({ ...one, answers: new Map() }), later(one, 3), [step]);
    expect(common).toMatchObject({ questions: [], score: null });
    expect(common.domains.every(({ score }) => score === null)).toBe(true);
  });

  it("gives each result as its own version does, caps included", () => {
    const one = example(1);
    const { before, after } = compareDates(dated(one), later(one, 3), [step]);
    expect([before.version, before.score, after.version, after.score]).toEqual(["1.0.0", 59, "1.1.0", 59]);
    expect(before).toEqual(diagnose(one.questionnaire, one.answers));
  });
});

describe.each(models)("two dates of %s", (_, model) => {
  it("have the whole questionnaire in common when the profile is the same: its score is the score before caps", () => {
    fc.assert(
      fc.property(completeCases(model), (one) => {
        const { rawScore, domains } = diagnose(one.questionnaire, one.answers);
        const common = commonPart(dated(one), dated(one));
        expect(compareDates(dated(one), dated(one))).toMatchObject({ common, changes: [] });
        expect(common.score).toEqual([rawScore, rawScore]);
        expect(common.domains).toEqual(
          domains.map(({ id, score }) => ({ id, score: score === null ? null : [score, score] })),
        );
      }),
      runs(200),
    );
  });
});
