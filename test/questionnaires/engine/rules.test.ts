/** The cases of the calculation that the worked examples do not reach, each computed by hand. */
import { describe, expect, it } from "vitest";
import { deductions, diagnose, type Model, placeOf } from "../../../questionnaires/engine/engine.ts";
import type { Result } from "../../../questionnaires/schema/result.ts";
import { adapted, answersTo } from "../../support/questionnaires.ts";
import { question, tiny } from "../../support/tiny.ts";

function result(model: Model, answers: Record<string, unknown>): Result {
  const questionnaire = adapted(model, { size: "small" });
  return diagnose(questionnaire, answersTo(questionnaire, answers));
}

function ten(changes: Parameters<typeof question>[2] = {}): Model {
  return tiny(Array.from({ length: 10 }, (_, index) => question(`q${index}`, index + 1, changes)));
}

function tenAnswers(unknown: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`q${index}`, index < unknown ? "nsp" : 4]));
}

describe("scores", () => {
  const both = tiny([question("a", 1), question("b", 2, { weight: 3 }), question("c", 3, { domain: "two" })]);

  it("weighs questions within their domain and domains within the whole", () => {
    const { domains, rawScore, score } = result(both, { a: 4, b: 2, c: 1 });
    // one: (4 + 3×2) / (4 × 4) = 62.5; two: 25; whole: (60 × 62.5 + 40 × 25) / 100 = 47.5
    expect(domains.map((domain) => domain.score)).toEqual([62.5, 25]);
    expect([rawScore, score]).toEqual([47.5, 47.5]);
  });

  it("drops a domain whose only question is not applicable and shares its weight, for gains too", () => {
    const na = { label: "None", when: true } as const;
    const model = tiny([question("a", 1), question("c", 2, { domain: "two", notApplicable: na })]);
    const { domains, rawScore, counted, actions } = result(model, { a: 1, c: "na" });
    expect(domains[1]).toEqual({
      id: "two",
      score: null,
      interval: null,
      target: null,
      answered: 0,
      unknown: 0,
      answeredNa: 1,
    });
    expect([rawScore, counted]).toEqual([25, 1]);
    expect(actions.map(({ gain }) => gain)).toEqual([25]);
  });

  it("says the target of a domain: its score when every question is exactly at its target", () => {
    const model = tiny([question("a", 1, { core: true }), question("b", 2)]);
    // core target 3, ordinary target 2: (3 + 2) / (2 × 4) = 62.5
    expect(result(model, { a: 3, b: 2 }).domains[0]).toMatchObject({ score: 62.5, target: 62.5 });
    expect(result(model, { a: 3, b: 2 }).actions).toEqual([]);
  });

  it("rounds to two decimals, half away from zero, and never shows minus zero", () => {
    const thirds = tiny([question("a", 1), question("b", 2), question("c", 3)]);
    expect(result(thirds, { a: 4, b: 0, c: 0 }).score).toBe(33.33);
    expect(result(thirds, { a: 4, b: 4, c: 0 }).score).toBe(66.67);
    expect(Object.is(result(thirds, { a: -0, b: 0, c: 0 }).score, 0)).toBe(true);
  });

  it("reads levels and the expected threshold on the unrounded score", () => {
    // a: 4 × 999 of 4 × 5000 = 19.98; a: 4 × 99_999 of 4 × 500_000 = 19.9998, shown 20 but still level 0
    const near = (weight: number, total: number) =>
      tiny([question("a", 1, { weight }), question("b", 2, { weight: total - weight })]);
    expect(result(near(999, 5000), { a: 4, b: 0 })).toMatchObject({ score: 19.98, level: 0 });
    expect(result(near(99_999, 500_000), { a: 4, b: 0 })).toMatchObject({ score: 20, level: 0 });
    expect(result(near(1000, 5000), { a: 4, b: 0 })).toMatchObject({ score: 20, level: 1 });
    expect(result(tiny([question("a", 1)]), { a: 2 })).toMatchObject({ score: 50, reached: true, level: 2 });
  });
});

