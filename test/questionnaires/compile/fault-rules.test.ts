import { describe, expect, it } from "vitest";
import { compileSources } from "../../../questionnaires/compile/compile.ts";
import { compileChanged, FOLDER, shippedFiles } from "./content.ts";
import { expectFound, type Fault, fault } from "./fault.ts";

const RULES = "questionnaire.yaml";
const BACKUPS = "questions-sauvegardes.yaml";
const CONFORMITY = "questions-conformite.yaml";

describe("a scale that does not hold is found in its place", () => {
  it.each([
    fault("weights that do not total 100", "weights-total", ["domains.yaml", "weight: 16", "weight: 15"], {
      text: "domains:",
    }),
    fault("levels that do not start at zero", "levels-order", [RULES, "from: 0", "from: 1"], { text: "- level: 0" }),
    fault("levels that do not rise", "levels-order", [RULES, "from: 60", "from: 40"], { text: "- level: 3" }),
    fault("levels numbered out of order", "levels-order", [RULES, "- level: 1", "- level: 4"], { text: "- level: 4" }),
    fault("classes that leave the most exposed out", "classes-order", [RULES, "maxExposure: null", "maxExposure: 9"]),
    fault("classes that do not rise", "classes-order", [RULES, "maxExposure: 5", "maxExposure: 1"], { text: "id: B" }),
    fault("a folder that is not the version", "folder-name", [RULES, 'version: "1.0.0"', 'version: "1.0.1"']),
  ])("$title", expectFound);
});

describe("an action that is missing, or useless, is found in its place", () => {
  it.each([
    fault(
      "a level without an action",
      "gap-without-action",
      [CONFORMITY, "act-registre, atMost: 2", "act-registre, atMost: 0"],
      { text: "act-registre, atMost: 0", above: 1 },
    ),
    fault(
      "a level that only the highest class expects",
      "gap-without-action",
      ["questions-acces.yaml", "act-mfa-messagerie }", "act-mfa-messagerie, atMost: 2 }"],
      { text: "act-mfa-messagerie, atMost: 2", above: 1 },
    ),
    fault(
      "an action that no question triggers",
      "orphan-action",
      ["questions-postes.yaml", "action: act-obsoletes", "action: act-inventaire"],
      { text: "- id: act-obsoletes", file: "actions.yaml" },
    ),
    fault(
      "an action triggered above every target",
      "orphan-action",
      [CONFORMITY, "act-aipd, atLeast: 2", "act-aipd, atLeast: 3"],
      { text: "- id: act-aipd", file: "actions.yaml" },
    ),
    fault(
      "an insecure address",
      "resource-url",
      ["actions.yaml", "url: https://club.ssi.gouv.fr/", "url: http://club.ssi.gouv.fr/"],
      { text: "Club SSI" },
    ),
    fault(
      "a date of verification without an address",
      "resource-url",
      ["actions.yaml", '"MSSanté (ANS)"', '"MSSanté (ANS)"\n        checkedOn: "2026-01-01"'],
      { text: "MSSanté (ANS)" },
    ),
    fault("a working note", "resource-label", ["actions.yaml", '"MSSanté (ANS)"', '"MSSanté (ANS), page à vérifier"']),
    fault(
      "an action that comes before itself",
      "prerequisite-cycle",
      [
        "actions.yaml",
        '    steps:\n      - "Liste des données vitales',
        '    requires: [act-test-restauration]\n    steps:\n      - "Liste des données vitales',
      ],
      { text: "requires: [act-test-restauration]" },
    ),
  ])("$title", expectFound);
});

describe("a question that would be lost is found in its place", () => {
  const cut: Fault = fault(
    "a capping question behind the limit",
    "question-cut",
    [RULES, "displayLimit: 40", "displayLimit: 12"],
    { text: "rank: 13", file: "questions-postes.yaml" },
  );

  it.each([
    cut,
    fault(
      "a late core question",
      "question-cut",
      ["questions-gouvernance.yaml", "rank: 57", "rank: 57\n    core: true"],
      { text: "rank: 57" },
    ),
    fault(
      "a question deduced from itself",
      "deduction-cycle",
      [BACKUPS, "    cap: { atMost: 1, limit: 39 }", "    impliedBy: { question: sauv-test, atMost: 0 }"],
      { text: "question: sauv-test" },
    ),
    fault(
      "« not applicable » on a deducible question",
      "deduced-not-applicable",
      [
        BACKUPS,
        '    references: ["CaRE D2.O4"',
        '    notApplicable: { label: "Sans objet" }\n    references: ["CaRE D2.O4"',
      ],
      { text: "notApplicable: { label" },
    ),
  ])("$title", expectFound);

  it("is proved safe, not guessed, when no profile shows enough questions before it", () => {
    // Rank 57 stands behind 56 others, of which no profile with that question shows more than 48.
    const core = { file: "questions-gouvernance.yaml", from: "rank: 57", to: "rank: 57\n    core: true" };
    const codes = (limit: number) =>
      compileChanged(core, { file: RULES, from: "displayLimit: 40", to: `displayLimit: ${limit}` }).findings.map(
        (finding) => finding.code,
      );
    expect(codes(48)).toContain("question-cut");
    expect(codes(49)).not.toContain("question-cut");
  });

  it("is missed when nothing certain is left to score", () => {
    const changed = shippedFiles().map(({ name, text }) => ({ name, text: text.replaceAll("    core: true\n", "") }));
    expect(compileSources(FOLDER, changed).findings.map((finding) => finding.code)).toContain("nothing-to-score");
  });
});

describe("the shipped content", () => {
  it("has no error", () => {
    const { findings } = compileSources(FOLDER, shippedFiles());
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });

  it("shows all its faults at once, not one after the other", () => {
    const { findings } = compileChanged(
      { file: "domains.yaml", from: "weight: 16", to: "weight: 15" },
      { file: "questions-tiers.yaml", from: "rank: 54", to: "rank: 53" },
      { file: "questions-reseau.yaml", from: "when: wifi_public == oui", to: "when: wifi_public = oui" },
    );
    expect(findings.map((finding) => finding.code)).toEqual(
      expect.arrayContaining(["weights-total", "duplicate-rank", "condition-syntax"]),
    );
  });
});
