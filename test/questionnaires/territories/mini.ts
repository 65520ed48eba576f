/** The small valid territories of the fixtures, beside the small valid questionnaire. */
import { fileURLToPath } from "node:url";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import { compileTerritories } from "../../../questionnaires/compile/territories/compile.ts";
import { mini } from "../compile/mini.ts";

export const TERRITORY_FIXTURES = fileURLToPath(new URL("../../fixtures/territories/", import.meta.url));
export const FOLDER = "questionnaires/territories";

const questionnaires = [mini()];

export function territoryFiles(): readonly SourceFile[] {
  return readSources(`${TERRITORY_FIXTURES}mini`);
}

/** What these files compile to, with the small questionnaire published. */
export function compiled(files: readonly SourceFile[] = territoryFiles()) {
  return compileTerritories(FOLDER, files, questionnaires);
}
