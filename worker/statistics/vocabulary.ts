/** The codes that a dimension may take and their French names: all of them are listed, so that an absence tells nothing. */
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { Population } from "../../questionnaires/schema/population.ts";
import { NONE } from "./count.ts";
import { type Dimension, VALUE_LABELS } from "./plan.ts";
import type { Named } from "./published.ts";

/**
 * What is known of a questionnaire's codes: its versions, newest first, and the territories of the deployment name them; the
 * population, if an extract was imported, says how many establishments have each.
 */
export interface Vocabulary {
  readonly versions: readonly Questionnaire[];
  readonly territories: readonly Named[];
  readonly population?: Population | null;
}

/** The values of a dimension, known ones first, then those met in the counters only. */
export function valuesOf(dimension: Dimension, vocabulary: Vocabulary, met: Iterable<string>): readonly Named[] {
  const values = new Map<string, Named>();
  const others = [...met].sort().map((code) => ({ code, label: code === NONE ? VALUE_LABELS.none : code }));
  for (const one of [...known(dimension, vocabulary), ...others]) if (!values.has(one.code)) values.set(one.code, one);
  return [...values.values()];
}

function known({ from, variable }: Dimension, { versions, territories }: Vocabulary): readonly Named[] {
  const none = { code: NONE, label: VALUE_LABELS.none };
  if (from === "territory") return [...territories, none];
  if (from === "version") return versions.map(({ version }) => ({ code: version, label: version }));
  if (from === "period") return [];
  return versions.flatMap((questionnaire) => {
    const found = questionnaire.profile.find(({ id }) => id === variable);
    const options = found?.options.map(({ value, label }) => ({ code: value, label })) ?? [];
    return found?.optional ? [...options, none] : options;
  });
}
