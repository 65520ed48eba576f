/** What an import says: what was counted, what was not and why. No name, no number of any establishment. */
import type { BadLine, Counted, Known, Refusal } from "./count.ts";

/** Bad lines that are printed; the rest is counted. */
const PRINTED = 20;

const REFUSALS: Readonly<Record<Refusal, string>> = {
  "no-date": "The first line does not date the extract (finess;etalab;…;2026-05-12): add -- --date 2026-05-12",
  "no-establishment":
    "No establishment of the questionnaire’s categories was found: is this etalab-cs1100502-stock-….csv?",
  "too-many-bad":
    "More than one line in a hundred cannot be read: is this etalab-cs1100502-stock-….csv? Nothing is written.",
};

/** Why nothing was written. */
export function sayRefusal(reason: Refusal, bad: readonly BadLine[]): readonly string[] {
  return [...sayBad(bad), REFUSALS[reason]];
}

/** Everything that someone who reviews the counts should know. */
export function sayCounted(counted: Counted, { categories }: Known): readonly string[] {
  const { extractedOn, counts, total, read, bad, duplicates, notOpen, unknown, elsewhere, outside } = counted;
  const absent = [...categories].filter((code) => !counts.has(code)).sort();
  return [
    ...sayBad(bad),
    `Extract of ${extractedOn}: ${read} establishments read, ${total} counted in ${counts.size} categories.`,
    ...(elsewhere > 0 ? [`${elsewhere} of other families (hospitals, pharmacies…): not counted.`] : []),
    ...(duplicates > 0 ? [`${duplicates} lines repeat a FINESS number: counted once.`] : []),
    ...(notOpen > 0 ? [`${notOpen} open after the extract: not counted.`] : []),
    ...sorted(outside).map(
      ([code, number]) => `department ${code}, unknown to the questionnaire: ${number} not counted.`,
    ),
    ...sorted(unknown).map(
      ([code, number]) => `category ${code}, unknown to the questionnaire: ${number} not counted.`,
    ),
    ...(absent.length > 0 ? [`No establishment of these categories: ${absent.join(", ")}.`] : []),
  ];
}

function sayBad(bad: readonly BadLine[]): readonly string[] {
  const more = bad.length > PRINTED ? [`… and ${bad.length - PRINTED} more lines.`] : [];
  return [...bad.slice(0, PRINTED).map(({ line, reason }) => `line ${line}: ${reason}; not counted.`), ...more];
}

function sorted(map: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}
