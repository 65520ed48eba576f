/** Rows of a sheet in SpreadsheetML (ECMA-376, part 1, 18.3.1): numbers as numbers, texts as texts, never a formula. */
import { cellRef } from "hucre/xlsx";
import { type Cell, isWrapped } from "./cell.ts";
import type { SheetFrame } from "./frame.ts";
import type { Sheet } from "./sheet.ts";

/** The sheet, piece by piece: what comes before the rows, each row, what comes after. */
export function* sheetXml(frame: SheetFrame, { rows, widths }: Sheet): Generator<string> {
  yield frame.before;
  let number = 0;
  for (const row of rows) yield rowXml(number++, row, frame.styles, widths);
  yield frame.after;
}

function rowXml(
  number: number,
  cells: readonly Cell[],
  styles: SheetFrame["styles"],
  widths: readonly number[],
): string {
  const written = cells.map((cell, column) => {
    if (cell === null) return "";
    const at = `r="${cellRef(number, column)}" s="${styles[cell.style]}"`;
    if (typeof cell.value === "number") return `<c ${at}><v>${cell.value}</v></c>`;
    const space = /^\s|\s$|\n/.test(cell.value) ? ' xml:space="preserve"' : "";
    return `<c ${at} t="inlineStr"><is><t${space}>${escaped(cell.value)}</t></is></c>`;
  });
  const lines = Math.max(1, ...cells.map((cell, column) => linesOf(cell, widths[column] ?? 1)));
  const height = lines === 1 ? "" : ` ht="${lines * LINE}" customHeight="1"`;
  return `<row r="${number + 1}"${height}>${written.join("")}</row>`;
}

/** Points of a line of eleven points; and how much wider than a digit, the measure of columns, a letter may be. */
const LINE = 15;
const LETTER = 1.15;

/** How many lines a wrapped text takes, about: not every spreadsheet measures it when it opens the file. */
function linesOf(cell: Cell, width: number): number {
  if (cell === null || typeof cell.value === "number" || !isWrapped(cell.style)) return 1;
  return Math.ceil((cell.value.length * LETTER) / width);
}

/** What XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Spreadsheets read `_x0041_` as « A »: its first sign is then written so itself (ECMA-376, 22.9.2.19). */
const ENCODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, "")
    .replace(ENCODED, "_x005F_")
    .replace(/\r\n?/g, "\n") // what a spreadsheet has between the lines of a cell
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
