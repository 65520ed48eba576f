/** The cases of the plan and of the what-if that the worked examples do not reach, each computed by hand. */
import { describe, expect, it } from "vitest";
import { diagnose, type Model } from "../../../questionnaires/engine/engine.ts";
import type { Result } from "../../../questionnaires/schema/result.ts";
import { adapted, answersTo } from "../../support/questionnaires.ts";
import { action, question, tiny } from "../../support/tiny.ts";

function result(model: Model, answers: Record<string, unknown>, simulate: readonly string[] | null = null): Result {
  const questionnaire = adapted(model, { size: "small" });
  return diagnose(questionnaire, answersTo(questionnaire, answers), simulate);
}

describe("the plan", () => {
  it("splits a gain equally among the actions triggered at that level", () => {
    const model = tiny(
      [
        question("a", 1, {
          actions: [
            { action: "early", atLeast: 0, atMost: 0 },
            { action: "always", atLeast: 0, atMost: 3 },
            { action: "late", atLeast: 1, atMost: 3 },
          ],
        }),
      ],
      ["early", "always", "late"].map((id) => action(id)),
    );
    const gains = (level: number) =>
      Object.fromEntries(result(model, { a: level }).actions.map(({ id, gain }) => [id, gain]));
    expect(gains(0)).toEqual({ early: 25, always: 25 });
    expect(gains(1)).toEqual({ always: 12.5, late: 12.5 });
    expect(gains(2)).toEqual({});
  });

  it("has an action for the last level below the highest target, and none at the target", () => {
    const classes = [{ id: "A", maxExposure: null, expected: 50, target: 4, coreTarget: 4 }];
    const model = tiny([question("a", 1)], undefined, { classes });
    expect(result(model, { a: 3 }).actions.map(({ id, gain }) => [id, gain])).toEqual([["do-a", 25]]);
    expect(result(model, { a: 4 }).actions).toEqual([]);
  });

  it("says the lowest of the caps that an action lifts", () => {
    const shared = { actions: [{ action: "do", atLeast: 0, atMost: 3 }] };
    const caps = [59, 39, 49].map((limit) => ({ ...shared, cap: { atMost: 0, limit, when: true as const } }));
    const model = tiny(
      caps.map((one, index) => question(`q${index}`, index + 1, one)),
      [action("do")],
    );
    const lifted = (answers: Record<string, unknown>) => result(model, answers).actions.map(({ liftsCap }) => liftsCap);
    expect(lifted({ q0: 0, q1: 0, q2: 0 })).toEqual([39]);
    expect(lifted({ q0: 0, q1: 4, q2: 0 })).toEqual([49]);
    expect(lifted({ q0: 1, q1: 4, q2: 4 })).toEqual([null]);
  });

  it("orders by lifted cap, then priority, delay, cost and id", () => {
    const ids = ["e", "d", "c", "b", "a"];
    const model = tiny(
      ids.map((id, index) => question(id, index + 1, id === "e" ? { cap: { atMost: 0, limit: 59, when: true } } : {})),
      [
        action("do-e", { impact: 1, effort: 3 }),
        action("do-d", { impact: 3 }),
        action("do-c", { days: 90 }),
        action("do-b"),
        action("do-a"),
      ],
    );
    const { actions } = result(model, { a: 0, b: 0, c: 0, d: 0, e: 0 });
    expect(actions.map(({ id }) => id)).toEqual(["do-e", "do-d", "do-a", "do-b", "do-c"]);
    expect(actions.map(({ liftsCap }) => liftsCap)).toEqual([59, null, null, null, null]);
    // gain of each: 100 × 2 levels / (4 × 5 questions) = 10
    expect(actions.map(({ priority }) => priority)).toEqual([3.33, 30, 10, 10, 10]);
  });

  it("halves the cost in the priority, and breaks ties of delay by cost", () => {
    const model = tiny(
      [question("a", 1), question("b", 2)],
      [action("do-a", { cost: 2, impact: 2 }), action("do-b", { effort: 1 })],
    );
    const { actions } = result(model, { a: 0, b: 0 });
    expect(actions.map(({ id, priority }) => [id, priority])).toEqual([
      ["do-b", 25],
      ["do-a", 25],
    ]);
  });

  it("places triggered prerequisites just before, recursively, and skips untriggered ones", () => {
    const model = tiny(
      ["a", "b", "c"].map((id, index) => question(id, index + 1)),
      [
        action("do-a", { impact: 3, requires: ["do-b", "absent"] }),
        action("do-b", { requires: ["do-c"] }),
        action("do-c", { effort: 3 }),
        action("absent", { requires: ["do-c"] }),
      ],
    );
    expect(result(model, { a: 0, b: 0, c: 0 }).actions.map(({ id }) => id)).toEqual(["do-c", "do-b", "do-a"]);
    expect(result(model, { a: 0, b: 4, c: 0 }).actions.map(({ id }) => id)).toEqual(["do-a", "do-c"]);
  });

  it("places several prerequisites in the order of the plan, whatever the order they are written in", () => {
    const model = tiny(
      ["a", "b", "c"].map((id, index) => question(id, index + 1)),
      [
        action("do-a", { impact: 3, requires: ["do-c", "do-b"] }),
        action("do-b", { effort: 2 }),
        action("do-c", { effort: 3 }),
      ],
    );
    expect(result(model, { a: 0, b: 0, c: 0 }).actions.map(({ id }) => id)).toEqual(["do-b", "do-c", "do-a"]);
  });
});

