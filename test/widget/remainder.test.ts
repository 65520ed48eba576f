/** The first file and the file of questions together are the questionnaire: nothing that a screen or the engine needs is lost. */
import { describe, expect, it } from "vitest";
import { diagnose, indexQuestionnaire } from "../../questionnaires/engine/engine.ts";
import { pack, unpack } from "../../widget/state/pack.ts";
import { complete, remainderOf } from "../../widget/state/remainder.ts";
import { startOf } from "../../widget/state/start.ts";
import { adapted, answersTo, examplesOf, shippedByName } from "../support/questionnaires.ts";

describe.each(shippedByName)("%s", (_, model) => {
  const { questionnaire } = model;
  const start = unpack(pack({ ...startOf(questionnaire), messages: { "start.title": "…" } }));
  const again = complete(start, JSON.parse(JSON.stringify(remainderOf(questionnaire, start))));

  it("has its profile, questions, actions and words again, references apart", () => {
    expect(again.profile).toEqual(questionnaire.profile);
    expect(again.categories).toEqual(questionnaire.categories);
    expect(again.questions).toEqual(questionnaire.questions.map((question) => ({ ...question, references: [] })));
    expect(again.domains).toEqual(questionnaire.domains.map((domain) => ({ ...domain, why: "" })));
    expect(again.actions).toEqual(questionnaire.actions.map((action) => ({ ...action, references: [] })));
    const { "start.title": replaced, ...messages } = again.messages;
    expect(replaced).toBe("…");
    for (const [key, text] of Object.entries(messages)) expect(questionnaire.messages[key]).toBe(text);
  });

  it("gives the same results, byte for byte", () => {
    const later = indexQuestionnaire(again);
    for (const { profile, answers } of examplesOf(model)) {
      const [before, after] = [adapted(model, profile), adapted(later, profile)];
      expect(JSON.stringify(diagnose(after, answersTo(after, answers)))).toBe(
        JSON.stringify(diagnose(before, answersTo(before, answers))),
      );
    }
  });
});
