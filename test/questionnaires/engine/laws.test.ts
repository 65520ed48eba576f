/** Laws 1–8 of the calculation (questionnaires/README.md), over random profiles and answers, for every shipped version. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AdaptedQuestionnaire,
  type Answer,
  type Answers,
  diagnose,
  parseAnswers,
  targetOf,
} from "../../../questionnaires/engine/engine.ts";
import { weightsOf } from "../../../questionnaires/engine/score.ts";
import { standings } from "../../../questionnaires/engine/standing.ts";
import { MAX_LEVEL } from "../../../questionnaires/schema/level.ts";
import type { Result } from "../../../questionnaires/schema/result.ts";
import {
  adaptedQuestionnaires,
  allowedAnswers,
  completeCases,
  partialCases,
  withAnswer,
} from "../../support/generators.ts";
import { shippedByName } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";

const RUNS = runs(300);

function everywhere({ displayed }: AdaptedQuestionnaire, answer: Answer): Answers {
  return new Map(displayed.map(({ id }) => [id, answer]));
}

function contains(outer: readonly [number, number], inner: readonly [number, number]): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Nothing in `after` is worse than in `before`. */
function expectNotWorse(before: Result, after: Result): void {
  before.domains.forEach(({ id, interval }, index) => {
    expect(after.domains[index]?.interval?.[0] ?? 0, `domain ${id}`).toBeGreaterThanOrEqual(interval?.[0] ?? 0);
  });
  expect(after.interval[0]).toBeGreaterThanOrEqual(before.interval[0]);
  expect(after.levelInterval[0]).toBeGreaterThanOrEqual(before.levelInterval[0]);
  if (before.complete && after.complete) {
    expect(after.rawScore).toBeGreaterThanOrEqual(before.rawScore ?? 0);
    expect(after.score).toBeGreaterThanOrEqual(before.score ?? 0);
    expect(after.level).toBeGreaterThanOrEqual(before.level ?? 0);
  }
  const capsBefore = new Set(before.caps.map(({ question }) => question));
  expect(after.caps.filter(({ question }) => !capsBefore.has(question))).toEqual([]);
  const alertsBefore = new Set(before.alerts.map(({ question }) => question));
  expect(after.alerts.filter(({ question }) => !alertsBefore.has(question))).toEqual([]);
}

