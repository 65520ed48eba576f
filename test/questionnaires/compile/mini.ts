/** The small valid questionnaire of the fixtures, whole or with a few replacements. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Compilation, compileSources } from "../../../questionnaires/compile/compile.ts";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";

export const FIXTURES = fileURLToPath(new URL("../../fixtures/questionnaires/", import.meta.url));
export const MINI = "questionnaires/mini/1.0.0";

/** One replacement in one file: `from` must be there, once. */
export type Change = { readonly file: string; readonly from: string; readonly to: string };

/** Its files; the engine's sentences are those that ship, so that they are written once. */
export function miniFiles(): readonly SourceFile[] {
  const messages = readFileSync(`${QUESTIONNAIRES_ROOT}esms/1.0.0/messages.yaml`, "utf8");
  return [...readSources(`${FIXTURES}mini/1.0.0`), { name: "messages.yaml", text: messages }];
}

export function changeFiles(files: readonly SourceFile[], changes: readonly Change[]): readonly SourceFile[] {
  return changes.reduce((before, { file, from, to }) => {
    const text = before.find(({ name }) => name === file)?.text ?? "";
    if (text.split(from).length !== 2) throw new Error(`« ${from} » must stand exactly once in ${file}`);
    return before.map((one) => (one.name === file ? { name: file, text: text.replace(from, () => to) } : one));
  }, files);
}

export function compileMini(...changes: readonly Change[]): Compilation {
  return compileSources(MINI, changeFiles(miniFiles(), changes));
}

export function mini(...changes: readonly Change[]): Questionnaire {
  const { questionnaire, findings } = compileMini(...changes);
  if (!questionnaire) throw new Error(JSON.stringify(findings, null, 2));
  return questionnaire;
}
