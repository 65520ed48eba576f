/** `npm run questionnaires:publish -- esms/1.1.0`: notes the hash of a version, which from then on never changes. */
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkVersion } from "./check-version.ts";
import { QUESTIONNAIRES_ROOT, shown } from "./compile-all.ts";
import { hasErrors } from "./findings.ts";
import { formatFindings } from "./format.ts";
import { formatLock, lockKey } from "./published.ts";
import { lockPath, readLock, readSources } from "./read-sources.ts";

const asked = process.argv[2];
if (asked === undefined)
  fail("Dites quelle version publier, par exemple : npm run questionnaires:publish -- esms/1.1.0");
const named = resolve(QUESTIONNAIRES_ROOT, asked);
const folder = existsSync(named) ? named : resolve(asked);

const lock = readLock(folder);
const { questionnaire, findings, published } = checkVersion(shown(folder), readSources(folder), lock);
if (!questionnaire || hasErrors(findings)) {
  for (const line of formatFindings(findings)) console.error(line);
  fail(`${asked} n’est pas publiée : corrigez d’abord les erreurs ci-dessus.`);
}
const name = lockKey(questionnaire);
if (published) {
  console.log(`${name} est déjà publiée, et n’a pas changé.`);
} else {
  writeFileSync(lockPath(folder), formatLock({ ...lock, [name]: questionnaire.hash }));
  console.log(`${name} est publiée : ${questionnaire.hash}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
