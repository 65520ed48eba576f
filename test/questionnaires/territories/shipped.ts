/** The territories that ship, and the published questionnaires beside which they are checked. */
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { readRootLock, readSources } from "../../../questionnaires/compile/read-sources.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import { compileTerritories } from "../../../questionnaires/compile/territories/compile.ts";
import { latestPublished } from "../../../questionnaires/compile/territories/read.ts";
import type { HostedTerritory } from "../../../questionnaires/schema/territory.ts";
import { shipped } from "../../support/questionnaires.ts";

export const FOLDER = "questionnaires/territories";

export const published = latestPublished(
  shipped.map(({ questionnaire }) => questionnaire),
  readRootLock(QUESTIONNAIRES_ROOT),
);

export function shippedFiles(): readonly SourceFile[] {
  return readSources(`${QUESTIONNAIRES_ROOT}territories`);
}

export function compileShipped(files: readonly SourceFile[] = shippedFiles()) {
  return compileTerritories(FOLDER, files, published);
}

export const territories = compileShipped().territories;

/** The shipped territory of this code, or a clear failure. */
export function territory(code: string): HostedTerritory {
  const found = territories.find((one) => one.code === code);
  if (!found) throw new Error(`${code} is not shipped.`);
  return found;
}
