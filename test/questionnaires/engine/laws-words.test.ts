/** A broken law is told in words that whoever edits the questionnaire understands, on the smallest case found. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../../questionnaires/engine/engine.ts";
import { assertLaw, change } from "../../support/assert-law.ts";
import { completeCases, withAnswer } from "../../support/generators.ts";
import { question, tiny } from "../../support/tiny.ts";
import { worsening } from "../../support/worse.ts";

const model = tiny([question("sauv-test", 1), question("autre", 2)]);

describe("a counter-example", () => {
  it("says which change does which harm, for which profile and answers, and how to replay it", () => {
    const attempt = () =>
      assertLaw(
        completeCases(model, true),
        ({ questionnaire, answers }) => {
          if (answers.get("sauv-test") !== 1) return null;
          // the rule broken on purpose: the better answer is scored as if it were worse
          const before = diagnose(questionnaire, withAnswer(answers, "sauv-test", 2));
          const worse = worsening(before, diagnose(questionnaire, answers));
          return worse && `${change("sauv-test", 1, 2)} ${worse}`;
        },
        500,
      );
    expect(attempt).toThrow(/^passer de 1 à 2 à « sauv-test » fait baisser le domaine « one » de 25 à 12\.5\n/);
    expect(attempt).toThrow(/\nProfil : size=\w+\nRéponses : sauv-test=1 ; autre=0\nPour rejouer : seed /);
  });
});
