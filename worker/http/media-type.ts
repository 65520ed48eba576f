/** The media types of the API, always with their charset (ASVS 4.1.1). */
export const JSON_TYPE = "application/json; charset=utf-8";
export const CSV_TYPE = "text/csv; charset=utf-8";
export const NDJSON_TYPE = "application/x-ndjson; charset=utf-8";
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** True for `application/json`, whatever its parameters. */
export function isJson(contentType: string | null): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(contentType ?? "");
}
