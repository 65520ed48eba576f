/** The shipped content as the tests see it: read from the disk, compiled, or compiled with one fault put in. */
import { type Compilation, compileSources } from "../../../questionnaires/compile/compile.ts";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";

export const FOLDER = "questionnaires/esms/1.0.0";

/** One replacement in one file: `from` must be there, once. */
export type Change = { readonly file: string; readonly from: string; readonly to: string };

export function shippedFiles(): readonly SourceFile[] {
  return readSources(`${QUESTIONNAIRES_ROOT}esms/1.0.0`);
}

export function shippedQuestionnaire(): Questionnaire {
  const { questionnaire, findings } = compileSources(FOLDER, shippedFiles());
  if (!questionnaire) throw new Error(JSON.stringify(findings, null, 2));
  return questionnaire;
}

export function changedFiles(changes: readonly Change[]): readonly SourceFile[] {
  return changes.reduce((files, { file, from, to }) => {
    const before = files.find((one) => one.name === file)?.text ?? "";
    if (before.split(from).length !== 2) throw new Error(`« ${from} » must stand exactly once in ${file}`);
    return files.map((one) => (one.name === file ? { name: file, text: before.replace(from, () => to) } : one));
  }, shippedFiles());
}

export function compileChanged(...changes: readonly Change[]): Compilation {
  return compileSources(FOLDER, changedFiles(changes));
}

/** Ordinary spaces and apostrophes, so that the expected words may be read and typed. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll("\u00a0", " ").replaceAll("’", "'"));
}

/** The line on which `text` first stands in a changed file, counted without the compiler. */
export function lineOf(files: readonly SourceFile[], file: string, text: string): number {
  return 1 + lineIndex(files, file, (lines) => lines.findIndex((line) => line.includes(text)), text);
}

/** The same for the last line on which `text` stands. */
export function lastLineOf(files: readonly SourceFile[], file: string, text: string): number {
  return 1 + lineIndex(files, file, (lines) => lines.findLastIndex((line) => line.includes(text)), text);
}

function lineIndex(
  files: readonly SourceFile[],
  file: string,
  find: (lines: readonly string[]) => number,
  text: string,
): number {
  const index = find((files.find((one) => one.name === file)?.text ?? "").split("\n"));
  if (index < 0) throw new Error(`« ${text} » is not in ${file}`);
  return index;
}
