/** The weak points of 1.0.0 that 1.1.0 settles: each is shown present before, and absent after. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AdaptedQuestionnaire,
  diagnose,
  type Model,
  placeOf,
  targetOf,
} from "../../../questionnaires/engine/engine.ts";
import { adaptedQuestionnaires } from "../../support/generators.ts";
import { adapted } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";
import { measure } from "./figures.ts";
import { first, second } from "./shipped-migrations.ts";

/** Enough profiles to meet every combination that the weak points depend on. */
const PROFILES = runs(4000).numRuns;

function sample(model: Model): readonly AdaptedQuestionnaire[] {
  return fc.sample(adaptedQuestionnaires(model), { numRuns: PROFILES, seed: 11 });
}

function triggers({ questionnaire: { questions } }: Model, id: string) {
  return questions.find((question) => question.id === id)?.actions ?? [];
}

describe("the register and the impact analysis", () => {
  it("were one question: at level 2 the analysis took half of a gap that only the register closes", () => {
    const at2 = triggers(first, "conf-registre").filter(({ atLeast, atMost }) => atLeast <= 2 && 2 <= atMost);
    expect(at2.map(({ action }) => action)).toEqual(["act-registre", "act-aipd"]);
    const [, , review, reviewed] = first.questionById.get("conf-registre")?.options ?? [];
    expect([review, reviewed].join()).not.toContain("AIPD");
  });

  it("are two: each has one action, which takes the whole of its gap, and the analysis is within reach of its target", () => {
    expect(triggers(second, "conf-registre")).toEqual([{ action: "act-registre", atLeast: 0, atMost: 3 }]);
    expect(triggers(second, "conf-aipd")).toEqual([{ action: "act-aipd", atLeast: 0, atMost: 3 }]);
    expect(JSON.stringify(second.questionById.get("conf-registre"))).not.toContain("AIPD");
    const small = sample(second).find((one) => placeOf(one, "conf-aipd") >= 0);
    if (!small) throw new Error("Nobody is asked about the impact analysis.");
    const { actions } = diagnose(small, new Map([["conf-aipd", 1]]));
    expect(actions.map(({ id, because }) => [id, because])).toEqual([["act-aipd", ["conf-aipd"]]]);
  });
});

/** For each action that the worst answers trigger, its prerequisites that no answer of this profile can trigger. */
function unreachable(one: AdaptedQuestionnaire): readonly string[] {
  const within = one.displayed.flatMap((question) =>
    question.actions.filter(({ atLeast }) => atLeast < targetOf(one, question)).map(({ action }) => action),
  );
  const possible = new Set(within);
  return [...possible].flatMap((id) =>
    (one.model.actionById.get(id)?.requires ?? [])
      .filter((needed) => !possible.has(needed))
      .map((needed) => `${id} ← ${needed}`),
  );
}

describe("the prerequisites of the actions", () => {
  it("were beyond the reach of every large structure for one action: the cyber part of the crisis plan", () => {
    const large = sample(first).filter(({ profile }) => profile.derived.grande);
    expect(new Set(large.flatMap(unreachable))).toEqual(new Set(["act-volet-cyber ← act-fiche-reflexe"]));
    const touched = large.filter((one) => placeOf(one, "cont-crise") >= 0 || placeOf(one, "cont-planbleu") >= 0);
    expect(touched.every((one) => unreachable(one).length === 1)).toBe(true);
  });

  it("are within the reach of whoever may have the action to do", () => {
    expect(new Set(sample(second).flatMap(unreachable))).toEqual(new Set());
  });

  it("leave the reflex sheet to everyone: alone for small structures, inside the crisis plan for large ones", () => {
    const steps = second.actionById.get("act-volet-cyber")?.steps.join(" ") ?? "";
    expect(steps).toContain("fiche réflexe");
    expect(steps).toContain("annuaire d’urgence");
    const withSheet = (one: AdaptedQuestionnaire) =>
      one.displayed.some(({ actions }) =>
        actions.some(({ action }) => action === "act-fiche-reflexe" || action === "act-volet-cyber"),
      );
    expect(sample(second).every(withSheet)).toBe(true);
  });
});

describe("the domain of third parties", () => {
  it("rested on one question for some, and could vanish by « non applicable »", () => {
    const { oneThirdParty, mayVanish } = measure(first, PROFILES);
    expect(oneThirdParty).toBeGreaterThan(3);
    expect(mayVanish).toBeGreaterThan(1);
  });

  it("has two questions or more for everyone, one of which nobody may set aside", () => {
    expect(measure(second, PROFILES)).toMatchObject({ oneThirdParty: 0, mayVanish: 0 });
  });

  it("has them for certain, since the display limit cannot cut a question of that rank", () => {
    const { questions, displayLimit } = second.questionnaire;
    const ranks = questions.filter(({ domain }) => domain === "tiers").map(({ rank }) => rank);
    expect(Math.max(...ranks)).toBeLessThanOrEqual(displayLimit);
  });

  it("has them for every answer that its conditions tell apart, one by one", () => {
    const [base] = sample(second);
    if (!base) throw new Error("No profile.");
    const values = (id: string) => second.variables.get(id)?.options.map(({ value }) => value) ?? [];
    let met = 0;
    for (const informatique of values("informatique"))
      for (const hebergement of values("hebergement"))
        for (const serveur_local of values("serveur_local"))
          for (const rattachement of values("rattachement"))
            for (const device of ["aucun", "nsp", "dm"]) {
              const chosen = { informatique, hebergement, serveur_local, rattachement, equipements: [device] };
              const one = adapted(second, { ...base.profile.values, ...chosen });
              const asked = one.displayed.filter(({ domain }) => domain === "tiers");
              expect(asked.length, JSON.stringify(chosen)).toBeGreaterThanOrEqual(2);
              expect(asked.filter(({ notApplicable }) => notApplicable === null).length).toBeGreaterThanOrEqual(1);
              met++;
            }
    expect(met).toBe(5 * 6 * 3 * 5 * 3);
  });
});
