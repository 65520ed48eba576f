/** Reads contributions as statistics need them: what is kept, and the key only to say which rows are meant. */
import type { Kept } from "../statistics/recalculate.ts";

/** A contribution and its key, in hexadecimal: JSON has no bytes. */
export interface KeptRow extends Kept {
  readonly id: string;
}

/** The columns of a `KeptRow`. */
export const KEPT_COLUMNS =
  "hex(id) AS id, period, questionnaire, version, territory, channel, profile, answers" as const;

/** The keys of a list of rows, as a condition on `id` with one parameter. */
export const ID_IN_LIST = "id IN (SELECT unhex(value) FROM json_each(?1))";

/** The parameter of `ID_IN_LIST`. */
export function idList(rows: readonly KeptRow[]): string {
  return JSON.stringify(rows.map(({ id }) => id));
}
