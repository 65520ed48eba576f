/** From the query string of `GET …/adapted` to the profile that a POST body would hold (rules 6). */
import type { Issue, Model } from "../../questionnaires/engine/engine.ts";
import { issue } from "../http/issue.ts";

/** Fewer digits than would lose precision; anything else stays a text, which the engine refuses with its reason. */
const INTEGER = /^-?\d{1,15}$/;

/** The raw profile, and one issue per variable given more than once. */
export function profileFromQuery(
  model: Model,
  query: URLSearchParams,
): { readonly profile: Readonly<Record<string, unknown>>; readonly issues: readonly Issue[] } {
  const values = new Map<string, unknown>();
  const repeated = new Set<string>();
  for (const [name, text] of query) {
    if (values.has(name)) repeated.add(name);
    values.set(name, value(model.variables.get(name)?.type, text));
  }
  const issues = [...repeated].map((name) => issue("query.repeated", "profile", name));
  return { profile: Object.fromEntries(values), issues }; // own keys only, whatever their names
}

function value(type: string | undefined, text: string): unknown {
  if (type === "multiple") return text === "" ? [] : text.split(",");
  if (type === "integer" && INTEGER.test(text)) return Number(text);
  return text;
}
