/** What the engine refuses, where, and in which words: profiles, answers and simulations that are wrong. */
import { describe, expect, it } from "vitest";
import {
  describeAdapted,
  keepValidAnswers,
  missingAnswers,
  parseAnswers,
  parseProfile,
  parseSimulation,
} from "../../../questionnaires/engine/engine.ts";
import type { Outcome } from "../../../questionnaires/engine/outcome.ts";
import { adapted, examplesOf, version } from "../../support/questionnaires.ts";
import { question, tiny } from "../../support/tiny.ts";

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

  it("takes the defaults of its own category, and none from a category that says nothing", () => {
    const [size] = tiny([question("a", 1)]).questionnaire.profile;
    if (!size) throw new Error("The tiny questionnaire has a profile.");
    const options = ["100", "200", "300"].map((value) => ({ value, label: value, exclusive: false }));
    const profile = [
      { ...size, id: "kind", options },
      { ...size, defaultFrom: "kind" },
    ];
    const categories = [
      { code: "100", label: "A", defaults: { size: "small" } },
      { code: "200", label: "B", defaults: { size: "large" } },
    ];
    const sized = tiny([question("a", 1)], undefined, { profile, categories });
    const sizeOf = (kind: string) => {
      const outcome = parseProfile(sized, { kind });
      return outcome.ok ? outcome.value.values.size : outcome.issues[0]?.code;
    };
    expect(["100", "200", "300"].map(sizeOf)).toEqual(["small", "large", "profile.required"]);
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
    ["nothing", null, "", "profile.not-an-object"],
    ["a text", "secteur=pa", "", "profile.not-an-object"],
    ["a variable named with / and ~", { ...ehpad, "a/b~c/~": 1 }, "/a~1b~0c~1~0", "profile.unknown-variable"],
    ["an unknown variable", { ...ehpad, couleur: "bleu" }, "/couleur", "profile.unknown-variable"],
    ["an own __proto__", JSON.parse('{"__proto__": 1}'), "/__proto__", "profile.unknown-variable"],
    ["a null required value", { ...savs, taille: null }, "/taille", "profile.required"],
    ["too many places", { ...ehpad, places: 1e9 }, "/places", "profile.out-of-range"],
    ["an unknown value in a list", { ...ehpad, equipements: ["dm", "magie"] }, "/equipements", "profile.unknown-value"],
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

  it("takes −0, which is legal JSON, for the number 0", () => {
    const [size] = tiny([question("a", 1)]).questionnaire.profile;
    if (!size) throw new Error("The tiny questionnaire has a profile.");
    const places = { ...size, type: "integer", options: [], range: { min: 0, max: 9 } } as const;
    const outcome = parseProfile(tiny([question("a", 1)], undefined, { profile: [places] }), { size: -0 });
    expect(Object.is(outcome.ok && outcome.value.values.size, 0)).toBe(true);
  });

  it("is refused for each variable that is missing, also when the category's default is to be asked", () => {
    const { hebergement_247, ...rest } = ehpad ?? {};
    expect(refusals(parseProfile(model, { ...rest, categorie: "183" }))).toEqual([
      ["/profile/hebergement_247", "profile.required"],
    ]);
    expect(refusals(parseProfile(model, {}))).toHaveLength(14);
  });
});

describe("the refusal of a profile", () => {
  it("names the variable that is unknown, and the one that lacks", () => {
    const { taille: _, ...rest } = ehpad ?? {};
    const outcome = parseProfile(model, { ...rest, couleur: "bleu" });
    const [unknown, lacking] = outcome.ok ? [] : outcome.issues.map(({ detail }) => detail);
    expect(unknown).toContain("couleur");
    expect(lacking).toContain(model.variables.get("taille")?.label);
  });

  it.each([
    ["a choice", (wrong: string) => ({ taille: wrong })],
    ["a list", (wrong: string) => ({ equipements: [wrong] })],
  ])("repeats a wrong value of %s, but not the whole of a long one", (_, changes) => {
    const detailOf = (wrong: string) => {
      const outcome = parseProfile(model, { ...ehpad, ...changes(wrong) });
      return outcome.ok ? "" : (outcome.issues[0]?.detail ?? "");
    };
    expect(detailOf("minuscule")).toContain("minuscule");
    expect(detailOf("x".repeat(100))).toContain("x".repeat(40));
    expect(detailOf("x".repeat(100))).not.toContain("x".repeat(41));
  });
});

