/**
 * Which contributions no release has shown yet. One that is taken away before any release leaves no trace: the counters,
 * and the next release, are those of a world in which it never came. Once shown, its going is a change like any other.
 */

/** The last release of the contribution's questionnaire, 0 before the first: for the SQL of `contributions`. */
const LAST_RELEASE = `coalesce((SELECT max(number) FROM releases
  WHERE releases.questionnaire = contributions.questionnaire), 0)`;

/**
 * What the fold writes: the release after which the contribution entered the counters. While everything is counted again it
 * cannot be known: all count as shown, which only hides more.
 */
export const EPOCH_NOW = `CASE (SELECT recounting FROM watermark) WHEN 0 THEN ${LAST_RELEASE} END`;

/** 1 when no release has been built since; a contribution of before the column counts as shown. */
export const IS_UNRELEASED = `coalesce(epoch = ${LAST_RELEASE}, 0)`;

/** Reads the index of those that still have one. */
const FORGET = `UPDATE contributions SET epoch = NULL WHERE id IN (
  SELECT id FROM contributions WHERE epoch IS NOT NULL AND epoch < ${LAST_RELEASE} LIMIT ?1)`;

/** Rows of one statement, and statements in one run: as the purge of receipts. */
const CHUNK = 5_000;
const MAX_CHUNKS = 40;

/** Forgets the epochs that a release has made useless: no row tells for longer between which releases it came. How many. */
export async function forgetEpochs(
  database: D1Database,
  chunk: number = CHUNK,
  maxChunks: number = MAX_CHUNKS,
): Promise<number> {
  let forgotten = 0;
  for (let turn = 0; turn < maxChunks; turn++) {
    const { meta } = await database.prepare(FORGET).bind(chunk).run();
    forgotten += meta.changes;
    if (meta.changes < chunk) break;
  }
  return forgotten;
}
