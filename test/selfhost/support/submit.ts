/** Submissions to a running server, and what its database holds of them. */
import { DatabaseSync } from "node:sqlite";
import { databaseFile } from "../../../selfhost/store/open.ts";
import { newKey } from "../../worker/support/key.ts";
import { complete } from "../../worker/support/samples.ts";

/** A complete diagnostic, as JSON. */
export const BODY = JSON.stringify(complete());

/** Sends a contribution; the status of the answer. */
export async function submit(origin: string, key = newKey()): Promise<number> {
  const response = await fetch(`${origin}/api/v1/contributions`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: BODY,
  });
  await response.arrayBuffer();
  return response.status;
}

/** How many receipts and contributions a database file holds. */
export function held(file: string) {
  const sqlite = new DatabaseSync(file, { readOnly: true });
  const count = (table: string) => Number(sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
  const counts = { receipts: count("receipts"), contributions: count("contributions") };
  sqlite.close();
  return counts;
}

/** The same, of a data folder. */
export function heldIn(dataDir: string) {
  return held(databaseFile(dataDir));
}