describe("the what-if", () => {
  const model = tiny([
    question("a", 1, { cap: { atMost: 0, limit: 39, when: true } }),
    question("b", 2, { impliedBy: { question: "a", atMost: 0 } }),
    question("c", 3, { domain: "two" }),
  ]);

  it("brings the questions of the chosen actions to target, and lifts the caps they imposed", () => {
    // today: one 0, two 100 → 40, capped at 39
    const one = result(model, { a: 0, c: 4 }, ["do-a"]);
    expect([one.score, one.cap?.binding]).toEqual([39, true]);
    // a at 2, b still deduced 0: one 25 → 15 + 40 = 55
    expect(one.simulation).toEqual({
      score: 55,
      rawScore: 55,
      level: 2,
      levelName: "L2",
      cap: null,
      domains: [
        { id: "one", score: 25 },
        { id: "two", score: 100 },
      ],
    });
  });

  it("leaves a deduced zero until its own action is chosen and its source has risen", () => {
    expect(result(model, { a: 0, c: 4 }, ["do-b"]).simulation?.rawScore).toBe(40);
    expect(result(model, { a: 0, b: 4, c: 4 }, ["do-a"]).simulation?.rawScore).toBe(55);
    expect(result(model, { a: 0, c: 4 }, ["do-b", "do-a"]).simulation?.rawScore).toBe(70);
  });

  it("counts a repeated action once, ignores those nothing triggers and the lever, and of none is today", () => {
    const today = result(model, { a: 0, c: 4 }, []);
    expect(today.simulation).toMatchObject({ score: today.score, rawScore: today.rawScore, cap: today.cap });
    expect(today.simulation?.domains).toEqual(today.domains.map(({ id, score }) => ({ id, score })));
    expect(result(model, { a: 0, c: 4 }, ["do-c", "find-out"]).simulation).toEqual(today.simulation);
    expect(result(model, { a: 0, c: 4 }, ["do-a", "do-a"]).simulation?.rawScore).toBe(55);
    expect(result(model, { a: 0, c: 4 }).simulation).toBeNull();
  });

  it("gives no score to a domain without a scored question", () => {
    const one = result(tiny([question("a", 1)]), { a: 0 }, ["do-a"]).simulation;
    expect(one?.domains).toEqual([
      { id: "one", score: 50 },
      { id: "two", score: null },
    ]);
  });

  it("of an incomplete diagnostic tells the finished domains only", () => {
    const one = result(model, { a: 0 }, ["do-a"]).simulation;
    expect(one).toMatchObject({ score: null, level: null, cap: null });
    expect(one?.domains).toEqual([
      { id: "one", score: 25 },
      { id: "two", score: null },
    ]);
  });
});
