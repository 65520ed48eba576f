/** Which reason is given for what, on questionnaires small enough to know it: here a sentence is its key, or its figures. */
import { describe, expect, it } from "vitest";
import { diagnose, ENGINE_MESSAGES, explainResult } from "../../../questionnaires/engine/engine.ts";
import type { Action, Question, Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import type { Explanation } from "../../../questionnaires/schema/result.ts";
import { adapted, answersTo } from "../../support/questionnaires.ts";
import { action, question, tiny } from "../../support/tiny.ts";

const keys = Object.fromEntries(ENGINE_MESSAGES.map((key) => [key, key]));

function explain(
  questions: readonly Question[],
  answers: Record<string, unknown>,
  { actions, ...changes }: { actions?: readonly Action[] } & Partial<Pick<Questionnaire, "messages" | "exposure">> = {},
): Explanation {
  const model = tiny(questions, actions, { ...changes, messages: { ...keys, ...changes.messages } });
  const questionnaire = adapted(model, { size: "small" });
  const parsed = answersTo(questionnaire, answers);
  return explainResult(questionnaire, parsed, diagnose(questionnaire, parsed));
}

const two = [question("a", 1), question("b", 2)];
const cap = (limit: number) => ({ cap: { atMost: 0, limit, when: true as const } });

describe("the level", () => {
  it("is told with its band, as the highest, or by what is still open", () => {
    expect(explain(two, { a: 2, b: 2 }).level).toBe("explain.level");
    expect(explain(two, { a: 4, b: 4 }).level).toBe("explain.level.top");
    expect(explain(two, { a: 4 }).level).toBe("explain.level.open-one");
    expect(explain(two, {}).level).toBe("explain.level.open");
  });

  it("never shows a figure of the next band: 19.98 is not 20", () => {
    const near = [question("a", 1, { weight: 999 }), question("b", 2, { weight: 4001 })];
    const messages = { "explain.level": "{score} of {from} to {to}, {level} {name}" };
    expect(explain(near, { a: 4, b: 0 }, { messages }).level).toBe("19.9 of 0 to 20, 0 L0");
  });
});

describe("the interval", () => {
  it("is told when something is unknown, apart from the case where the unknown can change nothing", () => {
    expect(explain(two, { a: 4, b: 4 }).interval).toBeNull();
    expect(explain(two, { a: 4, b: "nsp" }).interval).toBe("explain.unknown");
    const capped = [question("a", 1, cap(39)), question("b", 2), question("c", 3)];
    expect(explain(capped, { a: 0, b: 4, c: "nsp" }).interval).toBe("explain.unknown");
    const heavy = [question("a", 1, cap(20)), question("b", 2, { weight: 8 }), question("c", 3)];
    expect(explain(heavy, { a: 0, b: 4, c: "nsp" }).interval).toBe("explain.unknown.idle");
  });
});

describe("the cap", () => {
  const capped = [question("a", 1, cap(39)), question("b", 2)];
  const at = (answers: Record<string, unknown>) => explain(capped, answers).cap;

  it("is told as binding, as idle when the score is lower, as a limit to come while a question is open", () => {
    expect(at({ a: 0, b: 4 })).toBe("explain.cap");
    expect(at({ a: 0, b: 0 })).toBe("explain.cap.idle");
    expect(at({ a: 0 })).toBe("explain.cap.open");
    expect(at({ a: 1, b: 4 })).toBeNull();
  });

  it("quotes the answer that imposes it, says that it is unknown, or what it was deduced from", () => {
    const messages = {
      "explain.cap": "{questions}, {raw}, {limit}",
      "explain.answer": "{label} {answer}",
      "explain.answer.unknown": "{label} unknown",
      "explain.answer.deduced": "{label} from {source}",
      "explain.list": " + ",
    };
    const words = (answers: Record<string, unknown>) => {
      const implied = { impliedBy: { question: "a", atMost: 1 }, options: ["never", "1", "2", "3", "4"] };
      const questions = [
        question("a", 1),
        question("b", 2, { ...cap(39), ...implied }),
        question("c", 3, { weight: 9 }),
      ];
      return explain(questions, answers, { messages }).cap;
    };
    expect(words({ a: 2, b: 0, c: 4 })).toBe("Question b? never, 86.4, 39");
    expect(words({ a: 2, b: "nsp", c: 4 })).toBe("Question b? unknown, 86.4, 39");
    expect(words({ a: 1, b: 4, c: 4 })).toBe("Question b? from Question a?, 84.1, 39");
  });
});

describe("the threshold and the exposure", () => {
  it("are told reached or missed, and neither while a question is open", () => {
    expect(explain(two, { a: 2, b: 2 }).threshold).toBe("explain.threshold.reached");
    expect(explain(two, { a: 2, b: 1 }).threshold).toBe("explain.threshold.missed");
    expect(explain(two, { a: 2 }).threshold).toBe("explain.threshold");
  });

  it("are told with the terms that count for this profile, or that none does", () => {
    const term = (size: string, points: number) => ({ points, when: { var: "size", in: [size] } as const });
    expect(explain(two, {}).exposure).toBe("explain.exposure.none");
    expect(explain(two, {}, { exposure: [term("large", 2)] }).exposure).toBe("explain.exposure.none");
    const messages = {
      "explain.exposure": "{exposure}: {terms}",
      "explain.exposure.term": "{points} as {condition}",
      "condition.is": "{values}",
      "condition.value": "{label}",
    };
    const either = { points: 1, when: { var: "size", in: ["large", "small"] } as const };
    const exposure = [term("large", 2), term("small", 3), either];
    expect(explain(two, {}, { exposure, messages }).exposure).toBe("4: 3 as smallexplain.list1 as small");
  });
});

describe("a deduced question", () => {
  it("says by which question it was deduced", () => {
    const chain = [question("a", 1), question("b", 2, { impliedBy: { question: "a", atMost: 0 } })];
    const messages = { "explain.question.deduced": "from {source}" };
    expect(explain(chain, { a: 0 }, { messages }).deduced).toEqual([{ id: "b", reason: "from Question a?" }]);
  });
});

describe("the rank of an action", () => {
  /** The reasons by action when « do-b » needs « do-a ». */
  function order(a: Partial<Question>, b: Partial<Question>, impactOfB: 1 | 2 | 3, impactOfA: 1 | 2 | 3 = 1) {
    const { actions } = explain(
      [question("a", 1, a), question("b", 2, b)],
      { a: 0, b: 0 },
      { actions: [action("do-a", { impact: impactOfA }), action("do-b", { impact: impactOfB, requires: ["do-a"] })] },
    );
    return Object.fromEntries(actions.map((one) => [one.id, one.order.replace("explain.order.", "")]));
  }

  it("comes from its priority, unless an action that would come sooner needs it", () => {
    expect(order({}, {}, 2)).toEqual({ "do-a": "prerequisite", "do-b": "priority" });
    expect(order({}, {}, 1)).toEqual({ "do-a": "priority", "do-b": "priority" });
    expect(order({}, {}, 1, 2)).toEqual({ "do-a": "priority", "do-b": "priority" });
  });

  it("comes from the cap that it lifts, unless an action that lifts a lower one needs it", () => {
    expect(order(cap(39), {}, 3)).toEqual({ "do-a": "cap", "do-b": "priority" });
    expect(order({}, cap(39), 1, 3)).toEqual({ "do-a": "prerequisite", "do-b": "cap" });
    expect(order(cap(59), cap(39), 1, 3)).toEqual({ "do-a": "prerequisite", "do-b": "cap" });
    expect(order(cap(39), cap(59), 3)).toEqual({ "do-a": "cap", "do-b": "cap" });
    expect(order(cap(39), cap(39), 3)).toEqual({ "do-a": "prerequisite", "do-b": "cap" });
    expect(order(cap(39), cap(39), 1, 3)).toEqual({ "do-a": "cap", "do-b": "cap" });
  });

  it("is told with the figures that made it, and the action that it prepares by its title", () => {
    const messages = {
      "explain.order.priority": "{rank}: {priority} = {gain} × {impact} / ({effort} + {cost} / 2)",
      "explain.order.cap": "{rank}: lifts {limit}",
      "explain.order.prerequisite": "{rank}: for {title}",
    };
    const actions = [
      action("do-a", { title: "First", cost: 1 }),
      action("do-b", { title: "Second", impact: 2, requires: ["do-a"] }),
      action("do-c", { effort: 2, cost: 1 }),
    ];
    const questions = [question("a", 1), question("b", 2, cap(19)), question("c", 3)];
    // each gap: 2 of 4 levels on one of three questions = 16.67 points
    expect(explain(questions, { a: 0, b: 0, c: 0 }, { actions, messages }).actions.map((one) => one.order)).toEqual([
      "1: for Second",
      "2: lifts 19",
      "3: 6.67 = 16.67 × 1 / (2 + 1 / 2)",
    ]);
  });

  it("of the lever depends on how much is unknown", () => {
    const lever = (answers: Record<string, unknown>) =>
      explain(two, answers).actions.find(({ id }) => id === "find-out")?.order;
    expect(lever({ a: "nsp", b: 4 })).toBe("explain.order.lever-first");
    const many = Array.from({ length: 6 }, (_, index) => question(`q${index}`, index + 1));
    const known = Object.fromEntries(many.map(({ id }) => [id, 4]));
    expect(explain(many, { ...known, q0: "nsp" }).actions.at(-1)?.order).toBe("explain.order.lever-last");
  });
});
