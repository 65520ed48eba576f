/** The workbook, read back by a library that did not write it: typed cells, French words, nothing that runs. */
import { read, utils } from "@e965/xlsx";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { whole } from "../../../worker/exports/bytes.ts";
import { sheetNames } from "../../../worker/exports/workbook/names.ts";
import { workbook } from "../../../worker/exports/workbook/workbook.ts";
import { entriesOf } from "../../../worker/statistics/export/dictionary.ts";
import { flatten } from "../../../worker/statistics/export/flat.ts";
import { safeText } from "../../../worker/statistics/export/safe-text.ts";
import type { PublishedTable } from "../../../worker/statistics/published.ts";
import { HEAD, someTables, source } from "./support/releases.ts";

const HIDDEN = "secret statistique";
const bytesOf = (tables: readonly PublishedTable[]) => whole(workbook(source(tables)));
const open = (bytes: Uint8Array) => read(bytes, { cellNF: true, cellStyles: true });

/** One table of cells: shown, with an extreme and a withheld figure; then hidden. */
const TABLE: PublishedTable = {
  ...{ id: "department", title: "Par département", form: "cells" },
  ...{ rows: { code: "department", label: "Département" }, columns: null },
  levels: [{ code: "0", label: "Non amorcé" }],
  domains: [{ code: "acces", label: "Accès" }],
  cells: [
    {
      ...{ kind: "cell", row: { code: "01", label: "01 – Ain" }, column: null, reason: null, since: 2 },
      figures: {
        ...{ n: 1_250, mean: 46.5, quartile1: { band: "<=10" }, median: 47.5, quartile3: 52.5, levels: [35] },
        domains: { acces: { withheld: "protected" } },
      },
    },
    {
      ...{ kind: "cell", row: { code: "02", label: "=cmd|'/C calc'!A0" }, column: null },
      ...{ reason: "protected", since: null, figures: null },
    },
  ],
};

describe("the workbook of a table", () => {
  it("has typed cells: numbers are numbers, dates are dates, texts are texts, with French formats", async () => {
    const sheet = open(await bytesOf([TABLE])).Sheets.Département ?? {};
    const [titles = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    const at = (title: string, row = 1) => sheet[utils.encode_cell({ r: row, c: titles.indexOf(title) })];
    expect(at("Date")).toMatchObject({ t: "n", v: 46_357, z: "dd/mm/yyyy", w: "01/12/2026" });
    expect(at("Contributions")).toMatchObject({ t: "n", v: 1_250, z: "#,##0" });
    expect(at("Score moyen")).toMatchObject({ t: "n", v: 46.5, z: "0.0" });
    expect(at("Part du niveau · Non amorcé")).toMatchObject({ t: "n", v: 35, w: "35\u00a0%" });
    expect(at("Code de ligne")).toMatchObject({ t: "s", v: "01" }); // a text keeps its zero
    expect(at("Premier quartile")).toMatchObject({ t: "s", v: "10 ou moins" });
    expect(at("Colonne")).toBeUndefined();
  });

  it("shows what is hidden as hidden, with its reason", async () => {
    const [, shown, hidden] = utils.sheet_to_json<string[]>(open(await bytesOf([TABLE])).Sheets.Département ?? {}, {
      header: 1,
    });
    expect(shown?.filter((value) => value === HIDDEN)).toHaveLength(1); // the withheld domain
    const figures = entriesOf(TABLE, HEAD).filter(({ unit }) => unit !== null);
    expect(hidden?.filter((value) => value === HIDDEN)).toHaveLength(figures.length + 1); // and the reason
  });

  it("freezes its headings, filters on all rows, and is wide enough to be read", async () => {
    const bytes = await bytesOf([TABLE]);
    const sheet = open(bytes).Sheets.Département ?? {};
    const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect(sheet["!autofilter"]?.ref).toBe(sheet["!ref"]);
    expect(utils.decode_range(sheet["!ref"] ?? "").e.r).toBe(TABLE.cells.length);
    for (const { width = 0 } of sheet["!cols"] ?? []) expect(width).toBeGreaterThan(12);
  });

  it("comes with the dictionary of its columns and with the method", async () => {
    const { SheetNames, Sheets } = open(await bytesOf([TABLE]));
    expect(SheetNames).toEqual(["Département", "Dictionnaire", "Méthode"]);
    const [headings, ...entries] = utils.sheet_to_json<string[]>(Sheets.Dictionnaire ?? {}, { header: 1 });
    expect(headings?.[2]).toBe("Nom dans les fichiers CSV");
    expect(entries.map((row) => row[2])).toEqual(flatten(TABLE, HEAD).columns);
    const method = utils.sheet_to_csv(Sheets.Méthode ?? {});
    expect(method).toContain("moins de 11 contributions");
  });
});

describe("any workbook", () => {
  it("holds the texts of the tables as texts, made harmless as in CSV, and no formula", async () => {
    await fc.assert(
      fc.asyncProperty(someTables, async (tables) => {
        const { SheetNames, Sheets } = open(await bytesOf(tables));
        expect(SheetNames).toHaveLength(tables.length + 2);
        for (const [place, table] of tables.entries()) {
          const sheet = Sheets[SheetNames[place] ?? ""] ?? {};
          const { columns, rows } = flatten(table, HEAD);
          for (const [index, row] of [...rows].entries()) {
            const cells = columns.map((_, c) => sheet[utils.encode_cell({ r: index + 1, c })]);
            expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
            const labels = columns.map((name) => name.endsWith("_label"));
            const inCell = (value: string) => safeText(value).replace(/\r\n?/g, "\n");
            const texts = row.map((value, c) => (labels[c] && typeof value === "string" ? inCell(value) : null));
            expect(cells.map((cell, c) => (texts[c] === null ? null : cell?.v))).toEqual(texts);
            const numbers = row.map((value) => (typeof value === "number" ? ["n", value] : null));
            expect(cells.map((cell, c) => (numbers[c] === null ? null : [cell?.t, cell?.v]))).toEqual(numbers);
          }
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it("leaves out the characters that no XML file can hold", async () => {
    const [cell] = TABLE.cells;
    const row = { code: "03", label: `a${String.fromCharCode(7, 0xfffe)}b` };
    const bytes = await bytesOf([{ ...TABLE, cells: [{ ...cell, row }] } as PublishedTable]); // the same cell, another row
    expect(utils.sheet_to_csv(open(bytes).Sheets.Département ?? {})).toContain("03,ab,");
  });

  it("is the same bytes each time, whatever the day", async () => {
    await fc.assert(
      fc.asyncProperty(someTables, async (tables) => {
        expect(Buffer.compare(await bytesOf(tables), await bytesOf(tables))).toBe(0);
      }),
      { numRuns: 5 },
    );
  });
});

describe("the names of sheets", () => {
  it("are legal in Excel and each once, whatever the titles", () => {
    const title = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("History", "a".repeat(40), "A/B:C*?[]", "''"),
    );
    fc.assert(
      fc.property(fc.array(title), (titles) => {
        const names = sheetNames(titles);
        expect(names).toHaveLength(titles.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/s);
          expect(name).not.toMatch(/^'|'$|^history$/i);
        }
      }),
    );
  });

  it("are said in French and short for the tables that are published", () => {
    expect(sheetNames(["Par nombre de professionnels et public accompagné"])).toEqual([
      "Par nombre de professionnels e…",
    ]);
  });
});