describe.each(shippedByName)("%s", (_, model) => {
  it("law 1: all best is exactly 100 and all worst exactly 0, whatever the establishment", () => {
    fc.assert(
      fc.property(adaptedQuestionnaires(model), (questionnaire) => {
        const best = diagnose(questionnaire, everywhere(questionnaire, MAX_LEVEL));
        expect([best.score, best.rawScore, best.cap, best.reached]).toEqual([100, 100, null, true]);
        expect(best.actions).toEqual([]);
        const worst = diagnose(questionnaire, everywhere(questionnaire, 0));
        expect([worst.score, worst.rawScore, worst.level]).toEqual([0, 0, 0]);
        for (const { score } of worst.domains) expect([0, null]).toContain(score);
      }),
      RUNS,
    );
  });

  it("law 2: a better answer never lowers a score or the level, never adds a cap or an alert", () => {
    fc.assert(
      fc.property(completeCases(model), fc.nat(), fc.nat(), ({ questionnaire, answers }, pick, rise) => {
        const raisable = questionnaire.displayed.filter(({ id }) => {
          const answer = answers.get(id);
          return typeof answer === "number" && answer < MAX_LEVEL;
        });
        const question = raisable[pick % Math.max(1, raisable.length)];
        if (!question) return;
        const level = answers.get(question.id) as number; // only levels are raisable
        const better = level + 1 + (rise % (MAX_LEVEL - level));
        expectNotWorse(
          diagnose(questionnaire, answers),
          diagnose(questionnaire, withAnswer(answers, question.id, better)),
        );
      }),
      runs(1000),
    );
  });

  it("law 3: the denominators depend on the profile and on « non applicable », never on the levels chosen", () => {
    fc.assert(
      fc.property(completeCases(model), fc.integer({ min: 0, max: MAX_LEVEL }), ({ questionnaire, answers }, level) => {
        const leveled = new Map([...answers].map(([id, answer]) => [id, answer === "na" ? answer : level] as const));
        const before = weightsOf(questionnaire, standings(questionnaire, answers));
        expect(weightsOf(questionnaire, standings(questionnaire, leveled))).toEqual(before);
        expect(diagnose(questionnaire, leveled).counted).toBe(diagnose(questionnaire, answers).counted);
      }),
      RUNS,
    );
  });

  it("law 4: « je ne sais pas » counts as a gap: like level 0 everywhere, told apart, never above a known answer", () => {
    fc.assert(
      fc.property(completeCases(model), fc.nat(), ({ questionnaire, answers }, pick) => {
        const askable = questionnaire.displayed.filter(({ unknownAllowed }) => unknownAllowed);
        const question = askable[pick % askable.length];
        if (!question) return;
        const unknown = diagnose(questionnaire, withAnswer(answers, question.id, "nsp"));
        const zero = diagnose(questionnaire, withAnswer(answers, question.id, 0));
        expect([unknown.score, unknown.caps, unknown.alerts]).toEqual([zero.score, zero.caps, zero.alerts]);
        const lever = model.questionnaire.unknown.action;
        const plan = (result: Result) => result.actions.filter(({ id }) => id !== lever).map(({ id }) => id);
        expect(plan(unknown)).toEqual(plan(zero));
        expect(unknown.unknown).toBeGreaterThanOrEqual(1);
        expect(unknown.actions.find(({ id }) => id === lever)?.because).toBeDefined();
        for (let level = 0; level <= MAX_LEVEL; level++) {
          const known = diagnose(questionnaire, withAnswer(answers, question.id, level));
          expect(known.score).toBeGreaterThanOrEqual(unknown.score ?? 0);
        }
      }),
      RUNS,
    );
  });

  it("law 5: the interval holds the truth, never widens with an answer, and closes when all is known", () => {
    fc.assert(
      fc.property(partialCases(model), fc.nat(), fc.nat(), ({ questionnaire, answers }, pick, choice) => {
        const before = diagnose(questionnaire, answers);
        if (before.complete && before.unknown === 0) expect(before.interval).toEqual([before.score, before.score]);
        if (before.complete) expect(before.interval[0]).toBe(before.score);
        const question = questionnaire.displayed.find(
          ({ id }) => id === before.remaining[pick % before.remaining.length],
        );
        if (!question) return;
        const allowed = allowedAnswers(questionnaire, question);
        const answer = allowed[choice % allowed.length] ?? 0;
        const after = diagnose(questionnaire, withAnswer(answers, question.id, answer));
        expect(contains(before.interval, after.interval), `${before.interval} ⊇ ${after.interval}`).toBe(true);
        expect(contains(before.levelInterval, after.levelInterval)).toBe(true);
      }),
      runs(1000),
    );
  });

  it("law 5: finding out what was unknown stays inside the interval", () => {
    fc.assert(
      fc.property(completeCases(model), fc.nat({ max: MAX_LEVEL }), ({ questionnaire, answers }, level) => {
        const before = diagnose(questionnaire, answers);
        const found = new Map([...answers].map(([id, answer]) => [id, answer === "nsp" ? level : answer] as const));
        const after = diagnose(questionnaire, found);
        expect(contains(before.interval, [after.score ?? -1, after.score ?? -1])).toBe(true);
      }),
      RUNS,
    );
  });

  it("law 6: every question is asked, left for later or hidden; only those asked are accepted and counted", () => {
    fc.assert(
      fc.property(adaptedQuestionnaires(model), (questionnaire) => {
        const { displayed, notAssessed, hidden } = questionnaire;
        const all = [...displayed, ...notAssessed, ...hidden].map(({ id }) => id);
        expect([...all].sort()).toEqual(model.questionnaire.questions.map(({ id }) => id).sort());
        expect(displayed.length).toBeLessThanOrEqual(model.questionnaire.displayLimit);
        for (const { id } of displayed) expect(parseAnswers(questionnaire, { [id]: 0 }).ok).toBe(true);
        for (const { id } of [...notAssessed, ...hidden]) {
          expect(parseAnswers(questionnaire, { [id]: 0 }).ok).toBe(false);
        }
        const asked = new Set(displayed.map(({ id }) => id));
        const result = diagnose(questionnaire, everywhere(questionnaire, 0));
        const told = [
          ...result.alerts.map(({ question }) => question),
          ...result.caps.map(({ question }) => question),
          ...result.actions.flatMap(({ because }) => because),
        ];
        expect(told.filter((id) => !asked.has(id))).toEqual([]);
        expect(result.counted).toBe(displayed.length);
      }),
      RUNS,
    );
  });

  it("law 7: every gap has an action, and doing them all closes every gap", () => {
    fc.assert(
      fc.property(completeCases(model, true), ({ questionnaire, answers }) => {
        const result = diagnose(questionnaire, answers);
        const deduced = new Set(result.deduced.map(({ id }) => id));
        const covered = new Set(result.actions.flatMap(({ because }) => because));
        for (const question of questionnaire.displayed) {
          const answer = answers.get(question.id);
          const level = deduced.has(question.id) ? 0 : answer;
          const gap = typeof level === "number" && level < targetOf(questionnaire, question);
          expect(covered.has(question.id), question.id).toBe(gap);
        }
        const all = diagnose(
          questionnaire,
          answers,
          result.actions.map(({ id }) => id),
        );
        const gains = result.actions.reduce((sum, { gain }) => sum + gain, 0);
        const rounding = 0.005 * (result.actions.length + 2);
        expect(Math.abs((all.simulation?.rawScore ?? 0) - (result.rawScore ?? 0) - gains)).toBeLessThan(rounding);
        expect(all.simulation?.cap ?? null).toBeNull();
        expect(all.simulation?.rawScore).toBeGreaterThanOrEqual(result.expected);
      }),
      RUNS,
    );
  });

  it("law 7: no question and no action is dead: each one reaches someone", () => {
    const asked = new Set<string>();
    const proposed = new Set<string>();
    for (const questionnaire of fc.sample(adaptedQuestionnaires(model), { numRuns: 1500, seed: 7 })) {
      for (const { id } of questionnaire.displayed) asked.add(id);
      for (const level of [0, 2]) {
        for (const { id } of diagnose(questionnaire, everywhere(questionnaire, level)).actions) proposed.add(id);
      }
    }
    const lever = model.questionnaire.unknown.action;
    expect(model.questionnaire.questions.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
    const actions = model.questionnaire.actions.map(({ id }) => id);
    expect(actions.filter((id) => id !== lever && !proposed.has(id))).toEqual([]);
  });

  it("law 8: the result is the same, byte for byte, whatever the order of the answers", () => {
    fc.assert(
      fc.property(completeCases(model), fc.infiniteStream(fc.nat()), ({ questionnaire, answers }, keys) => {
        const shuffled = [...answers]
          .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        expect(JSON.stringify(diagnose(questionnaire, new Map(shuffled)))).toBe(
          JSON.stringify(diagnose(questionnaire, answers)),
        );
      }),
      RUNS,
    );
  });

  it("law 8: the plan never waits for what it comes before: triggered prerequisites stand first", () => {
    const requires = new Map(model.questionnaire.actions.map(({ id, requires: ids }) => [id, ids]));
    fc.assert(
      fc.property(completeCases(model), ({ questionnaire, answers }) => {
        const ids = diagnose(questionnaire, answers).actions.map(({ id }) => id);
        ids.forEach((id, index) => {
          const late = (requires.get(id) ?? []).filter((needed) => ids.indexOf(needed) > index);
          expect(late, id).toEqual([]);
        });
      }),
      RUNS,
    );
  });
});
