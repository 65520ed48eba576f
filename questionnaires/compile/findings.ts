/** What the compiler tells an author: what is wrong, where, and how to mend it. Never decides whether to stop. */
import type { Code } from "./codes.ts";

export type Severity = "error" | "warning";

/** One remark about the content, at one place of one file. */
export type Finding = {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  /** Stable identifier of the rule, for tests and for searching the documentation. */
  readonly code: Code;
  readonly message: string;
  readonly mend: string;
};

/** Where a piece of content was written. */
export type Place = { readonly file: string; readonly line: number };

const NBSP = "\u00a0";

/** Sets French no-break spaces, so that the code may be typed with ordinary ones; « != » is left as it is. */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;?»%]|!(?!=))/g, NBSP).replace(/« /g, `«${NBSP}`);
}

function finding(severity: Severity, place: Place, code: Code, message: string, mend: string): Finding {
  return { severity, file: place.file, line: place.line, code, message: typeset(message), mend: typeset(mend) };
}

/** A fault that forbids compiling. */
export function error(place: Place, code: Code, message: string, mend: string): Finding {
  return finding("error", place, code, message, mend);
}

/** A doubt: compiling goes on. */
export function warning(place: Place, code: Code, message: string, mend: string): Finding {
  return finding("warning", place, code, message, mend);
}

/** Whether at least one finding forbids compiling. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === "error");
}
