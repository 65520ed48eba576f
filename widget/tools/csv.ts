/**
 * A table as a file that a French spreadsheet opens by a double click: UTF-8 with its mark, semicolons, decimal commas, CRLF.
 * The one writer of CSV in the browser: every cell goes through here, headings too, and a text never becomes a formula.
 */

export type Cell = string | number | null;

/** Without it, spreadsheets read UTF-8 as another encoding. */
const MARK = "\uFEFF";

/** What a spreadsheet would run as a formula, or read as one after a space, in half or full width (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@\t\r|%\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The file; `null` is an empty cell. Only texts are guarded: a number is written by us. */
export function toCsv(rows: readonly (readonly Cell[])[], language: string): string {
  const number = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 2 });
  const write = (cell: Cell) => (typeof cell === "number" ? number.format(cell) : quoted(guarded(cell ?? "")));
  return MARK + rows.map((row) => `${row.map(write).join(";")}\r\n`).join("");
}

/** An apostrophe first makes a spreadsheet take the rest as text. */
function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
