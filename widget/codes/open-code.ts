/** From a code to a diagnostic that can go on: read by its own version, then carried to the one that is shown, never guessed. */
import {
  adapt,
  type CodeRefusal,
  type Diagnostic,
  keepValidAnswers,
  type Migrated,
  type Model,
  migrateAlong,
  migrationPath,
  parseProfile,
  unpack,
} from "../../questionnaires/engine/engine.ts";
import { versionOf } from "./code-in.ts";
import type { Library } from "./library.ts";

/** `unreachable`: the code's version could not be fetched; `stranded`: nothing leads from it to the version shown here. */
export type Refusal = CodeRefusal | "unreachable" | "stranded";

export interface OpenedCode {
  readonly code: string;
  /** As its own version reads it. */
  readonly own: Diagnostic;
  /** In the shown version: the same, or what could be carried. */
  readonly current: Diagnostic;
  /** What became of it on the way; null when the versions are the same. */
  readonly carried: Migrated | null;
}

export type Opened =
  | { readonly ok: true; readonly value: OpenedCode }
  | { readonly ok: false; readonly reason: Refusal };

/** The diagnostic of a code (`codeIn` has tidied it); the checksum is looked at before anything is fetched. */
export async function openCode(library: Library, code: string): Promise<Opened> {
  const first = unpack([library.latest], code);
  if (first.ok) return { ok: true, value: { code, own: first.value, current: first.value, carried: null } };
  const version = versionOf(code);
  if (first.reason !== "unknown-version" || version === null) return first;
  const older = await library.model(version);
  if (older === "unknown") return { ok: false, reason: "unknown-version" };
  if (older === "unreachable") return { ok: false, reason: older };
  const own = unpack([older], code);
  return own.ok ? carry(library, code, own.value) : own;
}

async function carry(library: Library, code: string, own: Diagnostic): Promise<Opened> {
  const { latest, migrations } = library;
  const { id, version } = own.adapted.model.questionnaire;
  const path = migrationPath(migrations, id, version, latest.questionnaire.version);
  if (path === null) return { ok: false, reason: "stranded" };
  const models = new Map<string, Model>([[version, own.adapted.model]]);
  for (const { to } of path) {
    const model = await library.model(to);
    if (typeof model === "string") return { ok: false, reason: "unreachable" };
    models.set(to, model);
  }
  const carried = migrateAlong(path, (one) => models.get(one) ?? latest, own.adapted.profile, own.answers);
  const current = carried.ok ? diagnosticOf(latest, carried.value) : null;
  if (!carried.ok || !current) return { ok: false, reason: "stranded" };
  return { ok: true, value: { code, own, current, carried: carried.value } };
}

function diagnosticOf(model: Model, { profile, answers }: Migrated): Diagnostic | null {
  const parsed = parseProfile(model, profile);
  if (!parsed.ok) return null;
  const adapted = adapt(model, parsed.value);
  return { adapted, answers: keepValidAnswers(adapted, answers) };
}