describe("the class of a structure", () => {
  it("is the first that admits its exposure, the bound included", () => {
    const classes = [
      { id: "A", maxExposure: 2, expected: 40, target: 2, coreTarget: 3 },
      { id: "B", maxExposure: null, expected: 60, target: 3, coreTarget: 3 },
    ];
    const of = (points: number) => {
      const exposure = [
        { points: 1, when: true as const },
        { points, when: { var: "size", in: ["small"] } as const },
        { points: 9, when: { var: "size", in: ["large"] } as const },
      ];
      const { profile } = adapted(tiny([question("a", 1)], undefined, { classes, exposure }), { size: "small" });
      return [profile.exposure, profile.class.id];
    };
    expect([of(0), of(1), of(2)]).toEqual([
      [1, "A"],
      [2, "A"],
      [3, "B"],
    ]);
  });
});

describe("the order of the questions", () => {
  const shuffled = () =>
    tiny(
      [
        question("last", 1, { domain: "two" }),
        question("third", 4, { impliedBy: { question: "second", atMost: 0 } }),
        question("second", 3, { impliedBy: { question: "first", atMost: 0 } }),
        question("first", 5),
        question("fourth", 6),
      ],
      undefined,
      { displayLimit: 4 },
    );

  it("is that of domains, then of ranks, whatever the order in which they are written", () => {
    expect(result(shuffled(), {}).remaining).toEqual(["second", "third", "first", "last"]);
  });

  it("has nothing to do with what is left for later, which is the highest rank", () => {
    expect(result(shuffled(), {}).notAssessed).toEqual(["fourth"]);
  });

  it("gives each displayed question its place, and no place to the others or to an unknown one", () => {
    const questionnaire = adapted(shuffled(), { size: "small" });
    const places = ["second", "third", "first", "last", "fourth", "unknown"].map((id) => placeOf(questionnaire, id));
    expect(places).toEqual([0, 1, 2, 3, -1, -1]);
  });

  it("does not hinder deductions: a source may come after what it implies", () => {
    expect(result(shuffled(), { first: 0 }).deduced).toEqual([
      { id: "second", from: "first" },
      { id: "third", from: "second" },
    ]);
    expect(result(shuffled(), { first: 0, last: 4 })).toMatchObject({ complete: true, interval: [40, 40] });
  });
});

