/** The ten laws of the calculation (questionnaires/README.md), over random profiles and answers, for every questionnaire. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AdaptedQuestionnaire,
  type Answer,
  type Answers,
  describeAdapted,
  diagnose,
  ENGINE_VERSION,
  explainResult,
  type Model,
  parseAnswers,
  placeOf,
  targetOf,
} from "../../../questionnaires/engine/engine.ts";
import { planOf } from "../../../questionnaires/engine/plan-of.ts";
import { MAX_LEVEL } from "../../../questionnaires/schema/level.ts";
import type { Result } from "../../../questionnaires/schema/result.ts";
import { assertLaw, change, pickQuestion } from "../../support/assert-law.ts";
import {
  adaptedQuestionnaires,
  allowedAnswers,
  type Case,
  completeCases,
  partialCases,
  withAnswer,
} from "../../support/generators.ts";
import { allByName } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";
import { worsening } from "../../support/worse.ts";

interface Chosen extends Case {
  readonly pick: number;
  readonly choice: number;
}

/** A case with two random numbers, to choose a question and an answer. */
function chosen(cases: fc.Arbitrary<Case>): fc.Arbitrary<Chosen> {
  return fc
    .record({ one: cases, pick: fc.nat({ max: 999 }), choice: fc.nat({ max: 999 }) })
    .map(({ one, pick, choice }) => ({ ...one, pick, choice }));
}

function profilesOnly(model: Model): fc.Arbitrary<{ readonly questionnaire: AdaptedQuestionnaire }> {
  return adaptedQuestionnaires(model).map((questionnaire) => ({ questionnaire }));
}

function everywhere({ displayed }: AdaptedQuestionnaire, answer: Answer): Answers {
  return new Map(displayed.map(({ id }) => [id, answer]));
}

function holdsWithin(outer: readonly [number, number], inner: readonly [number, number]): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function interval([low, high]: readonly [number, number]): string {
  return `[${low} ; ${high}]`;
}

