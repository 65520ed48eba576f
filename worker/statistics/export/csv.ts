/** The only writer of CSV: RFC 4180, UTF-8 with a byte order mark, safe in a spreadsheet, headers included. */
import type { Flat, Value } from "./flat.ts";

/** `international`: comma and decimal point. `french`: semicolon and decimal comma, as French spreadsheets expect. */
export type CsvVariant = "international" | "french";

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** A text that begins so would be run as a formula (ASVS 1.2.10, security.md §8). */
const FORMULA = /^[=+\-@\t\r\0]/;

const NEEDS_QUOTES = /[",;\r\n]/;

/** The whole file. */
export function csv({ columns, rows }: Flat, variant: CsvVariant): string {
  const separator = variant === "french" ? ";" : ",";
  const line = (values: readonly Value[]) => values.map((value) => cell(value, variant)).join(separator);
  return BYTE_ORDER_MARK + [columns, ...rows].map((values) => `${line(values)}\r\n`).join("");
}

function cell(value: Value, variant: CsvVariant): string {
  if (value === null) return "";
  if (typeof value === "number") return variant === "french" ? String(value).replace(".", ",") : String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