describe("caps", () => {
  const cap = (limit: number, atMost = 0) => ({ cap: { atMost, limit, when: true as const } });
  const model = tiny([
    question("a", 1, cap(59)),
    question("b", 2, cap(39, 1)),
    question("c", 3, cap(39)),
    question("d", 4, { weight: 9 }),
  ]);

  it("apply the lowest, name all that impose it, and list every active one, lowest first", () => {
    const { cap: lowest, caps, score, rawScore } = result(model, { a: 0, b: 1, c: 0, d: 4 });
    expect(lowest).toEqual({ limit: 39, questions: ["b", "c"], binding: true });
    expect(caps.map(({ limit, question: id }) => [limit, id])).toEqual([
      [39, "b"],
      [39, "c"],
      [59, "a"],
    ]);
    expect(score).toBe(39);
    expect(rawScore).toBe(77.08);
  });

  it("are told even when the raw score is lower, but do not bind then", () => {
    expect(result(model, { a: 0, b: 4, c: 4, d: 0 })).toMatchObject({
      score: 16.67,
      cap: { limit: 59, binding: false },
    });
  });

  it("do not bind a raw score that equals the limit", () => {
    const exact = tiny([question("a", 1, cap(50)), question("b", 2)]);
    expect(result(exact, { a: 0, b: 4 })).toMatchObject({ score: 50, cap: { limit: 50, binding: false } });
  });

  it("are not imposed by an answer above the threshold, nor by « non applicable », nor by an open question", () => {
    const na = { label: "None", when: true } as const;
    const soft = tiny([question("a", 1, { ...cap(39), notApplicable: na }), question("b", 2)]);
    expect(result(soft, { a: 1, b: 4 }).cap).toBeNull();
    expect(result(soft, { a: "na", b: 4 })).toMatchObject({ cap: null, caps: [], score: 100 });
    expect(result(soft, { b: 4 })).toMatchObject({ cap: null, interval: [39, 100] });
    expect(result(soft, { a: "nsp", b: 4 }).cap).toEqual({ limit: 39, questions: ["a"], binding: true });
  });

  it("and alerts come from « je ne sais pas » as from a low level, never from « non applicable » or an open question", () => {
    const na = { label: "None", when: true } as const;
    const law = tiny([question("a", 1, { alert: { atMost: 1, label: "Law", when: true }, notApplicable: na })]);
    const alerts = (answers: Record<string, unknown>) => result(law, answers).alerts.map(({ question: id }) => id);
    expect([alerts({ a: 1 }), alerts({ a: "nsp" })]).toEqual([["a"], ["a"]]);
    expect([alerts({ a: 2 }), alerts({ a: "na" }), alerts({})]).toEqual([[], [], []]);
  });

  it("and alerts depend on the profile where they say so", () => {
    const large = { var: "size", in: ["large"] } as const;
    const some = tiny([
      question("a", 1, {
        cap: { atMost: 0, limit: 39, when: large },
        alert: { atMost: 1, label: "Law", when: large },
      }),
    ]);
    expect(result(some, { a: 0 })).toMatchObject({ caps: [], alerts: [] });
    const questionnaire = adapted(some, { size: "large" });
    const one = diagnose(questionnaire, answersTo(questionnaire, { a: 0 }));
    expect(one).toMatchObject({ caps: [{ limit: 39, question: "a" }], alerts: [{ question: "a", label: "Law" }] });
  });
});

describe("unknown answers", () => {
  it("count in the confidence, and make the result provisional above 3 in 10, not at 3 in 10", () => {
    expect(result(ten(), tenAnswers(3))).toMatchObject({ unknown: 3, confidence: 0.7, provisional: false });
    expect(result(ten(), tenAnswers(4))).toMatchObject({ unknown: 4, confidence: 0.6, provisional: true });
  });

  it("bring the lever last, or first from 1 in 5, without gain, for all the unknown questions", () => {
    const one = result(ten(), tenAnswers(1)).actions;
    expect(one.map(({ id }) => id)).toEqual(["do-q0", "find-out"]);
    expect(one[1]).toMatchObject({ rank: 2, gain: 0, priority: 0, liftsCap: null, because: ["q0"] });
    const two = result(ten(), tenAnswers(2)).actions;
    expect(two.map(({ id }) => id)).toEqual(["find-out", "do-q0", "do-q1"]);
    expect(two[0]).toMatchObject({ rank: 1, because: ["q0", "q1"] });
    expect(result(ten(), tenAnswers(0)).actions).toEqual([]);
  });

  it("open questions lower the confidence too, to four decimals", () => {
    const three = tiny([question("a", 1), question("b", 2), question("c", 3)]);
    expect(result(three, { a: 4, b: 4 })).toMatchObject({ confidence: 0.6667, unknown: 0, counted: 3 });
    expect(result(three, {})).toMatchObject({ confidence: 0, interval: [0, 100], levelInterval: [0, 4] });
  });
});

