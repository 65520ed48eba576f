import { describe, expect, it } from "vitest";
import { compileSources } from "../../../questionnaires/compile/compile.ts";
import { changedFiles, FOLDER, lineOf, shippedFiles } from "./content.ts";

const FILE = "questions-postes.yaml";

describe("a file that an author mistyped", () => {
  it.each([
    ["an unknown key", "unknown-key", "    rank: 28", "    rank: 28\n    rang: 28", "rang: 28"],
    ["a missing key", "missing-key", "    rank: 28\n", "", "- id: poste-inventaire"],
    ["a text instead of a number", "wrong-type", "rank: 28", "rank: vingt-huit", "rank: vingt-huit"],
    ["a number that is not whole", "wrong-value", "rank: 28", "rank: 28.5", "rank: 28.5"],
    ["an answer too few", "wrong-value", '      - "Aucune liste"\n', "", "Liste partielle"],
    ["an empty text", "wrong-value", '"Aucune liste"', '""', '- ""'],
    ["a level that does not exist", "wrong-value", "act-inventaire }", "act-inventaire, atMost: 5 }", "atMost: 5"],
    [
      "a list instead of a text",
      "wrong-type",
      '      - "Aucune liste"',
      '      - ["Aucune liste"]',
      '["Aucune liste"]',
    ],
    ["the same key twice", "yaml-syntax", "    rank: 28", "    rank: 28\n    rank: 29", "rank: 29"],
    ["a quotation mark left open", "yaml-syntax", '"Aucune liste"', '"Aucune liste', '"Aucune liste'],
  ])("is refused on its line: %s", (_, code, from, to, blamed) => {
    const files = changedFiles([{ file: FILE, from, to }]);
    const { findings, questionnaire } = compileSources(FOLDER, files);
    const found = findings.find((finding) => finding.code === code);
    expect(found).toMatchObject({ severity: "error", file: `${FOLDER}/${FILE}` });
    if (code !== "yaml-syntax") expect(blameable(files, blamed)).toContain(found?.line);
    else expect(found?.line).toBeGreaterThanOrEqual(lineOf(files, FILE, blamed) - 1);
    expect(questionnaire).toBeNull();
  });

  it("needs its codes between quotation marks, and says so", () => {
    const files = changedFiles([{ file: "categories.yaml", from: 'code: "500"', to: "code: 500" }]);
    expect(compileSources(FOLDER, files).findings).toEqual([
      {
        severity: "error",
        file: `${FOLDER}/categories.yaml`,
        line: lineOf(files, "categories.yaml", "code: 500"),
        code: "wrong-type",
        message: "«\u00a0code\u00a0» vaut 500",
        mend: "écrivez un texte (entre guillemets)",
      },
    ]);
  });

  it("is missed when it is absent, and noticed when nothing reads it", () => {
    const renamed = shippedFiles().map((file) =>
      file.name === "domains.yaml" ? { ...file, name: "domaines.yaml" } : file,
    );
    const { findings } = compileSources(FOLDER, renamed);
    expect(findings.map(({ file, code }) => [file, code])).toEqual([
      [`${FOLDER}/domaines.yaml`, "unknown-file"],
      [`${FOLDER}/domains.yaml`, "missing-file"],
    ]);
  });

  it("is not read at all when it is empty", () => {
    const emptied = shippedFiles().map((file) => (file.name === "regions.yaml" ? { ...file, text: "" } : file));
    expect(compileSources(FOLDER, emptied).findings).toEqual([
      expect.objectContaining({ code: "wrong-type", file: `${FOLDER}/regions.yaml`, line: 1 }),
    ]);
  });

  it("may be one of two that hold messages, but not both with the same key", () => {
    const files = [
      ...shippedFiles().filter((file) => file.name !== "interface.yaml"),
      { name: "interface.yaml", text: 'condition.or: " ou "\n' },
    ];
    expect(compileSources(FOLDER, files).findings).toContainEqual(
      expect.objectContaining({ code: "duplicate-message", file: `${FOLDER}/interface.yaml`, line: 1 }),
    );
  });

  it("must give the engine all its sentences", () => {
    const files = shippedFiles().filter((file) => file.name !== "messages.yaml");
    expect(compileSources(FOLDER, files).findings).toContainEqual(
      expect.objectContaining({ code: "missing-message", severity: "error", file: `${FOLDER}/messages.yaml` }),
    );
  });

  function blameable(files: ReturnType<typeof shippedFiles>, blamed: string): readonly number[] {
    const line = lineOf(files, FILE, blamed);
    // A list that is too short is blamed where the list is named, one line above its first item.
    return [line, line - 1];
  }
});
