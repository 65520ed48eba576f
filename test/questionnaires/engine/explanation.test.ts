/** Every result can say why, in French sentences made from the questionnaire's data (law 9). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnose, explainResult, type Model } from "../../../questionnaires/engine/engine.ts";
import type { Explanation } from "../../../questionnaires/schema/result.ts";
import { completeCases, partialCases } from "../../support/generators.ts";
import { adapted, answersTo, examplesOf, shippedByName, version } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";

function explain(model: Model, profile: unknown, answers: unknown): Explanation {
  const questionnaire = adapted(model, profile);
  const parsed = answersTo(questionnaire, answers);
  return explainResult(questionnaire, parsed, diagnose(questionnaire, parsed));
}

/** A hole that nothing filled, a key that has no sentence, a figure that is none. */
const BROKEN = /\{\w+\}|undefined|NaN|null|explain\.|\s{2,}| {2}/u;

describe.each(shippedByName)("%s", (_, model) => {
  it("explains every result in whole sentences, complete or not", () => {
    fc.assert(
      fc.property(fc.oneof(completeCases(model), partialCases(model)), ({ questionnaire, answers }) => {
        const result = diagnose(questionnaire, answers);
        const told = explainResult(questionnaire, answers, result);
        expect(told.cap === null).toBe(result.cap === null);
        expect(told.interval === null).toBe(result.unknown === 0);
        expect(told.deduced.map(({ id }) => id)).toEqual(result.deduced.map(({ id }) => id));
        expect(told.notAssessed.map(({ id }) => id)).toEqual(result.notAssessed);
        expect(told.actions.map(({ id }) => id)).toEqual(result.actions.map(({ id }) => id));
        const sentences = [
          told.level,
          told.threshold,
          told.exposure,
          ...[told.cap, told.interval].filter((sentence) => sentence !== null),
          ...[...told.deduced, ...told.notAssessed].map(({ reason }) => reason),
          ...told.actions.flatMap(({ why, order }) => [why, order]),
        ];
        for (const sentence of sentences) {
          expect(sentence).not.toMatch(BROKEN);
          expect(sentence).toMatch(/^[A-ZÉÀ].*[.»]$/u);
        }
      }),
      runs(150),
    );
  });
});

describe("the EHPAD of the examples", () => {
  const model = version("esms", "1.0.0");
  const [savs, ehpad, ssiad] = examplesOf(model);
  const explained = () => explain(model, ehpad?.profile, ehpad?.answers);

  it("is told its level, its cap with the answer that imposes it, and its threshold", () => {
    const told = explained();
    expect(told.level).toBe(
      "Un score final de 59 sur 100 donne le niveau 2, «\u00a0Essentiel\u00a0», qui va de 40 à moins de 60.",
    );
    expect(told.cap).toBe(
      "Sans plafond, le score serait de 67,7\u00a0; il est limité à 59. En cause\u00a0: «\u00a0De quand date la dernière restauration réelle effectuée pour vérifier vos sauvegardes\u00a0?\u00a0», avec la réponse «\u00a0Jamais\u00a0».",
    );
    expect(told.threshold).toContain("70 sur 100 (classe C, exposition 6). Il n’est pas atteint.");
    expect(told.exposure).toContain("hébergement des dossiers");
  });

  it("is told why its first action comes first, and by which figures the next ones follow", () => {
    const told = explained();
    expect(told.actions[0]?.order).toContain("elle lève le plafond de 59");
    expect(told.actions[1]?.order).toContain("priorité 3,86, soit gain 1,29 × impact 3 ÷ (effort 1 + coût 0 ÷ 2)");
  });

  it("is told which action was moved up for the one that needs it", () => {
    const order = new Map(explain(model, ssiad?.profile, ssiad?.answers).actions.map((one) => [one.id, one.order]));
    expect(order.get("act-designer-referent")).toContain("elle prépare «\u00a0Tenir deux points de direction");
    expect(order.get("act-lever-inconnues")).toContain("reste en fin de plan");
  });

  it("is told what a cap means while questions are open, and what a deduced answer comes from", () => {
    const open = explain(model, ehpad?.profile, { "sauv-existence": 0 });
    expect(open.level).toContain("Il reste 36 questions sans réponse");
    expect(open.cap).toContain("ne pourra pas dépasser 39");
    expect(open.deduced[0]?.reason).toContain("Déduite de votre réponse à");
    expect(explain(model, savs?.profile, savs?.answers).cap).toBeNull();
  });
});
