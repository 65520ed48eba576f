import { describe, it } from "vitest";
import { expectFound, fault } from "./fault.ts";

const BACKUPS = "questions-sauvegardes.yaml";
const THIRD = "questions-tiers.yaml";

describe("a name that nothing bears is found in its place", () => {
  it.each([
    fault(
      "the domain of an action",
      "unknown-domain",
      ["actions.yaml", 'tiers"\n    domain: gouvernance', 'tiers"\n    domain: gouvernement'],
      { text: "domain: gouvernement" },
    ),
    fault("the domain of questions", "unknown-domain", [BACKUPS, "domain: sauvegardes", "domain: sauvegarde"], {
      text: "- id: sauv-existence",
    }),
    fault("an action", "unknown-action", [BACKUPS, "action: act-test-restauration", "action: act-essai"]),
    fault("a prerequisite", "unknown-action", [
      "actions.yaml",
      "requires: [act-comptes-admin]",
      "requires: [act-admin]",
    ]),
    fault("the lever for unknown answers", "unknown-action", [
      "questionnaire.yaml",
      "action: act-lever-inconnues",
      "action: act-lever",
    ]),
    fault(
      "the source of a deduction",
      "unknown-question",
      [
        BACKUPS,
        "    cap: { atMost: 0, limit: 59, when: not infra_locale }",
        "    impliedBy: { question: sauv-tout, atMost: 0 }",
      ],
      { text: "question: sauv-tout" },
    ),
    fault(
      "the variable that gives a default",
      "unknown-variable",
      [
        "profile.yaml",
        'modifiable."\n    type: single\n    optional: false\n    kept: true\n    defaultFrom: categorie\n    options:\n      - { value: pa,',
        'modifiable."\n    type: single\n    optional: false\n    kept: true\n    defaultFrom: finess\n    options:\n      - { value: pa,',
      ],
      { text: "defaultFrom: finess" },
    ),
  ])("$title", expectFound);
});

describe("a name borne twice is found at the second bearer", () => {
  it.each([
    fault("a question", "duplicate-id", [THIRD, "- id: tiers-secours", "- id: tiers-contrat"], {
      text: "- id: tiers-contrat",
      last: true,
    }),
    fault("an action", "duplicate-id", ["actions.yaml", "- id: act-aipd", "- id: act-registre"], {
      text: "- id: act-registre",
      last: true,
    }),
    fault("a value", "duplicate-id", ["profile.yaml", "{ value: video,", "{ value: dm,"], { text: '"Caméras"' }),
    fault("a derived variable", "duplicate-id", ["profile.yaml", "- id: iot", "- id: mobile"], {
      text: "- id: mobile",
      last: true,
    }),
    fault("a domain", "duplicate-id", ["domains.yaml", "- id: tiers", "- id: reseau"], {
      text: "- id: reseau",
      last: true,
    }),
    fault("a region", "duplicate-id", ["regions.yaml", 'code: "28"', 'code: "11"'], { text: 'code: "11"', last: true }),
    fault("a category's code", "duplicate-id", ["categories.yaml", 'code: "501"', 'code: "500"'], {
      text: "EHPA avec crédits",
    }),
    fault("a category's label", "duplicate-id", ["categories.yaml", 'label: "ESAT"', 'label: "SAVS"'], {
      text: 'code: "446"',
    }),
    fault("an action of a question", "duplicate-id", [
      THIRD,
      "act-contrat-support, atMost: 0",
      "act-clauses-contrat, atMost: 0",
    ]),
    fault("a rank", "duplicate-rank", [THIRD, "rank: 54", "rank: 53"]),
  ])("$title", expectFound);
});
