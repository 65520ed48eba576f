/** The only writer of CSV: RFC 4180, UTF-8 with a byte order mark, safe in a spreadsheet, headers included. */
import type { Flat, Value } from "./flat.ts";
import { safeText } from "./safe-text.ts";

/**
 * `international`: comma and decimal point. `french`: semicolon and decimal comma, as French spreadsheets expect. `bare`: the
 * first without the byte order mark, which tools that check a data package take for a part of the first header.
 */
export type CsvVariant = "international" | "french" | "bare";

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

const NEEDS_QUOTES = /[",;\r\n]/;

/** The file, line by line: the headers leave before the first row is made. */
export function* csv({ columns, rows }: Flat, variant: CsvVariant): Generator<string> {
  const separator = variant === "french" ? ";" : ",";
  const line = (values: readonly Value[]) => `${values.map((value) => cell(value, variant)).join(separator)}\r\n`;
  yield (variant === "bare" ? "" : BYTE_ORDER_MARK) + line(columns);
  for (const row of rows) yield line(row);
}

function cell(value: Value, variant: CsvVariant): string {
  if (value === null) return "";
  if (typeof value === "number") return variant === "french" ? String(value).replace(".", ",") : String(value);
  const safe = safeText(value);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
