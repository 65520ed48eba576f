/** The cheapest sets of actions: as good as trying every set, and worth what the what-if says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectionProblem } from "../../../questionnaires/engine/cheapest-problem.ts";
import { cheapestSelection } from "../../../questionnaires/engine/cheapest-search.ts";
import { price } from "../../../questionnaires/engine/effort.ts";
import { cheapestSets, diagnose, type Model } from "../../../questionnaires/engine/engine.ts";
import { planOf } from "../../../questionnaires/engine/plan-of.ts";
import { type Case, completeCases } from "../../support/generators.ts";
import { adapted, answersTo, examplesOf, shippedByName } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";
import { action, question, tiny } from "../../support/tiny.ts";

/** Plans of more actions than this are not tried set by set: 2^12 sets, each simulated. */
const SMALL = 12;

/** Shown scores are rounded: what is short of the goal by less than this may be shown at the goal. */
const HALF_CENT = 0.0051;

function priceOf(model: Model, ids: readonly string[]): number {
  return ids.reduce((sum, id) => {
    const one = model.actionById.get(id);
    return sum + (one ? price(one) : 0);
  }, 0);
}

/** The least price of all sets, closed under triggered prerequisites, whose simulated level reaches the goal. */
function byBruteForce({ questionnaire, answers }: Case, level: number): number {
  const { planned } = planOf(questionnaire, answers);
  const ids = planned.map((one) => one.action.id);
  const requires = planned.map((one) => one.action.requires.map((id) => ids.indexOf(id)).filter((place) => place >= 0));
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << ids.length; set++) {
    const has = (place: number) => ((set >> place) & 1) === 1;
    if (requires.some((needed, place) => has(place) && !needed.every(has))) continue;
    const chosen = ids.filter((_, place) => has(place));
    const cost = priceOf(questionnaire.model, chosen);
    if (cost >= least) continue;
    const { simulation } = diagnose(questionnaire, answers, chosen);
    if ((simulation?.level ?? -1) >= level) least = cost;
  }
  return least;
}

describe.each(shippedByName)("%s", (_, model) => {
  it("is as cheap as the cheapest of all sets, on every small plan", () => {
    let tried = 0;
    const good = completeCases(model).map(({ questionnaire, answers }) => ({
      questionnaire,
      // mostly good answers, so that the plans stay small enough to try every set
      answers: new Map([...answers].map(([id, answer], place) => [id, place % 5 === 0 ? answer : 4] as const)),
    }));
    fc.assert(
      fc.property(good, (one) => {
        const { planned, standing, levels, weights } = planOf(one.questionnaire, one.answers);
        if (planned.length > SMALL || planned.length === 0) return;
        tried++;
        const problem = selectionProblem(one.questionnaire, standing, levels, weights, planned);
        const today = diagnose(one.questionnaire, one.answers).level ?? 0;
        for (const { level, from } of model.questionnaire.levels) {
          if (level <= today) continue;
          const selection = cheapestSelection(problem, from);
          const chosen = selection?.map((place) => planned[place]?.action.id ?? "");
          expect(chosen ? priceOf(model, chosen) : Number.POSITIVE_INFINITY).toBe(byBruteForce(one, level));
        }
      }),
      runs(400),
    );
    expect(tried).toBeGreaterThan(0.5 * runs(400).numRuns);
  }, 60_000);

  it("is worth what the what-if says, reaches its goal, and holds the triggered prerequisites", () => {
    const requires = new Map(model.questionnaire.actions.map(({ id, requires: ids }) => [id, ids]));
    fc.assert(
      fc.property(completeCases(model), ({ questionnaire, answers }) => {
        const result = diagnose(questionnaire, answers);
        const triggered = new Set(result.actions.map(({ id }) => id));
        const { expected, nextLevel } = cheapestSets(questionnaire, answers);
        expect(expected === null).toBe(result.reached === true);
        for (const set of [expected, nextLevel]) {
          if (set === null) continue;
          const { simulation } = diagnose(questionnaire, answers, set.actions);
          expect([simulation?.score, simulation?.level]).toEqual([set.score, set.level]);
          expect(set.score).toBeGreaterThanOrEqual(set.goal);
          const missing = set.actions.flatMap((id) =>
            (requires.get(id) ?? []).filter((needed) => triggered.has(needed) && !set.actions.includes(needed)),
          );
          expect(missing).toEqual([]);
          for (const id of set.actions) {
            const without = set.actions.filter((other) => other !== id && !requires.get(other)?.includes(id));
            if (without.length < set.actions.length - 1) continue;
            const less = diagnose(questionnaire, answers, without).simulation;
            expect(less?.score).toBeLessThan(set.goal + HALF_CENT);
          }
        }
      }),
      runs(200),
    );
  }, 60_000);

  it("lifts the cap of the EHPAD of the examples by its one restoration test, and more only for the threshold", () => {
    const [, ehpad] = examplesOf(model);
    const questionnaire = adapted(model, ehpad?.profile);
    const sets = cheapestSets(questionnaire, answersTo(questionnaire, ehpad?.answers));
    expect(sets.nextLevel).toMatchObject({ goal: 60, actions: ["act-test-restauration"], level: 3 });
    expect(sets.expected?.goal).toBe(70);
  });
});

