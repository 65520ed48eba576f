/** Response rates come from what is published and from FINESS alone; a hidden cell has none; too few answers are said. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Population } from "../../questionnaires/schema/population.ts";
import { coverageOf } from "../../worker/statistics/coverage.ts";
import { dictionary } from "../../worker/statistics/export/dictionary.ts";
import { flatten } from "../../worker/statistics/export/flat.ts";
import { NO_MEMORY } from "../../worker/statistics/memory.ts";
import type { PublishedTable } from "../../worker/statistics/published.ts";
import { buildRelease } from "../../worker/statistics/release.ts";
import { CHOICES, countersOf, type Person, vocabularyOf } from "./support/people.ts";
import { chance, like } from "./support/populations.ts";

const POPULATION: Population = {
  questionnaire: "esms",
  source: "etalab-cs1100502-stock-20260512-0339.csv",
  extractedOn: "2026-05-12",
  categories: { "500": 100, "354": 40, "255": 30 },
  departments: { "01": 120, "02": 50 },
  total: 170,
};
const ORIGIN = { number: 1, builtOn: "2026-12-01", minimum: 11 };

function tables(people: readonly Person[], population: Population | null): readonly PublishedTable[] {
  const vocabulary = { ...vocabularyOf(CHOICES), population };
  const request = { questionnaire: "esms", number: 1, minimum: 11, vocabulary };
  return buildRelease(request, countersOf(people), NO_MEMORY)?.tables ?? [];
}

const people = [...like(62), ...like(23, { categorie: "354", departement: "02" }), ...like(3, { categorie: "255" })];
const table = (id: string, population: Population | null = POPULATION, of = people) => {
  const found = tables(of, population).find((one) => one.id === id);
  if (found?.form !== "cells") throw new Error(`No cells in ${id}`);
  return found;
};
const covered = (id: string) =>
  Object.fromEntries(table(id).cells.map(({ kind, row, coverage }) => [`${kind} ${row.code}`, coverage]));

describe("the response rate", () => {
  it("stands beside each category and department that is shown, and beside the total", () => {
    const rates = covered("category");
    expect(rates["cell 500"]).toEqual({ establishments: 100, rate: 60, warning: null }); // 62, published as 60
    expect(rates["total total"]).toMatchObject({ establishments: 170, rate: 52.9 }); // 88, published as 90
    expect(covered("department")["total total"]).toMatchObject({ establishments: 170 });
  });

  it("is not given for a hidden cell, a remainder, or a line that FINESS does not count", () => {
    const { cells } = table("category");
    for (const { kind, figures, coverage } of cells) {
      if (figures === null || kind === "remainder") expect(coverage).toBeNull();
    }
    expect(cells.some(({ figures }) => figures === null)).toBe(true);
    const elsewhere = table("department", { ...POPULATION, departments: { "02": 50 } });
    expect(elsewhere.cells.find(({ row }) => row.code === "01")?.coverage).toBeNull();
  });

  it("tells nothing that the published count and FINESS do not: it is a function of these two", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const random = chance(seed);
        const of = ["500", "354", "255"].flatMap((categorie) =>
          like(Math.floor(random() * 60), { categorie, departement: random() < 0.5 ? "01" : "02" }),
        );
        for (const one of tables(of, POPULATION)) {
          if (one.form !== "cells") continue;
          for (const { figures, coverage } of one.cells) {
            if (!coverage) continue;
            expect(figures).not.toBeNull();
            expect(coverage).toEqual(coverageOf(figures?.n ?? -1, coverage.establishments));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("changes nothing else of a release: with or without an extract, the same cells say the same", () => {
    const bare = (list: readonly PublishedTable[]) =>
      JSON.parse(JSON.stringify(list), (key, value) =>
        key === "coverage" || key === "population" ? undefined : value,
      );
    expect(bare(tables(people, POPULATION))).toEqual(bare(tables(people, null)));
  });

  it("stands in no table of two dimensions: small lines would meet small populations", () => {
    for (const one of tables(people, POPULATION)) {
      const compared = ["category", "department"].includes(one.id);
      expect(JSON.stringify(one).includes('"coverage"'), one.id).toBe(compared);
    }
  });
});

describe("the warning", () => {
  it.each([
    // n, establishments: from 62 answers of many, a 95 % interval of ± 5 points for a spread of 20; fewer of a small population
    [60, 45_000, "few"],
    [65, 45_000, null],
    [35, 100, "few"],
    [40, 100, null],
    [20, 30, "few"],
    [25, 30, null],
    [30, 30, null],
    [35, 30, "over"],
  ])("of %i answers from %i establishments is %s", (n, establishments, warning) => {
    expect(coverageOf(n, establishments).warning).toBe(warning);
  });

  it("never comes back when more establishments answer, up to all of them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), fc.nat(5_000), (all, one, other) => {
        const [fewer, more] = [Math.min(one, other, all), Math.min(Math.max(one, other), all)];
        if (coverageOf(fewer, all).warning === null) expect(coverageOf(more, all).warning).toBeNull();
      }),
    );
  });
});

describe("the files", () => {
  const COLUMNS = ["establishments", "response_rate", "response_warning"];

  it("have the three columns last, filled for shown cells", () => {
    const { columns, rows } = flatten(table("category"), ORIGIN);
    expect(columns.slice(-3)).toEqual(COLUMNS);
    const line = (code: string) => [...rows].find((row) => row[columns.indexOf("row")] === code)?.slice(-3);
    expect(line("500")).toEqual([100, 60, null]);
    expect(line("255")).toEqual([null, null, null]);
  });

  it("have them empty without an extract, and the dictionary says so; with one, it says its date and its file", () => {
    const said = (population: Population | null) =>
      dictionary([table("category", population)], ORIGIN).find(({ column }) => column === "establishments")
        ?.description;
    expect(
      [...flatten(table("category", null), ORIGIN).rows].flatMap((row) => row.slice(-3)).every((one) => one === null),
    ).toBe(true);
    expect(said(null)?.replaceAll("\u00a0", " ")).toContain("Aucun extrait FINESS n’a été importé : colonne vide.");
    expect(said(POPULATION)).toContain("Extrait FINESS du 2026-05-12 (etalab-cs1100502-stock-20260512-0339.csv).");
  });

  it("of a release from before the columns never get them: it does not change", () => {
    const { population: _, ...older } = table("category");
    const before = { ...older, cells: older.cells.map(({ coverage: _gone, ...cell }) => cell) };
    expect(flatten(before, ORIGIN).columns).not.toContain("establishments");
  });
});
