/** Writes what the worker loads of the population: `population.js`, null when no extract was imported. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Questionnaire } from "../../schema/compiled.ts";
import type { Population } from "../../schema/population.ts";
import { QUESTIONNAIRES_ROOT, shown } from "../compile-all.ts";
import { hasErrors } from "../findings.ts";
import { formatFindings } from "../format.ts";
import { readSources } from "../read-sources.ts";
import { writeFile } from "../write-file.ts";
import { compilePopulation, type PopulationCompilation } from "./compile.ts";

/** The folder of the population, beside the questionnaires. */
export const POPULATION_FOLDER = "population";

/** Compiles `<root>/population/finess.yaml`. */
export function compilePopulationOf(root: string, questionnaires: readonly Questionnaire[]): PopulationCompilation {
  const folder = join(root, POPULATION_FOLDER);
  const files = existsSync(folder) ? readSources(folder) : [];
  return compilePopulation(shown(folder), files, questionnaires);
}

/** Throws when the file has an error. */
export function writePopulation(
  outDir: string,
  root: string,
  questionnaires: readonly Questionnaire[],
): Population | null {
  const { population, findings } = compilePopulationOf(root, questionnaires);
  if (hasErrors(findings)) throw new Error(`The population does not compile:\n${formatFindings(findings).join("\n")}`);
  const title = "/** Establishments by category and department, from FINESS; null without an extract. Generated. */";
  writeFile(join(outDir, "population.js"), `${title}\nexport const population = ${JSON.stringify(population)};\n`);
  const schema = relative(outDir, join(QUESTIONNAIRES_ROOT, "schema")).replaceAll("\\", "/");
  const types = `import type { Population } from "${schema}/population.ts";
export const population: Population | null;
`;
  writeFile(join(outDir, "population.d.ts"), types);
  return population;
}
