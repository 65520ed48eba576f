/** A list of records of one shape, as one list per key: its keys are said once, and like stands beside like for gzip. */

export type Columns<T> = { readonly [K in keyof T]: readonly T[K][] };

/** Every record has the keys of the first one. */
export function columnsOf<T extends object>(rows: readonly T[]): Columns<T> {
  const keys = Object.keys(rows[0] ?? {}) as (keyof T)[]; // the rows are made by us, all alike
  return Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])])) as unknown as Columns<T>; // by construction
}

/** The records again. */
export function rowsOf<T extends object>(columns: Columns<T>): readonly T[] {
  const all = Object.entries<readonly unknown[]>(columns);
  return (all[0]?.[1] ?? []).map(
    (_, place) => Object.fromEntries(all.map(([key, values]) => [key, values[place]])) as T, // what columnsOf took apart
  );
}
