/** `npm run questionnaires:check [-- FOLDER]`: prints what is wrong with the questionnaires and how to mend it. */
import { resolve } from "node:path";
import { compileVersion } from "./compile.ts";
import { compileAll, shown } from "./compile-all.ts";
import { formatFinding, hasErrors } from "./findings.ts";

const folder = process.argv[2];
const compilations = folder === undefined ? compileAll() : [compileVersion(resolve(folder), shown(resolve(folder)))];

for (const compilation of compilations) {
  for (const finding of compilation.findings) console.log(formatFinding(finding));
  const { questionnaire } = compilation;
  if (questionnaire) {
    const counts = `${questionnaire.questions.length} questions, ${questionnaire.actions.length} actions`;
    console.log(
      `${compilation.folder}  ${questionnaire.id} ${questionnaire.version} : ${counts}, ${questionnaire.hash}`,
    );
  }
}
if (compilations.some((compilation) => hasErrors(compilation.findings))) process.exitCode = 1;
