/** From the JSON of a request to a diagnostic that can be calculated, or everything that is wrong with it, at once. */
import {
  type AdaptedQuestionnaire,
  type Answers,
  adapt,
  type Issue,
  type Outcome,
  parseAnswers,
  parseProfile,
  parseSimulation,
  type ReportRequest,
} from "../../questionnaires/engine/engine.ts";
import { findVersion, versionsOf } from "../catalogue.ts";
import { issue } from "../http/issue.ts";
import { isObject, parseEnvelope } from "./envelope.ts";
import type { Envelope, RequestSchema } from "./request.ts";

export interface Diagnostic<S extends RequestSchema> {
  readonly adapted: AdaptedQuestionnaire;
  readonly answers: Answers;
  readonly asked: ReportRequest;
  readonly body: Envelope<S>;
}

/** The diagnostic, or all issues: the envelope's, then the profile's, the answers', the simulation's. */
export function parseDiagnostic<S extends RequestSchema>(schema: S, raw: unknown): Outcome<Diagnostic<S>> {
  if (!isObject(raw)) return { ok: false, issues: [issue("body.not-an-object")] };
  const envelope = parseEnvelope(schema, raw);
  const issues: Issue[] = [...envelope.issues];
  const content = parseContent(raw, issues);
  if (issues.length > 0 || content === null || envelope.body === null) return { ok: false, issues };
  const { simulate, ...diagnostic } = content;
  const { explain = false, cheapest = false }: Wishes = envelope.body;
  return { ok: true, value: { ...diagnostic, asked: { simulate, explain, cheapest }, body: envelope.body } };
}

/** What a body may ask besides, where its schema has it. */
interface Wishes {
  readonly questionnaire: string;
  readonly explain?: boolean | undefined;
  readonly cheapest?: boolean | undefined;
}

interface Content extends Pick<Diagnostic<RequestSchema>, "adapted" | "answers"> {
  readonly simulate: readonly string[] | null;
}

/**
 * Reads what the engine judges from `raw` itself: valibot's copy has lost a key named `__proto__`, which must be refused.
 * Answers can be judged only once the profile is right.
 */
function parseContent(raw: Readonly<Record<string, unknown>>, issues: Issue[]): Content | null {
  const { questionnaire: id, version, profile: rawProfile, answers: rawAnswers } = raw;
  if (typeof id !== "string") return null;
  if (versionsOf(id).length === 0) {
    issues.push(issue("questionnaire.unknown", "questionnaire"));
    return null;
  }
  if (typeof version !== "string") return null;
  const published = findVersion(id, version);
  if (published === undefined) {
    issues.push(issue("version.unknown", "version"));
    return null;
  }
  const profile = rawProfile === undefined ? null : take(parseProfile(published.model, rawProfile), issues);
  const adapted = profile === null ? null : adapt(published.model, profile);
  const answers = adapted === null || rawAnswers === undefined ? null : take(parseAnswers(adapted, rawAnswers), issues);
  const simulate = take(parseSimulation(published.model, raw.simulate), issues);
  return adapted === null || answers === null ? null : { adapted, answers, simulate };
}

/** The value, or null with the issues added to the list. */
function take<T>(outcome: Outcome<T>, issues: Issue[]): T | null {
  if (outcome.ok) return outcome.value;
  issues.push(...outcome.issues);
  return null;
}
