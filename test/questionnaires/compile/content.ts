/** The shipped version 1.0.0 as the tests of its content see it. */
import { compileSources } from "../../../questionnaires/compile/compile.ts";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";

export const FOLDER = "questionnaires/esms/1.0.0";

export function shippedFiles(): readonly SourceFile[] {
  return readSources(`${QUESTIONNAIRES_ROOT}esms/1.0.0`);
}

export function shippedQuestionnaire(): Questionnaire {
  const { questionnaire, findings } = compileSources(FOLDER, shippedFiles());
  if (!questionnaire) throw new Error(JSON.stringify(findings, null, 2));
  return questionnaire;
}

/** Ordinary spaces and apostrophes, so that the expected words may be read and typed. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll("\u00a0", " ").replaceAll("’", "'"));
}
