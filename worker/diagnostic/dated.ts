/** From the JSON of a comparison to two diagnostics and the way between their versions; or everything that is wrong, at once. */
import { type DatedDiagnostic, type Issue, migrationPath, type Outcome } from "../../questionnaires/engine/engine.ts";
import type { Migration } from "../../questionnaires/schema/migration.ts";
import { migrations } from "../catalogue.ts";
import { issue } from "../http/issue.ts";
import { isObject } from "./envelope.ts";
import { parseDiagnostic } from "./parse.ts";
import { DiagnosticSchema } from "./request.ts";

export interface DatedPair {
  readonly before: DatedDiagnostic;
  readonly after: DatedDiagnostic;
  readonly path: readonly Migration[];
}

const DATES = ["before", "after"] as const;

/** Both of the same questionnaire, the later one in the same version or in one that the earlier leads to. */
export function parsePair(raw: unknown): Outcome<DatedPair> {
  if (!isObject(raw)) return { ok: false, issues: [issue("body.not-an-object")] };
  const unknown = Object.keys(raw).filter((key) => key !== "before" && key !== "after");
  const issues: Issue[] = unknown.map((key) => issue("field.unknown", key));
  const [before, after] = DATES.map((date) => parseDate(raw, date, issues));
  if (issues.length > 0 || !before || !after) return { ok: false, issues };
  const from = before.model.questionnaire;
  const to = after.model.questionnaire;
  if (from.id !== to.id)
    return { ok: false, issues: [issue("comparison.other-questionnaire", "after", "questionnaire")] };
  const path = migrationPath(migrations, to.id, from.version, to.version);
  if (path === null) return { ok: false, issues: [issue("comparison.no-way", "after", "version")] };
  return { ok: true, value: { before, after, path } };
}

function parseDate(
  raw: Readonly<Record<string, unknown>>,
  date: (typeof DATES)[number],
  issues: Issue[],
): DatedDiagnostic | null {
  if (!Object.hasOwn(raw, date)) {
    issues.push(issue("field.required", date));
    return null;
  }
  const parsed = parseDiagnostic(DiagnosticSchema, raw[date]);
  if (!parsed.ok) {
    issues.push(...parsed.issues.map((one) => ({ ...one, pointer: `/${date}${one.pointer}` })));
    return null;
  }
  const { adapted, answers } = parsed.value;
  return { model: adapted.model, profile: adapted.profile, answers };
}
