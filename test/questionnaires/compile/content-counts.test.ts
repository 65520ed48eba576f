import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { QuestionnaireSchema } from "../../../questionnaires/schema/compiled.ts";
import { shippedQuestionnaire } from "./content.ts";

const questionnaire = shippedQuestionnaire();

describe("version 1.0.0 of the ESMS questionnaire", () => {
  it("matches the schema of compiled questionnaires", () => {
    expect(v.safeParse(QuestionnaireSchema, questionnaire).issues).toBeUndefined();
  });

  it("has 57 questions, 50 actions and 9 domains", () => {
    expect(questionnaire.questions).toHaveLength(57);
    expect(questionnaire.actions).toHaveLength(50);
    expect(questionnaire.domains.map((domain) => domain.id)).toEqual([
      "gouvernance",
      "conformite",
      "sensibilisation",
      "acces",
      "postes",
      "reseau",
      "sauvegardes",
      "continuite",
      "tiers",
    ]);
  });

  it("spreads the questions over the domains as planned", () => {
    const counts = questionnaire.domains.map(
      ({ id }) => questionnaire.questions.filter((question) => question.domain === id).length,
    );
    expect(counts).toEqual([4, 6, 5, 10, 6, 7, 5, 9, 5]);
    expect(questionnaire.domains.map((domain) => domain.weight)).toEqual([12, 8, 10, 16, 12, 8, 14, 10, 10]);
  });

  it("asks 14 required profile variables and 5 optional ones", () => {
    const required = questionnaire.profile.filter((variable) => !variable.optional);
    const optional = questionnaire.profile.filter((variable) => variable.optional).map((variable) => variable.id);
    expect(required).toHaveLength(14);
    expect(optional.sort()).toEqual(["departement", "incident_24m", "places", "role_repondant", "taille_entite"]);
    expect(questionnaire.profile.filter((variable) => !variable.kept).map((variable) => variable.id)).toEqual([
      "places",
    ]);
  });

  it("offers the 76 FINESS categories and « autre », every option with a label", () => {
    const counts = new Map<string, number>();
    for (const { defaults } of questionnaire.categories) {
      const sector = defaults.secteur ?? "";
      counts.set(sector, (counts.get(sector) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      pa: 7,
      domicile: 4,
      ph_enfant: 16,
      ph_adulte: 17,
      pds: 6,
      insertion: 5,
      enfance: 15,
      majeurs: 4,
      autre: 2,
    });
    const options = questionnaire.profile.find((variable) => variable.id === "categorie")?.options ?? [];
    expect(options).toHaveLength(77);
    expect(options.at(-1)).toEqual({
      value: "autre",
      label: "Autre catégorie ou je ne sais pas",
      exclusive: false,
    });
  });

  it("leaves out a category's default that must be asked", () => {
    const defaults = (code: string) => questionnaire.categories.find((category) => category.code === code)?.defaults;
    expect(defaults("500")).toEqual({ secteur: "pa", medicalise: "oui", hebergement_247: "oui" });
    expect(defaults("183")).toEqual({ secteur: "ph_enfant", medicalise: "partiel" });
    expect(defaults("381")).toEqual({ secteur: "pa" });
    expect(defaults("461")).toEqual({ secteur: "autre", hebergement_247: "non" });
  });

  it("knows the 101 departments, in 18 regions, in code order", () => {
    const codes = questionnaire.profile.find((variable) => variable.id === "departement")?.options ?? [];
    expect(codes).toHaveLength(101);
    // Corsica's 2A and 2B take the place of 20.
    const places = codes.map((one) =>
      Number(one.value.replace(/[AB]$/, (half) => (half === "A" ? ".1" : ".2")).replace(/^2\./, "20.")),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(codes.find((one) => one.value === "2A")?.label).toBe("2A – Corse-du-Sud");
    expect(questionnaire.regions).toHaveLength(18);
    expect(questionnaire.regions.flatMap((region) => region.departments)).toHaveLength(101);
  });

  it("marks the regional operators seen in a source, and only those", () => {
    const verified = questionnaire.regions.filter((region) => region.operator?.verified);
    expect(verified.map((region) => region.operator?.name)).toEqual([
      "GCS Sara",
      "ESEA",
      "e-santé Occitanie",
      "GCS e-santé Pays de la Loire",
      "ieSS",
    ]);
    expect(questionnaire.regions.filter((region) => region.operator === null)).toHaveLength(7);
  });

  it("gives every question a rank of its own, from 1 to 57, and lists questions by domain then rank", () => {
    const ranks = questionnaire.questions.map((question) => question.rank);
    expect([...ranks].sort((a, b) => a - b)).toEqual(Array.from({ length: 57 }, (_, index) => index + 1));
    expect(questionnaire.questions.slice(0, 5).map((question) => question.id)).toEqual([
      "gouv-referent",
      "gouv-direction",
      "gouv-politique",
      "gouv-audit",
      "conf-hds",
    ]);
  });

  it("has 14 core questions, 8 caps, 6 alerts and 3 deductible questions", () => {
    const { questions } = questionnaire;
    expect(
      questions
        .filter((question) => question.core)
        .map((question) => question.rank)
        .sort((a, b) => a - b),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15]);
    expect(
      Object.fromEntries(questions.flatMap(({ id, cap }) => (cap ? [[id, [cap.atMost, cap.limit]]] : []))),
    ).toEqual({
      "acc-nominatif": [0, 59],
      "acc-mfa-distant": [0, 59],
      "poste-antivirus": [0, 39],
      "poste-obsolete": [0, 59],
      "sauv-existence": [1, 39],
      "sauv-isolee": [0, 59],
      "sauv-test": [0, 59],
      "sauv-editeur": [0, 59],
    });
    expect(questions.filter((question) => question.alert).map((question) => question.id)).toEqual([
      "conf-hds",
      "conf-violation",
      "conf-registre",
      "conf-dpo",
      "cont-signalement",
      "cont-planbleu",
    ]);
    expect(questions.filter((question) => question.impliedBy).map((question) => question.id)).toEqual([
      "sauv-isolee",
      "sauv-test",
      "sauv-perimetre",
    ]);
  });

  it("never lets « je ne sais pas » answer what the direction must know", () => {
    const certain = questionnaire.questions
      .filter((question) => !question.unknownAllowed)
      .map((question) => question.id);
    expect(certain).toEqual(["gouv-referent", "gouv-direction", "cont-degrade"]);
  });

  it("shows 40 questions at most and names the levels and classes of the plan", () => {
    expect(questionnaire.displayLimit).toBe(40);
    expect(questionnaire.levels.map(({ name, from }) => [name, from])).toEqual([
      ["Non amorcé", 0],
      ["Initial", 20],
      ["Essentiel", 40],
      ["Maîtrisé", 60],
      ["Avancé", 80],
    ]);
    expect(questionnaire.classes).toEqual([
      { id: "A", maxExposure: 2, expected: 50, target: 2, coreTarget: 3 },
      { id: "B", maxExposure: 5, expected: 60, target: 3, coreTarget: 3 },
      { id: "C", maxExposure: null, expected: 70, target: 3, coreTarget: 4 },
    ]);
  });
});
