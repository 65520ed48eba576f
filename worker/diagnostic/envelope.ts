/**
 * What is wrong with the envelope of a request: its keys and the types of its scalars. What stands inside `profile`,
 * `answers` and `simulate` is judged by the engine, which says it better, so it is not said here.
 */
import * as v from "valibot";
import type { Issue } from "../../questionnaires/engine/engine.ts";
import { type IssueCode, issue } from "../http/issue.ts";
import { type Envelope, envelopeOf, REQUIRED_INSIDES, type RequestSchema } from "./request.ts";

/** True for a JSON object, false for null, arrays and scalars. */
export function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

const CODES: Readonly<Record<string, IssueCode>> = {
  questionnaire: "field.not-text",
  version: "field.not-text",
  territory: "field.not-text",
  channel: "channel.unknown",
  campaign: "campaign.unknown",
  explain: "field.not-boolean",
  cheapest: "field.not-boolean",
};

/** Every unknown key, every missing field, every scalar of the wrong type; `body` when nothing of it is wrong. */
export function parseEnvelope<S extends RequestSchema>(
  schema: S,
  raw: Readonly<Record<string, unknown>>,
): { readonly issues: readonly Issue[]; readonly body: Envelope<S> | null } {
  const issues: Issue[] = [];
  // Not left to valibot: to its strict object, `constructor` and `__proto__` are keys that every object has.
  for (const key of Object.keys(raw)) if (!Object.hasOwn(schema.entries, key)) issues.push(issue("field.unknown", key));
  for (const key of REQUIRED_INSIDES) if (!Object.hasOwn(raw, key)) issues.push(issue("field.required", key));
  const parsed = v.safeParse(envelopeOf(schema), raw);
  for (const { path } of parsed.issues ?? []) {
    const key = String(path?.[0]?.key);
    issues.push(Object.hasOwn(raw, key) ? issue(CODES[key] ?? "field.invalid", key) : issue("field.required", key));
  }
  return { issues, body: parsed.success ? (parsed.output as Envelope<S>) : null }; // same entries, fewer of them
}
