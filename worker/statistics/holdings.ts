/** The counters of one questionnaire, arranged as a release reads them: the vector of each cell, line and total. */
import { BETWEEN_CODES, type Counter } from "./counters.ts";
import { plus, type Vector } from "./figures.ts";
import type { TablePlan } from "./plan.ts";

/** The vectors of a table, by cell code. */
export type Vectors = ReadonlyMap<string, Vector>;

/** The vectors of each table of a questionnaire. */
export function vectorsByTable(counters: readonly Counter[], questionnaire: string): ReadonlyMap<string, Vectors> {
  const tables = new Map<string, Map<string, Record<string, number>>>();
  for (const one of counters) {
    if (one.questionnaire !== questionnaire) continue;
    const table = tables.get(one.table) ?? new Map<string, Record<string, number>>();
    tables.set(one.table, table);
    const vector = table.get(one.cell) ?? {};
    table.set(one.cell, vector);
    vector[one.measure] = one.value;
  }
  return tables;
}

/** The margin of a dimension: summed over a table that has it; every table gives the same (a test compares them). */
export function margin(vectors: Vectors, { rows, columns }: TablePlan, dimension: string): Vectors {
  if (columns === null) return vectors;
  const place = rows.id === dimension ? 0 : 1;
  const groups = Map.groupBy(vectors, ([cell]) => cell.split(BETWEEN_CODES)[place] ?? "");
  return new Map([...groups].map(([code, cells]) => [code, plus(cells.map(([, vector]) => vector))]));
}
