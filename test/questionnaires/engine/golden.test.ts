/**
 * What was once calculated is found again, byte for byte, for as long as its version is served (law 10): the code and the
 * whole result of every worked example, kept beside. A change here means another ENGINE_VERSION, or a fault.
 */
import { describe, expect, it } from "vitest";
import { diagnose, pack } from "../../../questionnaires/engine/engine.ts";
import { adapted, answersTo, examplesOf, shippedByName } from "../../support/questionnaires.ts";

describe.each(shippedByName)("%s", (name, model) => {
  it("gives for ever the codes and the results that it once gave", async () => {
    const kept = examplesOf(model).map(({ title, profile, answers }) => {
      const questionnaire = adapted(model, profile);
      const parsed = answersTo(questionnaire, answers);
      const { hash: _, ...result } = diagnose(questionnaire, parsed); // the lock file holds the hash
      return { title, code: pack({ adapted: questionnaire, answers: parsed }), result };
    });
    const file = `../../fixtures/golden/${name.replace(" ", "-")}.json`;
    await expect(`${JSON.stringify(kept, null, 1)}\n`).toMatchFileSnapshot(file);
  });
});
