/** Writes a submission: one batch, hence one transaction, of two inserts; counted once whatever the replays. */
import type { Dependencies } from "../dependencies.ts";
import type { Contribution } from "./contribution.ts";
import type { Receipt } from "./receipt.ts";
import { HALF_ANSWERED, withRetries } from "./retry.ts";

/** `first`: counted now. `replay`: counted before. `unavailable`: not known to be counted; try again with the same key. */
export type Recorded = "first" | "replay" | "unavailable";

/** The primary key decides, without a read: a known receipt changes nothing. */
const INSERT_RECEIPT = "INSERT INTO receipts (key_hash, day) VALUES (?1, ?2) ON CONFLICT (key_hash) DO NOTHING";

/** `changes()` is the number of rows of the statement before: 1 for a new receipt, 0 for a known one. */
const INSERT_CONTRIBUTION = `INSERT INTO contributions
  (id, period, questionnaire, version, territory, channel, campaign, profile, answers)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE changes() = 1`;

/** In milliseconds: less than the page waits for its answer (15 s), so that it is told rather than cut off. */
const PATIENCE = 10_000;

/** Records the contribution unless its receipt is known. A reply that was lost ends as `replay` on the next try. */
export async function record(
  database: D1Database,
  receipt: Receipt,
  contribution: Contribution,
  dependencies: Dependencies,
): Promise<Recorded> {
  const { id, period, questionnaire, version, territory, channel, campaign, profile, answers } = contribution;
  const recorded = withRetries(dependencies, async () => {
    const results = await database.batch([
      database.prepare(INSERT_RECEIPT).bind(receipt.keyHash, receipt.day),
      database
        .prepare(INSERT_CONTRIBUTION)
        .bind(id, period, questionnaire, version, territory, channel, campaign, profile, answers),
    ]);
    const changes = results[1]?.meta?.changes;
    if (changes === undefined) throw new Error(HALF_ANSWERED);
    return changes === 1 ? ("first" as const) : ("replay" as const);
  });
  return (await dependencies.within(PATIENCE, recorded)) ?? "unavailable"; // given up, or too late
}
