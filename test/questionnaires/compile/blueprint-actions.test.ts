/** Actions and warnings copied by hand from the content plan: the words themselves, spaces made ordinary. */
import { describe, expect, it } from "vitest";
import { plain, shippedQuestionnaire } from "./content.ts";

const questionnaire = shippedQuestionnaire();

function action(id: string) {
  return plain(questionnaire.actions.find((one) => one.id === id));
}

describe("the actions and warnings, word for word", () => {
  it("tells who reports what, when, and where to read more", () => {
    expect(action("act-procedure-declaration")).toEqual({
      id: "act-procedure-declaration",
      title: "Écrire la procédure « qui déclare quoi, quand »",
      steps: [
        "Une page : signalement sans délai sur le portail santé, CNIL sous 72 h, plainte sous 72 h si assuré, information ARS et siège",
        "Modèles joints",
        "Copie à l'astreinte",
      ],
      domain: "continuite",
      effort: 1,
      cost: 0,
      impact: 3,
      days: 30,
      owner: "Direction",
      requires: [],
      references: ["RGPD art. 33 et 34", "CNIL 19", "L.1111-8-2 et D.1111-16-2 s. CSP", "décret 2022-715"],
      resources: [
        { label: "Portail", url: "https://signalement.social-sante.gouv.fr", checkedOn: null },
        {
          label: "CNIL",
          url: "https://www.cnil.fr/fr/notifier-une-violation-de-donnees-personnelles",
          checkedOn: null,
        },
        { label: "Cadre", url: "https://cyberveille.esante.gouv.fr/le-cadre-legislatif", checkedOn: null },
      ],
    });
  });

  it("has the five profile warnings, NIS 2 included", () => {
    const { when, text } = plain(questionnaire.warnings.at(-1)) ?? {};
    expect(questionnaire.warnings).toHaveLength(5);
    expect(text).toBe(
      "Votre entité pourrait relever de NIS 2 selon la loi de transposition ; vérifiez avec votre ARS ou l'ANSSI.",
    );
    expect(when).toEqual({
      all: [
        { var: "taille_entite", in: ["50_249", "250_plus"] },
        { var: "medicalise", in: ["oui", "partiel"] },
      ],
    });
  });
});

describe("the resources of the actions", () => {
  it("have no link and no working note where the page is still to be verified", () => {
    const unlinked: Readonly<Record<string, string>> = {
      "act-rediger-regles": "Canevas PSSI de la PGSSI-S (ANS)",
      "act-designer-dpo": "CNIL, désignation du DPO",
      "act-messagerie-sante": "MSSanté (ANS)",
      "act-mfa-dui": "RIE, arrêté du 28/03/2022 et Pro Santé Connect",
      "act-protection-postes": "GRADeS ou centrale d'achat",
      "act-nomades": "Guide d'hygiène ANSSI (mesures 30 à 33)",
    };
    for (const [id, label] of Object.entries(unlinked)) {
      expect(action(id)?.resources).toEqual([{ label, url: null, checkedOn: null }]);
    }
    expect(JSON.stringify(questionnaire.actions).includes("à vérifier")).toBe(false);
  });

  it("repeat the address of « même page », and keep the telephone number as words", () => {
    const [copy] = action("act-copie-hors-ligne")?.resources ?? [];
    const [test] = action("act-test-restauration")?.resources ?? [];
    expect(test?.url).toBe(copy?.url);
    expect(test?.url).toMatch(/^https:\/\/esante\.gouv\.fr\/espace-presse\//);
    expect(action("act-fiche-reflexe")?.resources[1]).toEqual({
      label: "CERT Santé 09 72 43 91 25",
      url: null,
      checkedOn: null,
    });
    expect(action("act-lever-inconnues")?.resources).toEqual([]);
  });
});