describe.each(allByName)("%s", (_, model) => {
  const lever = model.questionnaire.unknown.action;

  it("law 1: all best is exactly 100 and all worst exactly 0, whatever the establishment", () => {
    assertLaw(
      profilesOnly(model),
      ({ questionnaire }) => {
        const best = diagnose(questionnaire, everywhere(questionnaire, MAX_LEVEL));
        if (best.score !== 100 || best.rawScore !== 100) return `tout au mieux donne ${best.score}, et non 100`;
        if (best.cap || best.actions.length > 0) return "tout au mieux laisse un plafond ou des actions";
        const worst = diagnose(questionnaire, everywhere(questionnaire, 0));
        return worst.score === 0 && worst.rawScore === 0 ? null : `tout au pire donne ${worst.score}, et non 0`;
      },
      300,
    );
  });

  it("law 2: a better answer never lowers a score or the level, never adds a cap or an alert", () => {
    assertLaw(
      chosen(completeCases(model)),
      (one) => {
        const isRaisable = (answer: Answer | undefined) => typeof answer === "number" && answer < MAX_LEVEL;
        const id = pickQuestion(one, one.pick, (candidate) => isRaisable(one.answers.get(candidate)));
        if (id === undefined) return null;
        const level = Number(one.answers.get(id));
        const better = level + 1 + (one.choice % (MAX_LEVEL - level));
        const before = diagnose(one.questionnaire, one.answers);
        const worse = worsening(before, diagnose(one.questionnaire, withAnswer(one.answers, id, better)));
        return worse && `${change(id, level, better)} ${worse}`;
      },
      1000,
    );
  });

  it("law 3: the denominators depend on the profile and on « non applicable », never on the levels chosen", () => {
    assertLaw(
      chosen(completeCases(model)),
      ({ questionnaire, answers, choice }) => {
        const level = choice % (MAX_LEVEL + 1);
        const other = new Map([...answers].map(([id, answer]) => [id, answer === "na" ? answer : level] as const));
        const weights = (said: Answers) => JSON.stringify(planOf(questionnaire, said).weights);
        return weights(answers) === weights(other) ? null : `répondre ${level} partout change les poids en jeu`;
      },
      300,
    );
  });

  it("law 4: « je ne sais pas » counts as a gap: like level 0 everywhere, told apart, never above a known answer", () => {
    assertLaw(
      chosen(completeCases(model)),
      ({ questionnaire, answers, pick }) => {
        const asleep = new Set(diagnose(questionnaire, answers).deduced.map(({ id }) => id));
        const askable = questionnaire.displayed.filter(({ id, unknownAllowed }) => unknownAllowed && !asleep.has(id));
        const id = askable[pick % askable.length]?.id;
        if (id === undefined) return null;
        const unknown = diagnose(questionnaire, withAnswer(answers, id, "nsp"));
        const told = (result: Result) =>
          JSON.stringify([
            result.score,
            result.caps,
            result.alerts,
            result.actions.filter((action) => action.id !== lever).map((action) => action.id),
          ]);
        const zero = diagnose(questionnaire, withAnswer(answers, id, 0));
        if (told(unknown) !== told(zero)) return `« je ne sais pas » à « ${id} » ne donne pas ce que donne le niveau 0`;
        if (!unknown.actions.some((action) => action.id === lever))
          return `« je ne sais pas » à « ${id} » n’ajoute pas le levier`;
        for (let level = 0; level <= MAX_LEVEL; level++) {
          const known = diagnose(questionnaire, withAnswer(answers, id, level));
          if ((known.score ?? 0) < (unknown.score ?? 0))
            return `savoir (${level}) à « ${id} » vaut moins que « je ne sais pas »`;
        }
        return null;
      },
      300,
    );
  });

  it("law 5: the interval holds the truth, never widens with an answer, and closes when all is known", () => {
    assertLaw(
      chosen(partialCases(model)),
      ({ questionnaire, answers, pick, choice }) => {
        const before = diagnose(questionnaire, answers);
        if (before.complete && before.interval[0] !== before.score)
          return "le score complet n’est pas le bas de l’intervalle";
        if (before.complete && before.unknown === 0 && before.interval[1] !== before.score)
          return "tout est connu, l’intervalle reste ouvert";
        const question = questionnaire.displayed.find(
          ({ id }) => id === before.remaining[pick % before.remaining.length],
        );
        if (!question) return null;
        const allowed = allowedAnswers(questionnaire, question);
        const answer = allowed[choice % allowed.length] ?? 0;
        const after = diagnose(questionnaire, withAnswer(answers, question.id, answer));
        if (holdsWithin(before.interval, after.interval) && holdsWithin(before.levelInterval, after.levelInterval))
          return null;
        return `${change(question.id, undefined, answer)} élargit l’intervalle de ${interval(before.interval)} à ${interval(after.interval)}`;
      },
      1000,
    );
  });

  it("law 5: finding out what was unknown stays inside the interval", () => {
    assertLaw(
      chosen(completeCases(model)),
      ({ questionnaire, answers, choice }) => {
        const level = choice % (MAX_LEVEL + 1);
        const before = diagnose(questionnaire, answers);
        const found = new Map([...answers].map(([id, answer]) => [id, answer === "nsp" ? level : answer] as const));
        const score = diagnose(questionnaire, found).score ?? -1;
        return holdsWithin(before.interval, [score, score])
          ? null
          : `lever les inconnues (${level}) donne ${score}, hors de ${interval(before.interval)}`;
      },
      300,
    );
  });

  it("law 6: every question is asked, left for later or hidden; only those asked are accepted and counted", () => {
    const all = model.questionnaire.questions.map(({ id }) => id).sort();
    assertLaw(
      profilesOnly(model),
      ({ questionnaire }) => {
        const { displayed, notAssessed, hidden } = questionnaire;
        const sorted = [...displayed, ...notAssessed, ...hidden].map(({ id }) => id).sort();
        if (JSON.stringify(sorted) !== JSON.stringify(all)) return "une question manque ou figure deux fois";
        if (displayed.length > model.questionnaire.displayLimit) return `${displayed.length} questions sont posées`;
        const refused = displayed.find(({ id }) => !parseAnswers(questionnaire, { [id]: 0 }).ok);
        if (refused) return `« ${refused.id} » est posée mais sa réponse est refusée`;
        const accepted = [...notAssessed, ...hidden].find(({ id }) => parseAnswers(questionnaire, { [id]: 0 }).ok);
        if (accepted) return `« ${accepted.id} » n’est pas posée mais sa réponse est acceptée`;
        const result = diagnose(questionnaire, everywhere(questionnaire, 0));
        const told = [
          ...result.alerts.map(({ question }) => question),
          ...result.caps.map(({ question }) => question),
          ...result.actions.flatMap(({ because }) => because),
        ];
        const stray = told.find((id) => placeOf(questionnaire, id) < 0);
        if (stray) return `« ${stray} » n’est pas posée mais pèse sur le résultat`;
        return result.counted === displayed.length
          ? null
          : `${result.counted} questions comptent sur ${displayed.length}`;
      },
      300,
    );
  });

  it("law 7: every gap has an action, and doing them all closes every gap", () => {
    assertLaw(
      completeCases(model, true),
      ({ questionnaire, answers }) => {
        const result = diagnose(questionnaire, answers);
        const deduced = new Set(result.deduced.map(({ id }) => id));
        const covered = new Set(result.actions.flatMap(({ because }) => because));
        for (const question of questionnaire.displayed) {
          const level = deduced.has(question.id) ? 0 : answers.get(question.id);
          const gap = typeof level === "number" && level < targetOf(questionnaire, question);
          if (gap && !covered.has(question.id)) return `« ${question.id} » au niveau ${level} n’a aucune action`;
          if (!gap && covered.has(question.id)) return `« ${question.id} », à sa cible, a une action`;
        }
        const { simulation } = diagnose(
          questionnaire,
          answers,
          result.actions.map(({ id }) => id),
        );
        const gains = result.actions.reduce((sum, { gain }) => sum + gain, 0);
        const gap = (simulation?.rawScore ?? 0) - (result.rawScore ?? 0) - gains;
        if (Math.abs(gap) > 0.005 * (result.actions.length + 2))
          return `la somme des gains (${gains}) n’est pas le gain de toutes les actions`;
        return simulation?.cap ? `tout faire laisse le plafond de ${simulation.cap.limit}` : null;
      },
      300,
    );
  });

  it("law 7: no question and no action is dead: each one reaches someone", () => {
    const asked = new Set<string>();
    const proposed = new Set<string>();
    for (const questionnaire of fc.sample(adaptedQuestionnaires(model), {
      numRuns: Math.max(500, runs(1500).numRuns),
      seed: 7,
    })) {
      for (const { id } of questionnaire.displayed) asked.add(id);
      for (const level of [0, 2]) {
        for (const { id } of diagnose(questionnaire, everywhere(questionnaire, level)).actions) proposed.add(id);
      }
    }
    expect(model.questionnaire.questions.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
    const actions = model.questionnaire.actions.map(({ id }) => id);
    expect(actions.filter((id) => id !== lever && !proposed.has(id))).toEqual([]);
  });

  it("law 8: the result is the same, byte for byte, whatever the order of the answers", () => {
    assertLaw(
      chosen(completeCases(model)),
      ({ questionnaire, answers, pick, choice }) => {
        const key = (place: number) => (place * (2 * pick + 1) + choice) % 1009;
        const shuffled = [...answers]
          .map((entry, place) => ({ entry, key: key(place) }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        const bytes = (said: Answers) => JSON.stringify(diagnose(questionnaire, said));
        return bytes(new Map(shuffled)) === bytes(answers) ? null : "l’ordre des réponses change le résultat";
      },
      300,
    );
  });

  it("law 8: the plan never waits for what it comes before: triggered prerequisites stand first", () => {
    const requires = new Map(model.questionnaire.actions.map(({ id, requires: ids }) => [id, ids]));
    assertLaw(
      completeCases(model),
      ({ questionnaire, answers }) => {
        const ids = diagnose(questionnaire, answers).actions.map(({ id }) => id);
        for (const [index, id] of ids.entries()) {
          const late = requires.get(id)?.find((needed) => ids.indexOf(needed) > index);
          if (late) return `« ${id} » est placée avant « ${late} », dont elle dépend`;
        }
        return null;
      },
      300,
    );
  });

  it("law 9: whatever is hidden, left for later, capped, deduced or proposed can say why", () => {
    assertLaw(
      partialCases(model),
      ({ questionnaire, answers }) => {
        const result = diagnose(questionnaire, answers);
        const told = explainResult(questionnaire, answers, result);
        const { hidden } = describeAdapted(questionnaire);
        const silent = [...hidden, ...told.notAssessed, ...told.deduced].find(({ reason }) => reason.length < 20);
        if (silent) return `« ${silent.id} » ne dit pas pourquoi`;
        if (result.cap && !told.cap) return "le plafond ne dit pas pourquoi";
        const mute = result.actions.find((_, index) => !told.actions[index]?.why || !told.actions[index]?.order);
        return mute ? `« ${mute.id} » ne dit pas pourquoi` : null;
      },
      200,
    );
  });

  it("law 10: a result names the questionnaire, its content and the engine, and is found again byte for byte", () => {
    const { id, version, hash } = model.questionnaire;
    assertLaw(
      partialCases(model),
      ({ questionnaire, answers }) => {
        const result = diagnose(questionnaire, answers);
        const named = JSON.stringify([result.questionnaire, result.version, result.hash, result.engine]);
        if (named !== JSON.stringify([id, version, hash, ENGINE_VERSION]))
          return "le résultat ne dit pas d’où il vient";
        const again = JSON.stringify(diagnose(questionnaire, new Map(answers)));
        return again === JSON.stringify(result) ? null : "le même diagnostic donne deux résultats";
      },
      200,
    );
  });
});
