/** Reads for routes that can answer nothing without the database: its failure has a name, so that it is said as what it is. */

/** The database could not be reached, or refused. It carries no message: that of D1 may quote what was asked. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/** The result; throws `StoreUnavailable` when the database fails. D1 has then tried reads again by itself. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new StoreUnavailable();
  }
}
