/** What becomes of the answers when a director comes back with a newer version: kept, mapped, asked again, never invented. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adapt,
  deductions,
  diagnose,
  type Migrated,
  migrate,
  parseAnswers,
  parseProfile,
  placeOf,
} from "../../../questionnaires/engine/engine.ts";
import { type Case, completeCases, partialCases } from "../../support/generators.ts";
import { adapted, answersTo, examplesOf } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";
import { first, second, step, steps } from "./shipped-migrations.ts";

type Step = (typeof steps)[number][1];

function carried({ migration, from, to }: Step, { questionnaire, answers }: Case): Migrated {
  const outcome = migrate(migration, from, to, questionnaire.profile, answers);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe.each(steps)("%s", (_, link) => {
  const { migration, from, to } = link;

  it("never invents: every answer carried is the old one where it is kept, or its written image", () => {
    fc.assert(
      fc.property(completeCases(from), (one) => {
        for (const [id, answer] of Object.entries(carried(link, one).answers)) {
          const fate = migration.questions[id];
          if (fate?.fate === "kept") expect(answer, id).toBe(one.answers.get(id));
          else {
            const images = Object.entries(migration.questions).flatMap(([old, candidate]) => {
              const table: Readonly<Record<string, unknown>> =
                candidate.fate === "mapped" ? (candidate.to[id] ?? {}) : {};
              return [table[String(one.answers.get(old))]];
            });
            expect(images, id).toContain(answer);
          }
        }
      }),
      runs(300),
    );
  });

  it("forgets nothing: each question now displayed is answered, deduced, asked again or added, once", () => {
    fc.assert(
      fc.property(fc.oneof(completeCases(from), partialCases(from)), (one) => {
        const { profile, answers, reAsk, added } = carried(link, one);
        const now = adapted(to, profile);
        const deduced = deductions(now, new Map(Object.entries(answers)));
        const asked = [...reAsk.map(({ id }) => id), ...added];
        const told = [...Object.keys(answers), ...asked];
        expect(new Set(told).size).toBe(told.length);
        expect(asked.filter((id) => deduced.has(id))).toEqual([]);
        const all = new Set([...told, ...deduced.keys()]);
        expect([...all].sort()).toEqual(now.displayed.map(({ id }) => id).sort());
      }),
      runs(300),
    );
  });

  it("loses nothing in silence: an old answer is kept, mapped, asked again under its question, or told as dropped", () => {
    fc.assert(
      fc.property(completeCases(from), (one) => {
        const { answers, reAsk, dropped } = carried(link, one);
        const asked = new Set(reAsk.map(({ id }) => id));
        for (const id of one.answers.keys()) {
          const fate = migration.questions[id];
          const targets = fate?.fate === "mapped" ? Object.keys(fate.to) : [id];
          const followed = targets.some((target) => target in answers || asked.has(target));
          expect(followed, id).toBe(!dropped.includes(id));
        }
      }),
      runs(300),
    );
  });

  it("gives a reason for everything that is asked again", () => {
    fc.assert(
      fc.property(partialCases(from), (one) => {
        for (const { id, reason } of carried(link, one).reAsk) expect(reason, id).not.toBe("");
      }),
      runs(100),
    );
  });

  it("leads to a diagnostic that the new version accepts, scores, and can complete", () => {
    fc.assert(
      fc.property(completeCases(from), fc.integer({ min: 0, max: 4 }), (one, level) => {
        const { profile, answers, reAsk, added } = carried(link, one);
        const now = adapted(to, profile);
        expect(parseAnswers(now, answers).ok).toBe(true);
        const asked = [...reAsk.map(({ id }) => id), ...added];
        const partial = diagnose(now, answersTo(now, answers));
        expect([...partial.remaining].sort()).toEqual([...asked].sort());
        const filled = { ...answers, ...Object.fromEntries(asked.map((id) => [id, level])) };
        expect(diagnose(now, answersTo(now, filled)).complete).toBe(true);
      }),
      runs(300),
    );
  });

  it("keeps « je ne sais pas » as it is, and « non applicable » only where it is still offered", () => {
    fc.assert(
      fc.property(completeCases(from), (one) => {
        const { profile, answers, reAsk } = carried(link, one);
        const now = adapted(to, profile);
        for (const [id, answer] of one.answers) {
          if (migration.questions[id]?.fate !== "kept" || placeOf(now, id) < 0 || typeof answer === "number") continue;
          const offered = parseAnswers(now, { [id]: answer }).ok;
          expect(answers[id]).toBe(offered ? answer : undefined);
          if (!offered) expect(reAsk.map((asked) => asked.id)).toContain(id);
        }
      }),
      runs(300),
    );
  });
});

describe("from 1.0.0 to 1.1.0", () => {
  const [savs, ehpad, ssiad] = examplesOf(first).map(({ profile, answers }) => {
    const questionnaire = adapted(first, profile);
    return { questionnaire, answers: answersTo(questionnaire, answers) };
  });
  const link = { migration: step, from: first, to: second };
  const told = (one: Case | undefined) => {
    if (!one) throw new Error("An example is missing.");
    const { reAsk, dropped, added } = carried(link, one);
    return { reAsk: reAsk.map(({ id }) => id), dropped, added };
  };

  it("asks the SAVS again about its register and its mobile devices, and the impact analysis for the first time", () => {
    expect(told(savs)).toEqual({
      reAsk: ["conf-registre", "acc-mfa-dui", "poste-mobile-usage", "poste-mobile-perte"],
      dropped: [],
      added: ["conf-aipd"],
    });
  });

  it("keeps all forty answers of the EHPAD", () => {
    expect(told(ehpad)).toEqual({ reAsk: [], dropped: [], added: [] });
  });

  it("tells the SSIAD that the question about its premises is gone", () => {
    expect(told(ssiad)).toEqual({
      reAsk: ["acc-mfa-dui", "poste-mobile-usage", "poste-mobile-perte"],
      dropped: ["res-locaux"],
      added: ["conf-aipd"],
    });
  });

  it.each([
    ["conf-registre", 2, { "conf-registre": 2 }],
    ["conf-registre", 3, {}],
    ["conf-registre", 4, {}],
    ["conf-registre", "nsp", { "conf-registre": "nsp" }],
    ["acc-mfa-dui", 1, { "acc-mfa-dui": 2 }],
    ["acc-mfa-dui", 0, {}],
    ["poste-mobile", 3, { "poste-mobile-perte": 3 }],
    ["poste-mobile", 4, { "poste-mobile-usage": 4, "poste-mobile-perte": 4 }],
    ["poste-mobile", "nsp", {}],
  ] as const)("carries %s = %s as %o", (id, answer, images) => {
    const questionnaire = savs?.questionnaire ?? adapted(first, {});
    expect(carried(link, { questionnaire, answers: new Map([[id, answer]]) }).answers).toEqual(images);
  });

  it("asks again, in words, what was left open", () => {
    const questionnaire = savs?.questionnaire ?? adapted(first, {});
    const { reAsk } = carried(link, { questionnaire, answers: new Map() });
    const open = second.questionnaire.messages["migration.open"] ?? "migration.open";
    expect(reAsk.find(({ id }) => id === "gouv-referent")?.reason).toBe(open);
  });

  it("calls added a question that only now concerns a profile: who works online with a provider lists its suppliers", () => {
    const online = { informatique: "prestataire", hebergement: "saas", serveur_local: "non", equipements: ["aucun"] };
    const questionnaire = adapted(first, { ...savs?.questionnaire.profile.values, ...online });
    const { reAsk, added } = carried(link, { questionnaire, answers: new Map() });
    expect(added).toEqual(["conf-aipd", "tiers-liste"]);
    expect(reAsk.map(({ id }) => id)).not.toContain("tiers-liste");
  });

  it("needs nothing new of any profile", () => {
    fc.assert(
      fc.property(completeCases(first), (one) => {
        const { profile } = carried(link, one);
        const parsed = parseProfile(second, profile);
        expect(profile).toEqual(one.questionnaire.profile.values);
        expect(parsed.ok && adapt(second, parsed.value).displayed.length).toBeGreaterThanOrEqual(20);
      }),
      runs(100),
    );
  });
});
