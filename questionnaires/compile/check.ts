/** `npm run questionnaires:check [-- FOLDER]`: prints what is wrong with the questionnaires and how to mend it. */
import { basename, dirname, resolve } from "node:path";
import type { Questionnaire } from "../schema/compiled.ts";
import { checkVersion } from "./check-version.ts";
import { compileAll, QUESTIONNAIRES_ROOT, shown, sortedVersions } from "./compile-all.ts";
import { type Finding, hasErrors, typeset } from "./findings.ts";
import { formatFindings } from "./format.ts";
import { checkMigration } from "./migrations.ts";
import { compilePopulationOf } from "./population/write.ts";
import { readLock, readSources } from "./read-sources.ts";
import { compileTerritoriesOf, TERRITORIES_FOLDER } from "./territories/read.ts";
import { describeTerritories } from "./territories/summary.ts";

const asked = process.argv[2] === undefined ? null : resolve(process.argv[2]);

if (asked === null) {
  const compiled = sortedVersions(QUESTIONNAIRES_ROOT).flatMap((folder) => check(folder) ?? []);
  checkTerritories(QUESTIONNAIRES_ROOT, compiled);
  print(compilePopulationOf(QUESTIONNAIRES_ROOT, compiled).findings);
} else if (basename(asked) === TERRITORIES_FOLDER) {
  const root = dirname(asked);
  checkTerritories(
    root,
    compileAll(root).flatMap(({ questionnaire }) => questionnaire ?? []),
  );
} else check(asked);

/** Prints the findings of one version; gives what it compiles to. */
function check(folder: string): Questionnaire | null {
  const version = checkVersion(shown(folder), readSources(folder), readLock(folder));
  const { questionnaire, published } = version;
  print([...version.findings, ...(questionnaire ? checkMigration(folder, questionnaire) : [])]);
  if (questionnaire) {
    const counts = `${questionnaire.questions.length} questions, ${questionnaire.actions.length} actions`;
    const state = published ? "publiée" : "brouillon, absente de published.lock.json";
    const name = `${questionnaire.id} ${questionnaire.version}`;
    console.log(typeset(`${shown(folder)}  ${name} : ${counts}, ${questionnaire.hash} (${state})`));
  }
  return questionnaire;
}

/** Prints the findings of the territories of a root; without a questionnaire, nothing tells what they should name. */
function checkTerritories(root: string, questionnaires: readonly Questionnaire[]): void {
  const { territories, findings } = compileTerritoriesOf(root, questionnaires);
  print(findings);
  if (territories.length > 0) console.log(typeset(describeTerritories(shown(`${root}/territories`), territories)));
}

function print(findings: readonly Finding[]): void {
  for (const line of formatFindings(findings)) console.log(line);
  if (hasErrors(findings)) process.exitCode = 1;
}
