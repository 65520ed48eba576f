/** Values on their way in and out of the database, as D1 takes and gives them: no more, no less. */
import type { SQLInputValue, SQLOutputValue } from "node:sqlite";

/** D1 binds at most 100 parameters (developers.cloudflare.com/d1/platform/limits). */
const MAX_PARAMETERS = 100;

/** What may be bound, or an error: D1 refuses `undefined` and anything that is not a value of SQLite. */
export function toSqlite(values: readonly unknown[]): readonly SQLInputValue[] {
  if (values.length > MAX_PARAMETERS) throw new Error(`D1_ERROR: too many SQL variables: ${values.length}`);
  return values.map((value) => {
    if (value === null || typeof value === "string" || typeof value === "number") return value;
    if (typeof value === "boolean") return value ? 1 : 0;
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    throw new Error(`D1_TYPE_ERROR: Type '${typeof value}' not supported for value '${String(value)}'`);
  });
}

/** A value as D1 returns it: bytes come out as a list of numbers. */
export function fromSqlite(value: SQLOutputValue): unknown {
  return value instanceof Uint8Array ? [...value] : value;
}
