/**
 * A table as the spreadsheets of a French office open it: UTF-8 with its mark, semicolons, CRLF (RFC 4180 but for the sign).
 * Every cell goes through here, headings too: a text never becomes a formula.
 */

export type Cell = string | number | null;

const MARK = "\uFEFF";

export function csv(rows: readonly (readonly Cell[])[], language: string): string {
  return MARK + rows.map((row) => `${row.map((cell) => write(cell, language)).join(";")}\r\n`).join("");
}

function write(cell: Cell, language: string): string {
  if (cell === null) return "";
  // Two decimals at most, in the writing of the language: a French spreadsheet reads 12,5 as a number, and 12.5 as a text.
  if (typeof cell === "number") {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(cell);
  }
  const text = disarm(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would calculate gets an apostrophe before it (OWASP, CSV injection); spaces do not hide one. */
function disarm(text: string): string {
  return /^\s*[=+\-@\t\r|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}