describe("deduced answers", () => {
  const chain = tiny([
    question("a", 1, { core: true }),
    question("b", 2, {
      impliedBy: { question: "a", atMost: 0 },
      cap: { atMost: 0, limit: 59, when: true },
      alert: { atMost: 0, label: "Law", when: true },
    }),
    question("c", 3, { impliedBy: { question: "b", atMost: 1 } }),
  ]);

  it("follow a chain, cap, alert, trigger and need no answer", () => {
    const one = result(chain, { a: 0 });
    expect(one).toMatchObject({ complete: true, remaining: [], score: 0, unknown: 0, confidence: 1 });
    expect(one.deduced).toEqual([
      { id: "b", from: "a" },
      { id: "c", from: "b" },
    ]);
    expect(one.caps).toEqual([{ limit: 59, question: "b" }]);
    expect(one.alerts).toEqual([{ question: "b", label: "Law" }]);
    expect(one.actions.map(({ id }) => id).sort()).toEqual(["do-a", "do-b", "do-c"]);
    expect(one.domains[0]).toMatchObject({ answered: 3 });
  });

  it("from « je ne sais pas » are unknown themselves, everywhere", () => {
    const one = result(chain, { a: "nsp" });
    expect(one).toMatchObject({ complete: true, unknown: 3, confidence: 0, provisional: true, interval: [0, 100] });
    expect(one.actions.find(({ id }) => id === "find-out")?.because).toEqual(["a", "b", "c"]);
    expect(one.core).toEqual({ score: 0, answered: 1, total: 1, unknown: 1 });
  });

  it("put a stated answer to sleep and wake it when the source changes", () => {
    expect(result(chain, { a: 0, b: 4, c: 4 })).toMatchObject({ score: 0, deduced: [{ id: "b" }, { id: "c" }] });
    expect(result(chain, { a: 4, b: 4, c: 4 })).toMatchObject({ score: 100, deduced: [] });
    expect(result(chain, { a: 4, b: 1, c: 4 })).toMatchObject({ deduced: [{ id: "c", from: "b" }] });
  });

  it("are told to a page as they are told in the result", () => {
    const questionnaire = adapted(chain, { size: "small" });
    const told = (answers: Record<string, unknown>) => [
      ...deductions(questionnaire, answersTo(questionnaire, answers)),
    ];
    expect(told({ a: 0 })).toEqual([
      ["b", { from: "a" }],
      ["c", { from: "b" }],
    ]);
    expect(told({ a: 4, b: 1, c: 4 })).toEqual([["c", { from: "b" }]]);
    expect(told({ b: 4 })).toEqual([]);
  });

  it("are not drawn from a source that is open, and bound the interval all the same", () => {
    const one = result(chain, { b: 4, c: 4 });
    expect(one).toMatchObject({ complete: false, remaining: ["a"], deduced: [], caps: [] });
    expect(one.interval).toEqual([0, 100]);
  });
});

describe("an incomplete diagnostic", () => {
  const model = tiny([
    question("a", 1, { core: true }),
    question("b", 2),
    question("c", 3, { domain: "two", core: true }),
  ]);

  it("has no score and no level, but bounds, and the scores of the domains that are finished", () => {
    const one = result(model, { a: 4, c: 2 });
    expect(one).toMatchObject({
      complete: false,
      remaining: ["b"],
      score: null,
      rawScore: null,
      level: null,
      levelName: null,
      reached: null,
      interval: [50, 80],
      levelInterval: [2, 4],
    });
    expect(one.domains.map(({ score, interval }) => ({ score, interval }))).toEqual([
      { score: null, interval: [50, 100] },
      { score: 50, interval: [50, 50] },
    ]);
  });

  it("has the score of the core as soon as the core is answered", () => {
    expect(result(model, { a: 4 }).core).toEqual({ score: null, answered: 1, total: 2, unknown: 0 });
    expect(result(model, { a: 4, c: 1 }).core).toEqual({ score: 62.5, answered: 2, total: 2, unknown: 0 });
  });
});

describe("a diagnostic in which nothing counts", () => {
  const na = { label: "None", when: true } as const;
  const model = tiny([question("a", 1, { notApplicable: na, core: true }), question("b", 2, { notApplicable: na })]);

  it("is complete, with a score and a confidence of 0 and no score of the core", () => {
    const one = result(model, { a: "na", b: "na" });
    expect(one).toMatchObject({ complete: true, score: 0, rawScore: 0, counted: 0, confidence: 0, provisional: false });
    expect(one.core).toEqual({ score: null, answered: 0, total: 0, unknown: 0 });
    expect(one.domains.map(({ interval }) => interval)).toEqual([null, null]);
  });
});
