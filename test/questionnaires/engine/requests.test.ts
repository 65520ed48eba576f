/** What the engine refuses, where, and in which words: profiles, answers and simulations that are wrong. */
import { describe, expect, it } from "vitest";
import { describeAdapted, parseAnswers, parseProfile, parseSimulation } from "../../../questionnaires/engine/engine.ts";
import type { Outcome } from "../../../questionnaires/engine/outcome.ts";
import { adapted, examplesOf, version } from "../../support/questionnaires.ts";

const model = version("esms", "1.0.0");
const [savs, ehpad] = examplesOf(model).map(({ profile }) => profile);

function refusals(outcome: Outcome<unknown>): readonly (readonly [string, string])[] {
  if (outcome.ok) return [];
  for (const { detail } of outcome.issues) expect(detail).toMatch(/^[A-ZÉ«].*[.»]$/u);
  return outcome.issues.map(({ pointer, code }) => [pointer, code] as const);
}

describe("a profile", () => {
  it("is completed by the defaults of its category, and lists multiple values in option order", () => {
    const { secteur, medicalise, hebergement_247, ...rest } = ehpad ?? {};
    const outcome = parseProfile(model, { ...rest, equipements: ["video", "appel_malade"] });
    expect(outcome.ok && outcome.value.values).toMatchObject({
      secteur: "pa",
      medicalise: "oui",
      hebergement_247: "oui",
      equipements: ["appel_malade", "video"],
    });
  });

  it("keeps an explicit value against its category, and warns", () => {
    const outcome = parseProfile(model, { ...ehpad, medicalise: "non" });
    expect(outcome.ok && outcome.value.values.medicalise).toBe("non");
    expect(outcome.ok && outcome.value.warnings).toEqual([expect.stringContaining("diffère de l’usage")]);
    const usual = parseProfile(model, ehpad);
    expect(usual.ok && usual.value.warnings).toEqual([]);
  });

  it.each([
    ["a list", [], "", "profile.not-an-object"],
    ["an unknown variable", { ...ehpad, couleur: "bleu" }, "/couleur", "profile.unknown-variable"],
    ["an own __proto__", JSON.parse('{"__proto__": 1}'), "/__proto__", "profile.unknown-variable"],
    ["a null required value", { ...savs, taille: null }, "/taille", "profile.required"],
    ["an unknown value", { ...ehpad, taille: "minuscule" }, "/taille", "profile.unknown-value"],
    ["a number for a choice", { ...ehpad, categorie: 500 }, "/categorie", "profile.not-text"],
    ["a text for a list", { ...ehpad, equipements: "video" }, "/equipements", "profile.not-list"],
    ["a list of numbers", { ...ehpad, equipements: [1] }, "/equipements", "profile.not-list"],
    ["an empty list", { ...ehpad, equipements: [] }, "/equipements", "profile.empty"],
    ["a repeated value", { ...ehpad, equipements: ["dm", "dm"] }, "/equipements", "profile.duplicate"],
    ["« aucun » with others", { ...ehpad, equipements: ["dm", "aucun"] }, "/equipements", "profile.exclusive"],
    ["half a place", { ...ehpad, places: 1.5 }, "/places", "profile.not-integer"],
    ["places as text", { ...ehpad, places: "80" }, "/places", "profile.not-integer"],
    ["no place at all", { ...ehpad, places: 0 }, "/places", "profile.out-of-range"],
  ])("with %s is refused where it is wrong", (_, profile, pointer, code) => {
    expect(refusals(parseProfile(model, profile))).toContainEqual([`/profile${pointer}`, code]);
  });

  it("is refused for each variable that is missing, also when the category's default is to be asked", () => {
    const { hebergement_247, ...rest } = ehpad ?? {};
    expect(refusals(parseProfile(model, { ...rest, categorie: "183" }))).toEqual([
      ["/profile/hebergement_247", "profile.required"],
    ]);
    expect(refusals(parseProfile(model, {}))).toHaveLength(14);
  });
});

