/**
 * `npm run export:ciso-assistant -- esms 1.1.0 [CODE | answers.json]`: writes into dist/exports/ the library that CISO
 * Assistant imports and, with a diagnostic, the audit that goes with it. docs/ciso-assistant.md says what to do next.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { compileAll } from "../questionnaires/compile/compile-all.ts";
import {
  adapt,
  type Diagnostic,
  diagnose,
  indexQuestionnaire,
  type Model,
  parseAnswers,
  parseProfile,
  unpack,
} from "../questionnaires/engine/engine.ts";
import { auditCsv } from "../questionnaires/interop/audit-csv.ts";
import { frameworkLibrary } from "../questionnaires/interop/ciso-assistant.ts";
import { assessmentFor } from "../questionnaires/interop/ciso-assistant-audit.ts";
import type { Library } from "../questionnaires/interop/ciso-assistant-types.ts";

const USAGE = "npm run export:ciso-assistant -- QUESTIONNAIRE VERSION [CODE | answers.json]";

export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/** The files of a version and, when one is given, of a diagnostic: its code, or a JSON file { profile, answers }. */
export function exportFiles(models: readonly Model[], args: readonly string[]): readonly ExportFile[] {
  const [id, version, given] = args;
  const model = models.find(({ questionnaire: one }) => one.id === id && one.version === version);
  if (!model) throw new Error(`${id ?? "?"} ${version ?? "?"} does not exist. ${USAGE}`);
  const name = `${id}-${version}`;
  const library = { name: `${name}.yaml`, text: libraryYaml(frameworkLibrary(model.questionnaire)) };
  if (given === undefined) return [library];
  const { adapted, answers } = given.endsWith(".json") ? fromFile(model, given) : fromCode(model, given);
  const audit = assessmentFor(adapted, answers, diagnose(adapted, answers));
  return [library, { name: `${name}-audit.csv`, text: auditCsv(audit) }];
}

/**
 * YAML 1.1, which CISO Assistant reads: « oui » stays a text, and so would « yes ». The date alone is written bare, as
 * in the libraries that it ships.
 */
export function libraryYaml(library: Library): string {
  const text = stringify(library, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
  return text.replace(/^publication_date: "(.*)"$/m, "publication_date: $1");
}

function fromCode(model: Model, code: string): Diagnostic {
  const unpacked = unpack([model], code);
  if (!unpacked.ok) throw new Error(`This code is refused: ${unpacked.reason}.`);
  return unpacked.value;
}

function fromFile(model: Model, path: string): Diagnostic {
  const raw: { readonly profile?: unknown; readonly answers?: unknown } = JSON.parse(readFileSync(path, "utf8"));
  const profile = parseProfile(model, raw.profile);
  if (!profile.ok) throw new Error(`The profile is refused: ${JSON.stringify(profile.issues)}`);
  const adapted = adapt(model, profile.value);
  const answers = parseAnswers(adapted, raw.answers);
  if (!answers.ok) throw new Error(`The answers are refused: ${JSON.stringify(answers.issues)}`);
  return { adapted, answers: answers.value };
}

if (import.meta.main) {
  const models = compileAll().flatMap(({ questionnaire }) =>
    questionnaire ? [indexQuestionnaire(questionnaire)] : [],
  );
  const folder = fileURLToPath(new URL("../dist/exports/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of exportFiles(models, process.argv.slice(2))) {
    writeFileSync(join(folder, name), text);
    console.log(`dist/exports/${name}`);
  }
}
