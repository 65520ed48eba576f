/** The media types of the API, texts always with their charset (ASVS 4.1.1). */
export const JSON_TYPE = "application/json; charset=utf-8";
export const CSV_TYPE = "text/csv; charset=utf-8";
export const NDJSON_TYPE = "application/x-ndjson; charset=utf-8";
/** Two forms of ZIP: bytes, hence no charset. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const ZIP_TYPE = "application/zip";
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** True for `application/json`, whatever its parameters. */
export function isJson(contentType: string | null): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(contentType ?? "");
}