describe("answers", () => {
  const questionnaire = adapted(model, ehpad);

  it.each([
    ["a list", [], "", "answers.not-an-object"],
    ["an unknown question", { nope: 1 }, "/nope", "answer.unknown-question"],
    ["an own __proto__", JSON.parse('{"__proto__": 1}'), "/__proto__", "answer.unknown-question"],
    ["a question that does not apply", { "conf-hds": 1 }, "/conf-hds", "answer.hidden"],
    ["a question beyond the limit", { "cont-assurance": 1 }, "/cont-assurance", "answer.not-assessed"],
    ["« nsp » where it is not offered", { "gouv-referent": "nsp" }, "/gouv-referent", "answer.unknown-not-allowed"],
    ["« na » where none is offered", { "gouv-referent": "na" }, "/gouv-referent", "answer.not-applicable-not-allowed"],
    [
      "« na » where its condition fails",
      { "sauv-existence": "na" },
      "/sauv-existence",
      "answer.not-applicable-not-allowed",
    ],
    ["null", { "sauv-test": null }, "/sauv-test", "answer.invalid-value"],
    ["a level as text", { "sauv-test": "3" }, "/sauv-test", "answer.invalid-value"],
    ["half a level", { "sauv-test": 1.5 }, "/sauv-test", "answer.invalid-value"],
    ["true", { "sauv-test": true }, "/sauv-test", "answer.invalid-value"],
    ["level 5", { "sauv-test": 5 }, "/sauv-test", "answer.invalid-value"],
    ["level −1", { "sauv-test": -1 }, "/sauv-test", "answer.invalid-value"],
  ])("with %s are refused where they are wrong", (_, answers, pointer, code) => {
    expect(refusals(parseAnswers(questionnaire, answers))).toEqual([[`/answers${pointer}`, code]]);
  });

  it("accept « nsp » and « na » exactly where they are offered", () => {
    expect(parseAnswers(questionnaire, { "sauv-test": "nsp", "poste-chiffrement": "na" }).ok).toBe(true);
  });
});

describe("a simulation", () => {
  it("knows its actions, each counted once", () => {
    const twice = parseSimulation(model, ["act-charte", "act-charte"]);
    expect(twice).toEqual({ ok: true, value: ["act-charte"] });
    expect(parseSimulation(model, undefined)).toEqual({ ok: true, value: null });
    expect(refusals(parseSimulation(model, ["act-charte", "act-magie"]))).toEqual([
      ["/simulate/1", "simulate.unknown-action"],
    ]);
    for (const hostile of [7, null, ["act-charte"], { toString: 1 }, { toString: null, valueOf: null }]) {
      expect(refusals(parseSimulation(model, ["act-charte", hostile]))).toEqual([["/simulate/1", "simulate.not-text"]]);
    }
    expect(refusals(parseSimulation(model, {}))).toEqual([["/simulate", "simulate.not-a-list"]]);
  });
});

describe("the adapted questionnaire", () => {
  const described = describeAdapted(adapted(model, ehpad));

  it("names what the profile hides, and says why in French", () => {
    const reasons = new Map(described.hidden.map(({ id, reason }) => [id, reason]));
    expect(reasons.get("acc-annuaire")).toContain("«\u00a0gestion de l’informatique\u00a0»");
    expect(reasons.size).toBe(57 - 42);
    for (const [id, reason] of reasons) expect(reason, id).toMatch(/^Posée seulement dans ce cas\u00a0: .+\.$/u);
  });

  it("says why a conditional question is asked, and nothing for those everyone gets", () => {
    const reasons = new Map(described.questions.map(({ id, reason }) => [id, reason]));
    expect(reasons.get("sauv-existence")).toBeUndefined();
    expect(reasons.get("cont-planbleu")).toMatch(/^Posée pour la raison suivante\u00a0: .+\.$/u);
  });

  it("lists the core in display order and the questions left for later", () => {
    expect(described.core).toHaveLength(13);
    expect(described.notAssessed).toEqual(["acc-verrouillage", "cont-assurance"]);
    expect(described).toMatchObject({ exposure: 6, class: "C", expected: 70, warnings: [] });
  });
});
