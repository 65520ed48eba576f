/**
 * `npm run finess:import -- FILE`: counts the establishments of an open FINESS extract by category and department into
 * questionnaires/population/finess.yaml. Says what was not counted, and why; writes nothing when it refuses.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { compileAll, QUESTIONNAIRES_ROOT } from "../questionnaires/compile/compile-all.ts";
import { POPULATION_FILE } from "../questionnaires/compile/population/compile.ts";
import { countExtract } from "../questionnaires/compile/population/count.ts";
import { linesOf } from "../questionnaires/compile/population/decode.ts";
import { knownCodes } from "../questionnaires/compile/population/known.ts";
import { sayCounted, sayRefusal } from "../questionnaires/compile/population/report.ts";
import { POPULATION_FOLDER } from "../questionnaires/compile/population/write.ts";
import { populationYaml } from "../questionnaires/compile/population/write-yaml.ts";

/** The questionnaire whose categories are FINESS’s. */
const QUESTIONNAIRE = "esms";

const USAGE = "npm run finess:import -- etalab-cs1100502-stock-….csv [--date 2026-05-12] [--output FILE]";

export interface Import {
  readonly file: string | undefined;
  /** Only for an extract whose first line does not say it. */
  readonly date: string | undefined;
  readonly output: string;
}

/** What to say, and whether the counts were written. */
export function importFiness({ file, date, output }: Import): {
  readonly ok: boolean;
  readonly lines: readonly string[];
} {
  if (file === undefined) return { ok: false, lines: [USAGE] };
  if (!existsSync(file)) return { ok: false, lines: [`${file} does not exist.`] };
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date))
    return { ok: false, lines: [`--date is not like 2026-05-12.`] };
  const versions = compileAll(QUESTIONNAIRES_ROOT).flatMap(({ questionnaire }) => questionnaire ?? []);
  const known = knownCodes(versions.filter(({ id }) => id === QUESTIONNAIRE));
  const counting = countExtract(linesOf(readFileSync(file)), known, date ?? null);
  if (!counting.ok) return { ok: false, lines: sayRefusal(counting.reason, counting.bad) };
  const source = basename(file).replace(/[^\w.-]/g, "_");
  writeFileSync(output, populationYaml({ questionnaire: QUESTIONNAIRE, source, counted: counting.value }));
  return {
    ok: true,
    lines: [...sayCounted(counting.value, known), `Written to ${output}: read the change before you commit it.`],
  };
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { date: { type: "string" }, output: { type: "string" } },
  });
  const output = values.output ?? join(QUESTIONNAIRES_ROOT, POPULATION_FOLDER, POPULATION_FILE);
  const { ok, lines } = importFiness({ file: positionals[0], date: values.date, output });
  for (const line of lines) (ok ? console.log : console.error)(line);
  process.exitCode = ok ? 0 : 1;
}
