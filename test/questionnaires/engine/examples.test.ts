/** The worked examples of each version, computed by hand by its authors, are found again by the engine. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../../questionnaires/engine/engine.ts";
import { adapted, allByName, answersTo, examplesOf } from "../../support/questionnaires.ts";

/** Blueprint §8. */
const TOLERANCE = 0.01;

describe.each(allByName)("%s", (_, model) => {
  it("ships at least three worked examples", () => {
    expect(examplesOf(model).length).toBeGreaterThanOrEqual(3);
  });

  describe.each(examplesOf(model).map((example) => [example.title, example] as const))("%s", (_title, example) => {
    const { expect: expected } = example;
    const questionnaire = adapted(model, example.profile);
    const result = diagnose(questionnaire, answersTo(questionnaire, example.answers));

    it("has the exposure, the class and the questions of the example", () => {
      expect(questionnaire.profile.exposure).toBe(expected.exposure);
      expect([result.class, result.expected]).toEqual([expected.class, expected.expected]);
      expect(questionnaire.displayed).toHaveLength(expected.displayed);
      expect(result.notAssessed).toEqual(expected.notAssessed);
    });

    it("has the scores of the example, to a hundredth", () => {
      expect(result.complete).toBe(true);
      for (const { id, score } of result.domains) {
        expect(Math.abs((score ?? Number.NaN) - (expected.domains[id] ?? Number.NaN)), id).toBeLessThanOrEqual(
          TOLERANCE,
        );
      }
      expect(Math.abs((result.rawScore ?? Number.NaN) - expected.rawScore)).toBeLessThanOrEqual(TOLERANCE);
      expect(Math.abs((result.score ?? Number.NaN) - expected.score)).toBeLessThanOrEqual(TOLERANCE);
      expect([result.level, result.reached]).toEqual([expected.level, expected.reached]);
      expect([result.unknown, result.counted]).toEqual([expected.unknown, expected.counted]);
    });

    it("has the caps and the alerts of the example", () => {
      expect(result.caps).toEqual(expected.caps);
      expect(result.alerts.map(({ question }) => question)).toEqual(expected.alerts);
    });

    it("triggers the actions of the example, the first ones in its order", () => {
      const triggered = result.actions.filter(({ id }) => id !== model.questionnaire.unknown.action);
      expect(triggered).toHaveLength(expected.triggeredActions);
      const first = triggered.slice(0, expected.firstActions.length);
      expect(first.map(({ id, liftsCap }) => ({ id, liftsCap }))).toEqual(
        expected.firstActions.map(({ id, liftsCap }) => ({ id, liftsCap })),
      );
      first.forEach(({ priority }, index) => {
        const gap = Math.abs(priority - (expected.firstActions[index]?.priority ?? Number.NaN));
        expect(gap).toBeLessThanOrEqual(TOLERANCE + 1e-9);
      });
    });
  });
});
