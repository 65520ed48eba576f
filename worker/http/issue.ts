/** One thing wrong with a request that the HTTP edge finds itself; what is wrong in the content is found by the engine. */
import type { Issue } from "../../questionnaires/engine/engine.ts";
import messages from "./messages.fr.json";

/** The stable codes of the edge. The engine's own codes stand in the questionnaire's messages. */
export type IssueCode = keyof typeof messages.issues;

/** The issue at `parts`, as a pointer of RFC 6901; no part = the whole document. */
export function issue(code: IssueCode, ...parts: readonly string[]): Issue {
  const pointer = parts.map((part) => `/${part.replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
  return { pointer, code, detail: messages.issues[code] };
}
