/** Forgets the receipts that have done their time, in bounded pieces. Run once a day; harmless if run twice. */
import type { Dependencies } from "../dependencies.ts";
import { log } from "../http/log.ts";
import { dayNumber } from "./day.ts";
import { RECEIPT_DAYS } from "./receipt.ts";

/** Rows deleted by one statement, and statements in one run: far below D1's 30 s and 50 queries per invocation. */
const CHUNK = 5_000;
const MAX_CHUNKS = 40;

/** Reads only what it deletes: the index on `day` leads to it. */
const DELETE_RECEIPTS = `DELETE FROM receipts
  WHERE key_hash IN (SELECT key_hash FROM receipts WHERE day < ?1 ORDER BY day LIMIT ?2)`;

/** Deletes receipts older than seven days; returns how many. What one run leaves, the next one takes. */
export async function purgeReceipts(
  database: D1Database,
  { now }: Pick<Dependencies, "now">,
  chunk: number = CHUNK,
  maxChunks: number = MAX_CHUNKS,
): Promise<number> {
  const firstKept = dayNumber(now()) - RECEIPT_DAYS;
  let purged = 0;
  for (let turn = 0; turn < maxChunks; turn++) {
    const { meta } = await database.prepare(DELETE_RECEIPTS).bind(firstKept, chunk).run();
    purged += meta.changes;
    if (meta.changes < chunk) break;
  }
  log("receipts-purged", { purged });
  return purged;
}
