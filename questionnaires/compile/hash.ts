/** The identity of a version's content: same content, same hash, whatever the order of keys (rules 35). */
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Draft } from "./assemble.ts";

/** "sha256-" + hex of the RFC 8785 form, publication date left out so that publishing does not change it. */
export function contentHash(draft: Draft): string {
  const { publishedOn: _date, ...content } = draft;
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError("a questionnaire has a canonical form");
  return `sha256-${createHash("sha256").update(canonical, "utf8").digest("hex")}`;
}