describe("answers", () => {
  const questionnaire = adapted(model, ehpad);

  it.each([
    ["a list", [], "", "answers.not-an-object"],
    ["nothing", null, "", "answers.not-an-object"],
    ["a number", 3, "", "answers.not-an-object"],
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

  it("take −0, which is legal JSON, for the level 0", () => {
    const outcome = parseAnswers(questionnaire, { "sauv-test": -0 });
    expect(Object.is(outcome.ok && outcome.value.get("sauv-test"), 0)).toBe(true);
    expect(Object.is(keepValidAnswers(questionnaire, { "sauv-test": -0 }).get("sauv-test"), 0)).toBe(true);
  });

  it("say in the refusal which question it is, and why this structure is not asked", () => {
    const outcome = parseAnswers(questionnaire, { "conf-hds": 1, nope: 1, "sauv-test": 5 });
    const [hidden, unknown, invalid] = outcome.ok ? [] : outcome.issues.map(({ detail }) => detail);
    expect(hidden).toContain(model.questionById.get("conf-hds")?.label);
    expect(hidden).toContain("Posée seulement dans ce cas");
    expect(unknown).toContain("nope");
    expect(invalid).toContain(model.questionById.get("sauv-test")?.label);
  });

  it("that still fit another profile are kept, and the others are left out in silence", () => {
    const kept = keepValidAnswers(questionnaire, {
      "sauv-test": 3,
      "conf-hds": 1,
      "cont-assurance": 2,
      nope: 4,
      "gouv-referent": "na",
      "poste-chiffrement": "na",
    });
    expect([...kept]).toEqual([
      ["sauv-test", 3],
      ["poste-chiffrement", "na"],
    ]);
  });

  it("that are missing are each named where they should stand", () => {
    const issues = missingAnswers(questionnaire, ["sauv-test", "gouv-referent"]);
    expect(refusals({ ok: false, issues })).toEqual([
      ["/answers/sauv-test", "answer.missing"],
      ["/answers/gouv-referent", "answer.missing"],
    ]);
    expect(issues[0]?.detail).toContain(model.questionById.get("sauv-test")?.label);
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

  it("repeats an unknown action in its refusal, but not the whole of a long one", () => {
    const outcome = parseSimulation(model, ["act-magie", "x".repeat(100)]);
    const [short, long] = outcome.ok ? [] : outcome.issues.map(({ detail }) => detail);
    expect(short).toContain("act-magie");
    expect(long).toContain("x".repeat(80));
    expect(long).not.toContain("x".repeat(81));
  });
});

describe("the adapted questionnaire", () => {
  const describeOne = () => describeAdapted(adapted(model, ehpad));

  it("names what the profile hides, and says why in French", () => {
    const described = describeOne();
    const reasons = new Map(described.hidden.map(({ id, reason }) => [id, reason]));
    expect(reasons.get("acc-annuaire")).toContain("«\u00a0gestion de l’informatique\u00a0»");
    expect(reasons.size).toBe(57 - 42);
    for (const [id, reason] of reasons) expect(reason, id).toMatch(/^Posée seulement dans ce cas\u00a0: .+\.$/u);
  });

  it("says why a conditional question is asked, and nothing for those everyone gets", () => {
    const described = describeOne();
    const reasons = new Map(described.questions.map(({ id, reason }) => [id, reason]));
    expect(described.questions[0]).toStrictEqual({ id: "gouv-referent" });
    expect(reasons.get("sauv-existence")).toBeUndefined();
    expect(reasons.get("cont-planbleu")).toMatch(/^Posée pour la raison suivante\u00a0: .+\.$/u);
  });

  it("lists the core in display order and the questions left for later", () => {
    const described = describeOne();
    expect(described.core).toHaveLength(13);
    expect(described.core).toEqual(
      described.questions.map(({ id }) => id).filter((id) => model.questionById.get(id)?.core),
    );
    expect(described.notAssessed).toEqual(["acc-verrouillage", "cont-assurance"]);
    expect(described).toMatchObject({ exposure: 6, class: "C", expected: 70, warnings: [] });
  });
});
