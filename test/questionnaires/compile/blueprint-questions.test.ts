/** Questions copied by hand from the content plan: the words themselves, spaces made ordinary. */
import { describe, expect, it } from "vitest";
import { plain, shippedQuestionnaire } from "./content.ts";

const questionnaire = shippedQuestionnaire();

function question(id: string) {
  return plain(questionnaire.questions.find((one) => one.id === id));
}

describe("the questions, word for word", () => {
  it("asks for the person in charge, whom everyone knows or not", () => {
    expect(question("gouv-referent")).toEqual({
      id: "gouv-referent",
      domain: "gouvernance",
      rank: 8,
      weight: 3,
      core: true,
      when: true,
      label: "Une personne est-elle chargée de suivre la sécurité numérique de la structure ?",
      help: "Pas besoin d'un expert : c'est celle ou celui qui reçoit les alertes, tient la liste des actions et dialogue avec l'informatique.",
      options: [
        "Personne n'en est chargé",
        "Quelqu'un s'en occupe de fait, sans avoir été désigné",
        "Une personne est désignée oralement",
        "Une personne est désignée par écrit et connue des équipes",
        "Désignation écrite, suppléant nommé et temps réservé au planning",
      ],
      unknownAllowed: false,
      notApplicable: null,
      impliedBy: null,
      cap: null,
      alert: null,
      references: ["Hyg 39", "PGSSI-S 2.1.1", "ReCyF 2"],
      actions: [{ action: "act-designer-referent", atLeast: 0, atMost: 3 }],
    });
  });

  it("asks for the proof of HDS certification when a third party hosts, with its alert and its way out", () => {
    expect(question("conf-hds")).toMatchObject({
      rank: 10,
      weight: 3,
      core: false,
      when: { var: "tiers_heberge", in: [true] },
      label: "Avez-vous la preuve que l'hébergeur des dossiers des personnes accompagnées est certifié HDS ?",
      help: "Dès qu'un tiers héberge ces données pour votre compte (éditeur, infogérant…), la loi exige un hébergeur certifié. Cas d'un GHT ou d'un autre établissement : posez la question à votre DPO.",
      options: [
        "Non, ou hébergeur non certifié",
        "Affirmation orale du fournisseur",
        "Mention dans le contrat ou une brochure, sans certificat",
        "Copie du certificat en cours de validité au dossier",
        "Certificat vérifié depuis moins de 12 mois pour les activités réellement confiées",
      ],
      notApplicable: {
        label: "Hébergement assuré par notre propre entité juridique, sans tiers",
        when: { not: { var: "editeur_externe", in: [true] } },
      },
      alert: { atMost: 1, label: "Hébergement de données de santé (L.1111-8 CSP)", when: true },
      references: ["L.1111-8 CSP", "référentiel HDS v2 (EXI 12)"],
      actions: [{ action: "act-preuve-hds", atLeast: 0, atMost: 3 }],
    });
  });

  it("splits the register's actions between its lower and its higher levels", () => {
    expect(question("conf-registre")).toMatchObject({
      rank: 19,
      weight: 2,
      when: true,
      label: "Où en est le registre des traitements de données personnelles ?",
      help: "C'est la liste des usages de données (dossiers, paie, images…). Elle dit ce qu'il faut protéger en premier.",
      options: [
        "Il n'existe pas",
        "Commencé, incomplet",
        "Complet, mais non revu depuis plus de 12 mois",
        "Complet et revu depuis moins de 12 mois",
        "Revu depuis moins de 12 mois, et analyse d'impact (AIPD) du dossier des personnes réalisée",
      ],
      references: ["RGPD art. 30 et 35", "CNIL 1, référentiel 2021-028", "PGSSI-S 1.1"],
      actions: [
        { action: "act-registre", atLeast: 0, atMost: 2 },
        { action: "act-aipd", atLeast: 2, atMost: 3 },
      ],
    });
  });

  it("asks about remote connections where somebody or something is on each side", () => {
    const infra = { var: "infra_locale", in: [true] };
    const mobile = { var: "mobile", in: [true] };
    expect(question("acc-mfa-distant")).toMatchObject({
      rank: 7,
      core: true,
      when: { any: [mobile, infra] },
      label: "Comment se connecte-t-on à distance au système de la structure (télétravail, astreinte, dépannage) ?",
      help: "Demandez à l'informatique : « peut-on entrer depuis internet avec un simple mot de passe ? »",
      options: [
        "Prise de main ou bureau à distance directement ouverts sur internet",
        "Tunnel sécurisé (VPN) ou portail, mot de passe seul",
        "Double authentification pour certains utilisateurs",
        "Double authentification pour tous les professionnels",
        "Double authentification pour tous, prestataires compris, depuis des appareils connus",
      ],
      notApplicable: {
        label: "Aucune connexion à distance n'est possible",
        when: { any: [{ not: infra }, { not: mobile }] },
      },
      cap: { atMost: 0, limit: 59, when: true },
      references: ["Hyg 13 et 32", "TPE 9", "ReCyF 8", "CaRE (accès distants)"],
    });
  });

  it("caps on the editor's backups only where there are no others", () => {
    expect(question("sauv-editeur")).toMatchObject({
      rank: 11,
      core: true,
      label: "Que savez-vous des sauvegardes faites par l'éditeur, l'hébergeur ou le service mutualisé ?",
      help: "En ligne ne veut pas dire sauvegardé : seul le contrat engage.",
      options: [
        "Rien",
        "Assurance orale",
        "Mention au contrat, sans chiffre",
        "Contrat précisant fréquence, conservation et délai de restauration",
        "Contrat précis et preuve d'un test de restauration de moins de 12 mois",
      ],
      cap: { atMost: 0, limit: 59, when: { not: { var: "infra_locale", in: [true] } } },
      references: ["CaRE D2.O2.a (clauses SaaS)", "PGSSI-S 7.4.6 et 6.6.2"],
    });
  });

  it("deduces that an absent backup has never been restored", () => {
    expect(question("sauv-test")).toMatchObject({
      rank: 3,
      when: { var: "infra_locale", in: [true] },
      label: "De quand date la dernière restauration réelle effectuée pour vérifier vos sauvegardes ?",
      help: "Une sauvegarde jamais relue n'est qu'une promesse.",
      options: [
        "Jamais",
        "Plus de 24 mois",
        "Moins de 24 mois, au moins quelques fichiers",
        "Moins de 12 mois, une application ou un serveur entier",
        "Moins de 12 mois, application entière, durée mesurée et compte rendu",
      ],
      impliedBy: { question: "sauv-existence", atMost: 0 },
      notApplicable: null,
      actions: [{ action: "act-test-restauration", atLeast: 0, atMost: 3 }],
    });
  });

  it("alerts on reporting only in the medico-social sector", () => {
    expect(question("cont-signalement")).toMatchObject({
      rank: 17,
      help: "Le directeur ou son délégué déclare sans délai sur le portail des signalements ; le CERT Santé peut vous aider.",
      options: [
        "Non",
        "Nous appellerions l'ARS ou le siège, sans consigne",
        "Le portail est connu de la direction, rien d'écrit",
        "Consigne écrite : qui déclare, où, quand",
        "Consigne écrite, connue de l'astreinte et vérifiée depuis moins de 12 mois",
      ],
      alert: {
        atMost: 1,
        label: "Signalement des incidents (L.1111-8-2 CSP)",
        when: { var: "medico_social", in: [true] },
      },
      references: ["L.1111-8-2 et D.1111-16-2 s. CSP", "décret 2022-715"],
    });
  });

  it("keeps the order of « and » and « or » in the last tiers question", () => {
    expect(question("tiers-liste")).toMatchObject({
      rank: 54,
      when: {
        any: [
          { var: "informatique", in: ["dsi_interne"] },
          {
            all: [
              { var: "informatique", in: ["mutualisee"] },
              { var: "rattachement", in: ["autonome"] },
            ],
          },
        ],
      },
      help: "Éditeurs, infogérants, installateurs de caméras ou d'appel malade, cabinet de paie…",
      actions: [{ action: "act-inventaire", atLeast: 0, atMost: 3 }],
    });
  });
});
