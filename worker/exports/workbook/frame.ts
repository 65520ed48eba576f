/**
 * Everything of a workbook but its rows: hucre writes an empty one, styles, panes, filters and properties included, and
 * the rows go where it would have put its own. So a table of any size leaves row by row, in a workbook that the library made.
 */
import { strFromU8, unzipSync } from "fflate";
import { cellRef, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { STYLES, type StyleName } from "./cell.ts";
import type { Sheet } from "./sheet.ts";

/** What Excel shows as the file’s properties. */
export interface Properties {
  readonly title: string;
  readonly creator: string;
  readonly builtOn: string;
}

/** A sheet before and after its rows, and the number of each style. */
export interface SheetFrame {
  readonly before: string;
  readonly after: string;
  readonly styles: Readonly<Record<StyleName, number>>;
}

/** The file of the only sheet, or of the first one. */
const SHEET = "xl/worksheets/sheet1.xml";

const STYLE_NAMES = Object.keys(STYLES) as StyleName[]; // keys of a constant

/** The parts that are no sheet: types, relations, styles, names, properties. */
export async function workbookParts(
  names: readonly string[],
  properties: Properties,
): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> {
  const sheets = names.map((name, index) => (index === 0 ? { name, ...samples } : { name, rows: [] }));
  const parts = unzipSync(await written(sheets, properties));
  return Object.entries(parts).flatMap(([path, bytes]) =>
    path.startsWith("xl/worksheets/") ? [] : [{ path, bytes: new Uint8Array(bytes) }],
  );
}

/** What surrounds the rows of a sheet. */
export async function sheetFrame({ widths, headed, height }: Sheet, properties: Properties): Promise<SheetFrame> {
  const last = cellRef(height - 1, widths.length - 1);
  const columns = widths.map((width) => ({ width }));
  const head = headed ? { freezePane: { rows: 1 }, autoFilter: { range: `A1:${last}` } } : {};
  const parts = unzipSync(await written([{ name: "x", columns, ...head, ...samples }], properties));
  const xml = strFromU8(parts[SHEET] ?? new Uint8Array());
  const [, before, row, after] = /^([\s\S]*<sheetData>)([\s\S]*)(<\/sheetData>[\s\S]*)$/.exec(xml) ?? [];
  if (before === undefined || row === undefined || after === undefined) throw new Error("The library wrote no sheet.");
  return { before: before.replace(/<dimension [^>]*>/, `<dimension ref="A1:${last}"/>`), after, styles: stylesIn(row) };
}

/** A row that wears every style, in order: the library numbers them alike in each workbook. */
const samples: Pick<WriteSheet, "rows" | "cells"> = {
  rows: [[...STYLE_NAMES]],
  cells: new Map(STYLE_NAMES.map((name, column) => [`0,${column}`, { style: STYLES[name] }])),
};

function stylesIn(row: string): SheetFrame["styles"] {
  const numbers = [...row.matchAll(/<c [^>]*>/g)].map(([cell]) => Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0));
  return Object.fromEntries(STYLE_NAMES.map((name, index) => [name, numbers[index] ?? 0])) as SheetFrame["styles"];
}

function written(sheets: WriteSheet[], { title, creator, builtOn }: Properties): Promise<Uint8Array> {
  const day = new Date(builtOn);
  return writeXlsx({ sheets, stringMode: "inline", properties: { title, creator, created: day, modified: day } });
}
