/** Writes a submission: one batch, hence one transaction, of two inserts; counted once whatever the replays. */
import type { Dependencies } from "../dependencies.ts";
import type { Contribution } from "./contribution.ts";
import type { Receipt } from "./receipt.ts";
import { withRetries } from "./retry.ts";

/** `first`: counted now. `replay`: counted before. `unavailable`: not known to be counted; try again with the same key. */
export type Recorded = "first" | "replay" | "unavailable";

/** The primary key decides, without a read: a known receipt changes nothing. */
const INSERT_RECEIPT = "INSERT INTO receipts (key_hash, day) VALUES (?1, ?2) ON CONFLICT (key_hash) DO NOTHING";

/** `changes()` is the number of rows of the statement before: 1 for a new receipt, 0 for a known one. */
const INSERT_CONTRIBUTION = `INSERT INTO contributions
  (id, period, questionnaire, version, territory, channel, campaign, profile, answers)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE changes() = 1`;

/** Records the contribution unless its receipt is known. A reply that was lost ends as `replay` on the next try. */
export async function record(
  database: D1Database,
  receipt: Receipt,
  contribution: Contribution,
  dependencies: Dependencies,
): Promise<Recorded> {
  const { id, period, questionnaire, version, territory, channel, campaign, profile, answers } = contribution;
  const results = await withRetries(dependencies, () =>
    database.batch([
      database.prepare(INSERT_RECEIPT).bind(receipt.keyHash, receipt.day),
      database
        .prepare(INSERT_CONTRIBUTION)
        .bind(id, period, questionnaire, version, territory, channel, campaign, profile, answers),
    ]),
  );
  if (results === null) return "unavailable";
  return results[1]?.meta.changes === 1 ? "first" : "replay";
}
