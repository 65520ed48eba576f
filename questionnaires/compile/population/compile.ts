/** `population/finess.yaml` compiled: the margins that releases need, or findings. Without the file there is no population. */
import * as v from "valibot";
import type { Questionnaire } from "../../schema/compiled.ts";
import type { Population } from "../../schema/population.ts";
import { parseShape } from "../authored.ts";
import { error, type Finding, hasErrors } from "../findings.ts";
import type { SourceFile } from "../source.ts";
import { knownCodes } from "./known.ts";

export const POPULATION_FILE = "finess.yaml";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const PopulationFileSchema = v.strictObject({
  questionnaire: v.string(),
  source: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  extractedOn: v.pipe(v.string(), v.isoDate()),
  counts: v.record(
    v.pipe(v.string(), v.regex(/^\d{3}$/)),
    v.record(v.pipe(v.string(), v.regex(/^[0-9AB]{2,3}$/)), count),
  ),
});

export interface PopulationCompilation {
  /** Null without a file, and when a finding is an error. */
  readonly population: Population | null;
  readonly findings: readonly Finding[];
}

/** `questionnaires` are all versions of all questionnaires. */
export function compilePopulation(
  folder: string,
  files: readonly SourceFile[],
  questionnaires: readonly Questionnaire[],
): PopulationCompilation {
  const file = files.find(({ name }) => name === POPULATION_FILE);
  if (file === undefined) return { population: null, findings: [] };
  const findings: Finding[] = [];
  const part = parseShape(`${folder}/${file.name}`, file.text, PopulationFileSchema, findings);
  if (part === null) return { population: null, findings };
  const { questionnaire, source, extractedOn, counts } = part.data;
  const known = knownCodes(questionnaires.filter(({ id }) => id === questionnaire));
  const unknown = (code: string, path: readonly string[], what: string) =>
    findings.push(
      error(
        { file: part.source.file, line: part.source.lineOf(["counts", ...path]) },
        "unknown-value",
        `le questionnaire ${questionnaire} ne connaît pas ${what} ${code}`,
        "importez de nouveau l’extrait : npm run finess:import",
      ),
    );
  const categories: Record<string, number> = {};
  const departments: Record<string, number> = {};
  let total = 0;
  for (const [category, row] of Object.entries(counts)) {
    if (!known.categories.has(category)) unknown(category, [category], "la catégorie");
    for (const [department, number] of Object.entries(row)) {
      if (!known.departments.has(department)) unknown(department, [category, department], "le département");
      categories[category] = (categories[category] ?? 0) + number;
      departments[department] = (departments[department] ?? 0) + number;
      total += number;
    }
  }
  if (hasErrors(findings)) return { population: null, findings };
  return { population: { questionnaire, source, extractedOn, categories, departments, total }, findings };
}
