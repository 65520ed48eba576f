/** The data file that an import writes and git reviews: one line per category, codes and counts only. */
import type { Counted } from "./count.ts";

export interface Imported {
  readonly questionnaire: string;
  /** The name of the extract's file, without its folder. */
  readonly source: string;
  readonly counted: Pick<Counted, "extractedOn" | "counts">;
}

/** The same extract always gives the same bytes. */
export function populationYaml({ questionnaire, source, counted: { extractedOn, counts } }: Imported): string {
  const lines = [...counts].sort(byCode).map(([category, departments]) => {
    const cells = [...departments].sort(byCode).map(([code, number]) => `"${code}": ${number}`);
    return `  "${category}": { ${cells.join(", ")} }`;
  });
  return [
    "# Nombre d’établissements par catégorie et département. Écrit par npm run finess:import ; ne pas modifier à la main.",
    `questionnaire: ${JSON.stringify(questionnaire)}`,
    `source: ${JSON.stringify(source)}`,
    `extractedOn: ${JSON.stringify(extractedOn)}`,
    "counts:",
    ...lines,
    "",
  ].join("\n");
}

function byCode([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
