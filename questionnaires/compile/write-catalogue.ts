/** Writes what the worker and the widget's build load: one JSON per version, and a module that holds them all with their migrations. */
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Questionnaire } from "../schema/compiled.ts";
import type { Migration } from "../schema/migration.ts";
import { compileAll, QUESTIONNAIRES_ROOT } from "./compile-all.ts";
import { hasErrors } from "./findings.ts";
import { formatFindings } from "./format.ts";
import { compileMigrations } from "./migrations.ts";
import { writeFile } from "./write-file.ts";

const DEFAULT_OUT = resolve(QUESTIONNAIRES_ROOT, "../dist/questionnaires");

/**
 * Writes `<id>/<version>.json`, `catalogue.js` and its types into `outDir`; throws when a version has an error.
 * `root` holds the authors' folders.
 */
export function writeCatalogue(
  outDir: string = DEFAULT_OUT,
  root: string = QUESTIONNAIRES_ROOT,
): readonly Questionnaire[] {
  const compilations = compileAll(root);
  const { migrations, findings: faults } = compileMigrations(root, compilations);
  const findings = [...compilations.flatMap((compilation) => compilation.findings), ...faults];
  if (hasErrors(findings)) {
    throw new Error(`The questionnaires do not compile:\n${formatFindings(findings).join("\n")}`);
  }
  const catalogue = compilations.flatMap(({ questionnaire }) => (questionnaire ? [questionnaire] : []));
  for (const one of catalogue) writeFile(join(outDir, one.id, `${one.version}.json`), JSON.stringify(one));
  writeFile(join(outDir, "catalogue.js"), catalogueModule(catalogue, migrations));
  writeFile(join(outDir, "catalogue.d.ts"), catalogueTypes(outDir));
  return catalogue;
}

/** Plain object literals: every runtime and bundler loads them without knowing about JSON modules. */
function catalogueModule(catalogue: readonly Questionnaire[], migrations: readonly Migration[]): string {
  const list = (items: readonly unknown[]) => items.map((one) => `  ${JSON.stringify(one)},\n`).join("");
  return `/** Every published version, by questionnaire then version, oldest first. Generated. */
export const catalogue = [\n${list(catalogue)}];
/** What becomes of the answers, from each version to the next; same order. Generated. */
export const migrations = [\n${list(migrations)}];
`;
}

function catalogueTypes(outDir: string): string {
  const schema = relative(outDir, join(QUESTIONNAIRES_ROOT, "schema")).replaceAll("\\", "/");
  return `import type { Questionnaire } from "${schema}/compiled.ts";
import type { Migration } from "${schema}/migration.ts";
export const catalogue: readonly Questionnaire[];
export const migrations: readonly Migration[];
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const one of writeCatalogue()) console.log(`${one.id} ${one.version} ${one.hash}`);
}