describe("a cheapest set", () => {
  it("is null when the goal is reached, out of reach, or not yet known", () => {
    const model = tiny([question("a", 1), question("b", 2)]);
    const questionnaire = adapted(model, { size: "small" });
    const of = (answers: Record<string, unknown>) => cheapestSets(questionnaire, answersTo(questionnaire, answers));
    expect(of({ a: 4, b: 4 })).toEqual({ expected: null, nextLevel: null });
    // targets are 2: at most 75, so 80 is out of reach
    expect(of({ a: 4, b: 1 })).toMatchObject({ expected: null, nextLevel: null });
    expect(of({ a: 1 })).toEqual({ expected: null, nextLevel: null });
  });

  it("is not the greedy one: the best value first may end dearer", () => {
    // gains 25, 12.5, 12.5 for burdens 2.5, 1, 3: best value first would take b, then a as well
    const model = tiny(
      [question("a", 1, { weight: 2 }), question("b", 2), question("c", 3)],
      [action("do-a", { cost: 3 }), action("do-b"), action("do-c", { effort: 3 })],
    );
    const questionnaire = adapted(model, { size: "small" });
    const { nextLevel } = cheapestSets(questionnaire, answersTo(questionnaire, { a: 0, b: 0, c: 0 }));
    expect(nextLevel).toEqual({ goal: 20, actions: ["do-a"], burden: 2.5, score: 25, level: 1 });
  });

  it("is, of two at the same price, the one that brings more for it", () => {
    const model = tiny(
      [question("a", 1, { weight: 4 }), question("b", 2, { weight: 5 })],
      [action("do-a", { impact: 3 }), action("do-b")],
    );
    const questionnaire = adapted(model, { size: "small" });
    const answers = answersTo(questionnaire, { a: 0, b: 0 });
    expect(diagnose(questionnaire, answers).actions.map(({ id }) => id)).toEqual(["do-a", "do-b"]);
    expect(cheapestSets(questionnaire, answers).nextLevel).toMatchObject({ actions: ["do-b"], score: 27.78 });
  });

  it("counts a deduced zero only once its source has risen", () => {
    const model = tiny([question("a", 1), question("b", 2, { impliedBy: { question: "a", atMost: 0 }, weight: 8 })]);
    const questionnaire = adapted(model, { size: "small" });
    const { nextLevel } = cheapestSets(questionnaire, answersTo(questionnaire, { a: 0 }));
    expect(nextLevel).toMatchObject({ actions: ["do-b", "do-a"], score: 50 });
  });
});
