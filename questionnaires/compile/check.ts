/** `npm run questionnaires:check [-- FOLDER]`: prints what is wrong with the questionnaires and how to mend it. */
import { resolve } from "node:path";
import { checkVersion } from "./check-version.ts";
import { QUESTIONNAIRES_ROOT, shown, sortedVersions } from "./compile-all.ts";
import { hasErrors, typeset } from "./findings.ts";
import { formatFindings } from "./format.ts";
import { checkMigration } from "./migrations.ts";
import { readLock, readSources } from "./read-sources.ts";

const asked = process.argv[2];
const folders = asked === undefined ? sortedVersions(QUESTIONNAIRES_ROOT) : [resolve(asked)];

for (const folder of folders) {
  const version = checkVersion(shown(folder), readSources(folder), readLock(folder));
  const { questionnaire, published } = version;
  const findings = [...version.findings, ...(questionnaire ? checkMigration(folder, questionnaire) : [])];
  for (const line of formatFindings(findings)) console.log(line);
  if (questionnaire) {
    const counts = `${questionnaire.questions.length} questions, ${questionnaire.actions.length} actions`;
    const state = published ? "publiée" : "brouillon, absente de published.lock.json";
    const name = `${questionnaire.id} ${questionnaire.version}`;
    console.log(typeset(`${shown(folder)}  ${name} : ${counts}, ${questionnaire.hash} (${state})`));
  }
  if (hasErrors(findings)) process.exitCode = 1;
}
