/** Expected failures are values: an outcome is a value or the list of everything that is wrong. Nothing throws. */

/** One thing wrong with outside data: where (RFC 6901 pointer), a stable code, a French sentence from the messages. */
export interface Issue {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The value if nothing was found wrong, else the issues. */
export function outcome<T>(value: T, issues: readonly Issue[]): Outcome<T> {
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

/** `/profile/a~1b` for ("profile", "a/b"): the escapes of RFC 6901. */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** True for a JSON object, false for null, arrays and scalars. */
export function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
