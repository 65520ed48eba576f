/** What the API answers to a set of answers: the result, and only what was asked for besides. */
import { describe, expect, it } from "vitest";
import { cheapestSets, diagnose, explainResult, report } from "../../../questionnaires/engine/engine.ts";
import { adapted, answersTo, examplesOf, version } from "../../support/questionnaires.ts";

const nothing = { simulate: null, explain: false, cheapest: false };

describe("a report", () => {
  const model = version("esms", "1.1.0");

  it("is the result alone, with its reasons, or with the cheapest sets, as asked", () => {
    const [example] = examplesOf(model);
    const questionnaire = adapted(model, example?.profile);
    const answers = answersTo(questionnaire, example?.answers);
    const result = diagnose(questionnaire, answers);
    const explanation = explainResult(questionnaire, answers, result);
    const cheapest = cheapestSets(questionnaire, answers);
    expect(report(questionnaire, answers, nothing)).toEqual({ ...result, explanation: null, cheapest: null });
    expect(report(questionnaire, answers, { ...nothing, explain: true })).toEqual({
      ...result,
      explanation,
      cheapest: null,
    });
    expect(report(questionnaire, answers, { ...nothing, cheapest: true })).toEqual({
      ...result,
      explanation: null,
      cheapest,
    });
    const simulate = result.actions.map(({ id }) => id);
    expect(report(questionnaire, answers, { ...nothing, simulate }).simulation).toEqual(
      diagnose(questionnaire, answers, simulate).simulation,
    );
  });
});
