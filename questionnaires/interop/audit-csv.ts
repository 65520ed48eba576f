/** An audit as the file that the import wizard reads: UTF-8 without mark, commas, one row per question (RFC 4180). */
import type { Audit, AuditRow } from "./ciso-assistant-types.ts";

/** The columns of its documentation, in its order. */
export const AUDIT_COLUMNS = [
  "urn",
  "assessable",
  "ref_id",
  "name",
  "description",
  "compliance_result",
  "requirement_progress",
  "score",
  "observations",
] as const satisfies readonly (keyof AuditRow)[];

/** The file; an absent score is an empty cell, that is « not scored ». */
export function auditCsv({ rows }: Audit): string {
  const lines = rows.map((row) => AUDIT_COLUMNS.map((column) => cell(row[column])).join(","));
  return [AUDIT_COLUMNS.join(","), ...lines, ""].join("\r\n");
}

function cell(value: string | number | null): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
