/** Every text that a person reads, with the path where it stands. Identifiers, values and addresses are not texts. */
import type { Draft } from "../assemble.ts";
import type { Path } from "../source.ts";

export type PlacedText = { readonly path: Path; readonly text: string };

/** Keys whose strings, or lists of strings, are shown. */
const SHOWN: ReadonlySet<string> = new Set([
  "title",
  "label",
  "labelNot",
  "name",
  "help",
  "why",
  "options",
  "references",
  "steps",
  "owner",
  "meaning",
  "text",
]);

/** All shown texts, in the order of the compiled questionnaire. */
export function textsOf(draft: Draft): readonly PlacedText[] {
  const messages = Object.entries(draft.messages).map(([key, text]) => ({ path: ["messages", key], text }));
  return [...walk({ ...draft, messages: {} }, [], false), ...messages];
}

function walk(value: unknown, path: Path, shown: boolean): readonly PlacedText[] {
  if (typeof value === "string") return shown ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, [...path, index], shown));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => walk(item, [...path, key], SHOWN.has(key)));
}
