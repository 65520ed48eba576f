/** The counts that git holds become the population that releases read; a code that nobody knows stops the build. */
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { compilePopulation } from "../../../questionnaires/compile/population/compile.ts";
import { compilePopulationOf } from "../../../questionnaires/compile/population/write.ts";
import { populationYaml } from "../../../questionnaires/compile/population/write-yaml.ts";
import { shipped } from "../../support/questionnaires.ts";

const questionnaires = shipped.map(({ questionnaire }) => questionnaire);
const compile = (text: string) => compilePopulation("population", [{ name: "finess.yaml", text }], questionnaires);

const yaml = (counts: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  populationYaml({
    questionnaire: "esms",
    source: "extract.csv",
    counted: {
      extractedOn: "2026-05-12",
      counts: new Map(Object.entries(counts).map(([code, row]) => [code, new Map(Object.entries(row))])),
    },
  });

describe("the population", () => {
  it("is null without an extract", () => {
    expect(compilePopulation("population", [], questionnaires)).toEqual({ population: null, findings: [] });
  });

  it("that the repository ships, if any, compiles", () => {
    expect(compilePopulationOf(QUESTIONNAIRES_ROOT, questionnaires).findings).toEqual([]);
  });

  it("has the margins of the counts, and their sum", () => {
    expect(compile(yaml({ "500": { "01": 4, "2A": 2 }, "354": { "01": 3 } }))).toEqual({
      findings: [],
      population: {
        questionnaire: "esms",
        source: "extract.csv",
        extractedOn: "2026-05-12",
        categories: { "354": 3, "500": 6 },
        departments: { "01": 7, "2A": 2 },
        total: 9,
      },
    });
  });

  it("refuses a category or a department that the questionnaire does not know, at its line", () => {
    const { population, findings } = compile(yaml({ "355": { "01": 1 }, "500": { "99": 1 } }));
    expect(population).toBeNull();
    expect(findings.map(({ code, line, message }) => [code, line, message])).toEqual([
      ["unknown-value", 6, "le questionnaire esms ne connaît pas la catégorie 355"],
      ["unknown-value", 7, "le questionnaire esms ne connaît pas le département 99"],
    ]);
  });

  it.each([
    ["a name", yaml({ "500": { "01": 1 } }).replace('"01": 1', '"01": 1, nom: "X"')],
    ["a count of nothing", yaml({ "500": { "01": 0 } })],
    ["no date", yaml({ "500": { "01": 1 } }).replace("2026-05-12", "hier")],
  ])("refuses %s", (_, text) => {
    const { population, findings } = compile(text);
    expect(population).toBeNull();
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  });
});
