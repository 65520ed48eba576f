/** Writes what the worker and the widget's build load: one JSON per version, and a module that holds them all. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Questionnaire } from "../schema/compiled.ts";
import { compileAll, QUESTIONNAIRES_ROOT } from "./compile-all.ts";
import { hasErrors } from "./findings.ts";
import { formatFindings } from "./format.ts";

const DEFAULT_OUT = resolve(QUESTIONNAIRES_ROOT, "../dist/questionnaires");

/** Writes `<id>/<version>.json`, `catalogue.js` and its types into `outDir`; throws when a version has an error. */
export function writeCatalogue(outDir: string = DEFAULT_OUT): readonly Questionnaire[] {
  const compilations = compileAll();
  const findings = compilations.flatMap((compilation) => compilation.findings);
  if (hasErrors(findings)) {
    throw new Error(`The questionnaires do not compile:\n${formatFindings(findings).join("\n")}`);
  }
  const catalogue = compilations.flatMap(({ questionnaire }) => (questionnaire ? [questionnaire] : []));
  for (const one of catalogue) write(join(outDir, one.id, `${one.version}.json`), JSON.stringify(one));
  write(join(outDir, "catalogue.js"), catalogueModule(catalogue));
  write(join(outDir, "catalogue.d.ts"), catalogueTypes(outDir));
  return catalogue;
}

/** A plain object literal: every runtime and bundler loads it without knowing about JSON modules. */
function catalogueModule(catalogue: readonly Questionnaire[]): string {
  const lines = catalogue.map((one) => `  ${JSON.stringify(one)},\n`);
  return `/** Every published version, by questionnaire then version, oldest first. Generated. */\nexport const catalogue = [\n${lines.join("")}];\n`;
}

function catalogueTypes(outDir: string): string {
  const schema = relative(outDir, join(QUESTIONNAIRES_ROOT, "schema/compiled.ts")).replaceAll("\\", "/");
  return `import type { Questionnaire } from "${schema}";\nexport const catalogue: readonly Questionnaire[];\n`;
}

/** Through a temporary name, so that a reader never sees half a file. */
function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const one of writeCatalogue()) console.log(`${one.id} ${one.version} ${one.hash}`);
}
