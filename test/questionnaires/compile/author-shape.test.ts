import { describe, expect, it } from "vitest";
import { compileSources } from "../../../questionnaires/compile/compile.ts";
import { shippedFiles } from "./content.ts";
import { changeFiles, compileMini, MINI, miniFiles } from "./mini.ts";

describe("a file that an author mistyped", () => {
  it("needs its codes between quotation marks, and says so", () => {
    const { findings, questionnaire } = compileMini({ file: "categories.yaml", from: 'code: "500"', to: "code: 500" });
    expect(findings).toEqual([
      {
        severity: "error",
        file: `${MINI}/categories.yaml`,
        line: 3,
        code: "wrong-type",
        message: "«\u00a0code\u00a0» vaut 500",
        mend: "écrivez un texte (entre guillemets)",
      },
    ]);
    expect(questionnaire).toBeNull();
  });

  it("is refused when a quotation mark is left open", () => {
    const { findings } = compileMini({ file: "domains.yaml", from: '"Sauvegardes"', to: '"Sauvegardes' });
    expect(findings[0]).toMatchObject({ code: "yaml-syntax", file: `${MINI}/domains.yaml` });
  });

  it("is not read at all when it is empty", () => {
    const emptied = miniFiles().map((file) => (file.name === "regions.yaml" ? { ...file, text: "" } : file));
    expect(compileSources(MINI, emptied).findings).toEqual([
      expect.objectContaining({ code: "wrong-type", file: `${MINI}/regions.yaml`, line: 1 }),
    ]);
  });

  it("is told with the faults of the others, not one after the other", () => {
    const { findings } = compileMini(
      { file: "domains.yaml", from: "weight: 60", to: "weight: 61" },
      { file: "questions-acces.yaml", from: "rank: 6", to: "rank: 4" },
      { file: "questions-sauvegardes.yaml", from: "soins == oui", to: "soins = oui" },
    );
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["weights-total", "duplicate-rank", "condition-syntax"]),
    );
  });

  it("does not hide the faults of another file that cannot be read", () => {
    const { findings } = compileMini(
      { file: "domains.yaml", from: "weight: 60", to: "poids: 60" },
      { file: "actions.yaml", from: 'title: "Faire', to: 'titre: "Faire' },
    );
    expect(findings.map(({ code }) => code).sort()).toEqual([
      "missing-key",
      "missing-key",
      "unknown-key",
      "unknown-key",
    ]);
  });
});

describe("the shipped content", () => {
  it("has no error, and loses one as soon as a name is wrong", () => {
    const wrong = { file: "questions-tiers.yaml", from: "rank: 54", to: "rank: 53" };
    const errors = (files: ReturnType<typeof shippedFiles>) =>
      compileSources("questionnaires/esms/1.0.0", files).findings.filter(({ severity }) => severity === "error");
    expect(errors(shippedFiles())).toEqual([]);
    expect(errors(changeFiles(shippedFiles(), [wrong])).map(({ code }) => code)).toEqual(["duplicate-rank"]);
  });
});
