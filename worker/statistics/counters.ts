/**
 * Counters: sums over contributions, by table, cell and measure. They are all that a release reads, so that its cost
 * follows the cells and not the contributions. docs/statistics.md bounds their number.
 */

/** One sum, or one increment of it. */
export interface Counter {
  readonly questionnaire: string;
  readonly table: string;
  /** The codes of its line and column, joined by `|`. */
  readonly cell: string;
  readonly measure: string;
  readonly value: number;
}

/** Between the codes of a cell; no code holds it. */
export const BETWEEN_CODES = "|";

/** Between the parts of a key; not printable, hence in no code. */
const BETWEEN_PARTS = "\u001f";

/** A sum per key, in memory. */
export type Counters = Map<string, number>;

/** Adds `value` to one counter. */
export function add(
  counters: Counters,
  questionnaire: string,
  table: string,
  cell: string,
  measure: string,
  value = 1,
): void {
  const key = `${questionnaire}${BETWEEN_PARTS}${table}${BETWEEN_PARTS}${cell}${BETWEEN_PARTS}${measure}`;
  counters.set(key, (counters.get(key) ?? 0) + value);
}

/** The counters as a list; those at zero are left out, as in the database. */
export function listed(counters: Counters): readonly Counter[] {
  const list: Counter[] = [];
  for (const [key, value] of counters) {
    const [questionnaire = "", table = "", cell = "", measure = ""] = key.split(BETWEEN_PARTS);
    if (value !== 0) list.push({ questionnaire, table, cell, measure, value });
  }
  return list;
}

/** The same counters with the opposite sign: what a deletion adds. */
export function negated(counters: readonly Counter[]): readonly Counter[] {
  return counters.map((one) => ({ ...one, value: -one.value }));
}

/** What must be added to `stored` to obtain `right`: empty when they are equal. */
export function differences(right: readonly Counter[], stored: readonly Counter[]): readonly Counter[] {
  const sum: Counters = new Map();
  for (const { questionnaire, table, cell, measure, value } of right)
    add(sum, questionnaire, table, cell, measure, value);
  for (const { questionnaire, table, cell, measure, value } of stored)
    add(sum, questionnaire, table, cell, measure, -value);
  return listed(sum);
}
