/** The lines of one territory are lines of the table as it is published: none is added, none of another one stays. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { territories } from "../../dist/questionnaires/territories.js";
import { hasPlaces, withinTerritory } from "../../worker/statistics/export/within-territory.ts";
import { ANSWER_TABLES, dimensionsOf, plannedTables } from "../../worker/statistics/plan.ts";
import type { PublishedCell, PublishedTable } from "../../worker/statistics/published.ts";

const named = (code: string) => ({ code, label: code });
const codes = ["ara", "paca", "cor", "none", "01", "13", "2A", "75", "total", "remainder"];
const dimensions = ["territory", "department", "sector", "category", "constructor"];

const cell = fc.record({
  kind: fc.constant("cell" as const),
  row: fc.constantFrom(...codes).map(named),
  column: fc.constantFrom(...codes).map(named),
  reason: fc.constant("protected" as const),
  since: fc.constant(null),
  figures: fc.constant(null),
});

function tableOf(rows: string, columns: string | null, cells: readonly PublishedCell[]): PublishedTable {
  const dimensioned = columns === null ? cells.map((one) => ({ ...one, column: null })) : cells;
  const names = { rows: named(rows), columns: columns === null ? null : named(columns) };
  return { id: "t", title: "t", form: "cells", ...names, levels: [], domains: [], cells: dimensioned };
}

/** Written apart from the code: what a line of this dimension and code is to a territory. */
function belongs(dimension: string, code: string, departments: readonly string[], territory: string): boolean {
  if (dimension === "territory") return code === territory || code === "total";
  if (dimension === "department") return departments.includes(code) || code === "total";
  return true;
}

describe("a table within a territory", () => {
  it("holds exactly the published lines that are the territory's, in their order, whatever the table", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...territories),
        fc.constantFrom(...dimensions),
        fc.option(fc.constantFrom(...dimensions)),
        fc.array(cell, { maxLength: 30 }),
        (territory, rows, columns, cells) => {
          const table = tableOf(rows, columns, cells);
          const { code, departments } = territory;
          const expected = (table.cells as readonly PublishedCell[]).filter(
            (one) =>
              belongs(rows, one.row.code, departments, code) &&
              belongs(columns ?? "", one.column?.code ?? "", departments, code),
          );
          expect(withinTerritory(table, territory)).toEqual({ ...table, cells: expected });
          expect(withinTerritory(withinTerritory(table, territory), territory)).toEqual({ ...table, cells: expected });
        },
      ),
    );
  });

  it("is the same table when it holds no place: answers and actions, by question", () => {
    const [territory] = territories;
    if (territory === undefined) throw new Error("There is no territory.");
    for (const form of ["questions", "triggers"] as const) {
      const table: PublishedTable = { id: form, title: form, form, cells: [] };
      expect(withinTerritory(table, territory)).toBe(table);
    }
  });
});

describe("whether a table has lines of territories", () => {
  it("is known of every planned table, as its dimensions say", () => {
    for (const id of ["esms", "any other"]) {
      for (const plan of plannedTables(id)) {
        const places = dimensionsOf([plan]).some((one) => ["territory", "department"].includes(one.id));
        expect([plan.id, hasPlaces(plan.id)]).toEqual([plan.id, places]);
      }
    }
    for (const { id } of ANSWER_TABLES) expect(hasPlaces(id)).toBe(false);
  });

  it("is taken for granted of a table that no plan knows: a token of one region does not read it whole", () => {
    for (const id of ["", "removed-table", "__proto__", "constructor", "toString"]) expect(hasPlaces(id)).toBe(true);
  });
});
