/** What stands in a cell of a workbook: a typed value, and the style that says how it is read. */
import type { CellStyle } from "hucre/xlsx";
import { safeText } from "../../statistics/export/safe-text.ts";
import texts from "./workbook.fr.json" with { type: "json" };

/** Named: a font without a name is shown as any other. */
const FONT = { name: "Calibri", size: 11 };
const WRAPPED = { wrapText: true, vertical: "top" } as const;

/** The style of each kind of cell. Number formats are written the American way; a spreadsheet shows them in its own language. */
export const STYLES = {
  text: { alignment: { horizontal: "left", indent: 1 } },
  heading: {
    font: { ...FONT, bold: true },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFE3E8F0" } },
    alignment: WRAPPED,
  },
  title: { font: { ...FONT, size: 13, bold: true }, alignment: WRAPPED },
  prose: { alignment: WRAPPED },
  integer: { numFmt: "#,##0" },
  decimal: { numFmt: "0.0" },
  percent: { numFmt: texts.formats.percent },
  rate: { numFmt: texts.formats.rate },
  date: { numFmt: "dd/mm/yyyy" },
  /** A code said instead of a number: aligned as a number. */
  code: { alignment: { horizontal: "right" } },
  /** A figure that is not told. */
  hidden: { font: { ...FONT, italic: true, color: { rgb: "FF5A5A5A" } }, alignment: { horizontal: "right" } },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof STYLES;

/** Whether a text of this style goes on below when it is longer than its column is wide. */
export function isWrapped(style: StyleName): boolean {
  const { alignment }: CellStyle = STYLES[style];
  return alignment?.wrapText === true;
}

/** Null: an empty cell. */
export type Cell = { readonly value: string | number; readonly style: StyleName } | null;

/** A text, made harmless. */
export function text(value: string, style: StyleName = "text"): Cell {
  return { value: safeText(value), style };
}

/** The day zero of spreadsheets (30 December 1899), in days before that of clocks. */
const DAY_ZERO = 25_569;
const DAY = 86_400_000;

/** `2026-12-01`, as a spreadsheet counts days. */
export function date(iso: string): Cell {
  return { value: Date.parse(iso) / DAY + DAY_ZERO, style: "date" };
}
