import { describe, it } from "vitest";
import { expectFound, fault } from "./fault.ts";

const PROFILE = "profile.yaml";
const NETWORK = "questions-reseau.yaml";

describe("a condition that cannot be understood is found in its place", () => {
  it.each([
    fault("an unknown variable", "unknown-variable", [
      "questions-postes.yaml",
      "mobilite == quotidienne",
      "mobilité == quotidienne",
    ]),
    fault("an unknown value", "unknown-value", [
      "questions-postes.yaml",
      "mobilite == quotidienne",
      "mobilite == toutlejour",
    ]),
    fault("an unknown value of an alert", "unknown-value", [
      "questions-continuite.yaml",
      "when: medico_social",
      "when: secteur == social",
    ]),
    fault("an unknown variable of « not applicable »", "unknown-variable", [
      NETWORK,
      "when: equipements == nsp",
      "when: objets == nsp",
    ]),
    fault("an unknown variable of a cap", "unknown-variable", [
      "questions-sauvegardes.yaml",
      "limit: 59, when: not infra_locale",
      "limit: 59, when: not infra",
    ]),
    fault("an unknown variable of the exposure", "unknown-variable", [
      "questionnaire.yaml",
      "when: rattachement == ght",
      "when: hopital == ght",
    ]),
    fault("an unknown value of a warning", "unknown-value", [PROFILE, "dui == papier and", "dui == carton and"]),
    fault("a derived variable with a value", "boolean-compared", [NETWORK, "when: iot\n", "when: iot == oui\n"], {
      text: "when: iot == oui",
    }),
    fault("a derived variable read too early", "derived-order", [
      PROFILE,
      "when: mobilite != aucune",
      "when: mobilite != aucune and iot",
    ]),
    fault("a derived variable that reads itself", "derived-order", [PROFILE, "when: not grande", "when: not petite"]),
    fault("a choice read as true or false", "variable-without-value", [NETWORK, "when: iot\n", "when: equipements\n"], {
      text: "when: equipements",
    }),
    fault("a sign that does not exist", "condition-syntax", [
      NETWORK,
      "when: wifi_public == oui",
      "when: wifi_public = oui",
    ]),
  ])("$title", expectFound);
});

describe("a variable that does not fit is found in its place", () => {
  it.each([
    fault("a number without bounds", "variable-shape", [PROFILE, "    range: { min: 1, max: 2000 }\n", ""], {
      text: "- id: places",
    }),
    fault("bounds in the wrong order", "variable-shape", [PROFILE, "min: 1, max: 2000", "min: 2000, max: 1"], {
      text: "- id: places",
    }),
    fault(
      "an exclusive value of a single choice",
      "variable-shape",
      [PROFILE, "{ value: segur,", "{ exclusive: true, value: segur,"],
      { text: "- id: dui" },
    ),
    fault(
      "an optional variable that a condition reads",
      "optional-variable-read",
      [
        PROFILE,
        'l’informatique."\n    type: single\n    optional: false',
        'l’informatique."\n    type: single\n    optional: true',
      ],
      { text: "optional: true" },
    ),
    fault(
      "a required variable that nothing reads",
      "required-variable-unread",
      [PROFILE, "type: integer\n    optional: true", "type: integer\n    optional: false"],
      { text: "optional: false", last: true },
    ),
    fault(
      "a group without a title",
      "group-title",
      [PROFILE, 'group: complement\n    label: "Qui répond', 'group: ailleurs\n    label: "Qui répond'],
      { text: "group: ailleurs" },
    ),
    fault("a default that is not a value", "category-default", [
      "categories.yaml",
      'label: "IME", medicalise: partiel',
      'label: "IME", medicalise: parfois',
    ]),
    fault("a default for a variable that takes none", "category-default", [
      "categories.yaml",
      'label: "IME",',
      'label: "IME", taille: "10_49",',
    ]),
    fault("a sector that is not a value", "category-default", ["categories.yaml", "  majeurs:", "  adultes:"], {
      text: 'code: "340"',
    }),
    fault("a department without a region", "department", ["regions.yaml", '"38", ', ""], {
      text: "38 – Isère",
      file: "profile.yaml",
    }),
    fault("a department that nobody can choose", "department", ["regions.yaml", '["2A", "2B"]', '["2A", "2B", "20"]']),
    fault("a department in two regions", "department", ["regions.yaml", '["2A", "2B"]', '["2A", "2B", "95"]'], {
      text: '["75", "77"',
    }),
  ])("$title", expectFound);
});
