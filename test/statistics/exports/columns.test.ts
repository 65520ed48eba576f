/** The order of columns is a promise of each version of the format: new ones come last, and raise the version. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dictionary, flatDictionary } from "../../../worker/statistics/export/dictionary.ts";
import { flatten } from "../../../worker/statistics/export/flat.ts";
import { FORMAT } from "../../../worker/statistics/export/format.ts";
import { SUPPRESSION_COLUMNS } from "../../../worker/statistics/export/suppressions.ts";
import type { PublishedTable } from "../../../worker/statistics/published.ts";

const named = (code: string) => ({ code, label: code });

const CELLS: PublishedTable = {
  ...{ id: "sector-medicalised", title: "", form: "cells", rows: named("sector"), columns: named("medicalised") },
  ...{ levels: [named("0"), named("4")], domains: [named("acces"), named("postes")], cells: [] },
};
const QUESTIONS: PublishedTable = { id: "questions", title: "", form: "questions", cells: [] };
const ACTIONS: PublishedTable = { id: "actions", title: "", form: "triggers", cells: [] };

const COVERED: PublishedTable = { ...CELLS, id: "category", population: null };
const LINES: PublishedTable = { id: "actions-sector", title: "", form: "lines", rows: named("sector"), cells: [] };

const ORIGIN = "release built_on minimum table";
const FROZEN = {
  cells: `${ORIGIN} kind row row_label column column_label reason since n score_mean score_quartile1 score_median
    score_quartile3 level_0 level_4 domain_acces domain_postes`,
  questions: `${ORIGIN} version question question_label reason since asked_from asked_below answer_0 answer_1 answer_2
    answer_3 answer_4 answer_nsp answer_na`,
  covered: `${ORIGIN} kind row row_label column column_label reason since n score_mean score_quartile1 score_median
    score_quartile3 level_0 level_4 domain_acces domain_postes establishments response_rate response_warning`,
  lines: `${ORIGIN} row row_label subject subject_label reason since share`,
  actions: `${ORIGIN} version kind subject subject_label reason since share`,
  dictionary: "table column type unit description title",
  suppressions: "table line code label figure reason",
};

const words = (text: string) => text.split(/\s+/);
const columnsOf = (table: PublishedTable) => flatten(table, { number: 1, builtOn: "2026-12-01", minimum: 11 }).columns;

describe("version 1.0 of the format", () => {
  it("keeps its columns in their order, in every form of table and in the files that go with them", () => {
    expect(FORMAT).toBe("1.0");
    expect(columnsOf(CELLS)).toEqual(words(FROZEN.cells));
    expect(columnsOf(QUESTIONS)).toEqual(words(FROZEN.questions));
    expect(columnsOf(COVERED)).toEqual(words(FROZEN.covered));
    expect(columnsOf(LINES)).toEqual(words(FROZEN.lines));
    expect(columnsOf(ACTIONS)).toEqual(words(FROZEN.actions));
    expect(flatDictionary([]).columns).toEqual(words(FROZEN.dictionary));
    expect(SUPPRESSION_COLUMNS).toEqual(words(FROZEN.suppressions));
  });

  it("has a French title and description for each column, told apart in a same table", () => {
    const entries = dictionary([CELLS, COVERED, QUESTIONS, LINES, ACTIONS], {
      number: 1,
      builtOn: "2026-12-01",
      minimum: 11,
    });
    for (const { column, title, description } of entries) {
      expect(title).not.toBe(column);
      expect(description).toMatch(/\.$/);
    }
    const titles = entries.map(({ table, title }) => `${table} ${title}`);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("is written in docs/statistics.md, column by column", () => {
    const page = readFileSync("docs/statistics.md", "utf8");
    expect(page).toContain(`Format ${FORMAT}`);
    const names = Object.values(FROZEN)
      .flatMap(words)
      .map((name) => name.replace(/^(level|domain|answer)_.+$/, "$1_"));
    for (const name of new Set(names)) expect(page).toContain(`\`${name}`);
  });
});
