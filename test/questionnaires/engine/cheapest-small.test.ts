/** The cheapest sets of actions on questionnaires drawn at random, small enough to try every set with the what-if. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { price } from "../../../questionnaires/engine/effort.ts";
import { type Answer, cheapestSets, diagnose, type Model } from "../../../questionnaires/engine/engine.ts";
import type { Action, Question } from "../../../questionnaires/schema/compiled.ts";
import { adapted, answersTo } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";
import { action, question, tiny } from "../../support/tiny.ts";

/** What a question and the action that bears its name may be; `before` and `needs` point to earlier ones. */
const part = fc.record({
  answer: fc.constantFrom<Answer>(0, 0, 0, 1, 3, "nsp", "na"),
  weight: fc.integer({ min: 1, max: 4 }),
  domain: fc.constantFrom("one", "two"),
  cap: fc.option(fc.record({ atMost: fc.integer({ min: 0, max: 2 }), limit: fc.constantFrom(19, 39, 59) })),
  before: fc.option(fc.record({ place: fc.nat({ max: 4 }), atMost: fc.constantFrom(0, 1) })),
  also: fc.option(fc.nat({ max: 4 })),
  needs: fc.option(fc.nat({ max: 4 })),
  effort: fc.constantFrom<Action["effort"]>(1, 2, 3),
  cost: fc.constantFrom<Action["cost"]>(0, 1, 2, 3),
});
type Part = typeof part extends fc.Arbitrary<infer T> ? T : never;

function modelOf(parts: readonly Part[]): Model {
  const earlier = (place: number, wanted: number | undefined) =>
    wanted === undefined || place === 0 ? null : `q${wanted % place}`;
  const questions = parts.map(({ weight, domain, cap, before, also }, place): Question => {
    const source = earlier(place, before?.place);
    return question(`q${place}`, place + 1, {
      weight,
      domain,
      cap: cap && { ...cap, when: true },
      impliedBy: source === null ? null : { question: source, atMost: before?.atMost ?? 0 },
      notApplicable: { label: "None", when: true },
      actions: [...new Set([place, (also ?? place) % parts.length])].map((one) => ({
        action: `do-q${one}`,
        atLeast: 0,
        atMost: 3,
      })),
    });
  });
  const actions = parts.map(({ needs, effort, cost }, place): Action => {
    const needed = earlier(place, needs ?? undefined);
    return action(`do-q${place}`, { effort, cost, requires: needed === null ? [] : [`do-${needed}`] });
  });
  return tiny(questions, actions);
}

function priceOf({ actionById }: Model, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + price(actionById.get(id) ?? action(id)), 0);
}

describe("on any small questionnaire", () => {
  it("the cheapest set for a goal costs what the cheapest of all sets that reach it costs, or neither exists", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const model = modelOf(parts);
        const questionnaire = adapted(model, { size: "small" });
        const answers = answersTo(
          questionnaire,
          Object.fromEntries(parts.map(({ answer }, place) => [`q${place}`, answer])),
        );
        const today = diagnose(questionnaire, answers);
        const triggered = today.actions.map(({ id }) => id).filter((id) => id !== "find-out");
        const sets = Array.from({ length: 1 << triggered.length }, (_, set) =>
          triggered.filter((_id, place) => (set >> place) & 1),
        ).filter((ids) =>
          ids.every((id) =>
            model.actionById.get(id)?.requires.every((one) => !triggered.includes(one) || ids.includes(one)),
          ),
        );
        const least = (reached: (score: number) => boolean) =>
          Math.min(
            ...sets
              .filter((ids) => reached(diagnose(questionnaire, answers, ids).simulation?.score ?? 0))
              .map((ids) => priceOf(model, ids)),
          );
        const { expected, nextLevel } = cheapestSets(questionnaire, answers);
        const next = 20 * ((today.level ?? 0) + 1);
        const cheapest = { expected: least((score) => score >= 50), nextLevel: least((score) => score >= next) };
        const of = (set: typeof expected) => (set ? priceOf(model, set.actions) : Number.POSITIVE_INFINITY);
        expect(of(expected)).toBe(today.reached ? Number.POSITIVE_INFINITY : cheapest.expected);
        expect(of(nextLevel)).toBe(next > 80 ? Number.POSITIVE_INFINITY : cheapest.nextLevel);
        for (const set of [expected, nextLevel]) if (set) expect(set.burden).toBe(of(set) / 2);
        if (nextLevel) found++;
      }),
      runs(1000),
    );
    expect(found).toBeGreaterThan(0.3 * runs(1000).numRuns);
  });
});
