/** The header by which a submission is recognised when it is sent again: 128 random bits chosen by the client. */
import type { Issue, Outcome } from "../../questionnaires/engine/engine.ts";
import { issue } from "./issue.ts";

export const KEY_HEADER = "Idempotency-Key";

/** 22 base64url characters hold 128 bits. */
export const KEY_PATTERN = /^[A-Za-z0-9_-]{22}$/;

/** The key, or why it cannot serve. The pointer names the header as if it were a field. */
export function parseKey(header: string | null): Outcome<string> {
  if (header === null) return { ok: false, issues: [issue("header.missing", KEY_HEADER)] };
  if (KEY_PATTERN.test(header)) return { ok: true, value: header };
  const issues: readonly Issue[] = [issue("header.malformed", KEY_HEADER)];
  return { ok: false, issues };
}
