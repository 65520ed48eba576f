/** What the database says of its own life, for the operator: last release, last jobs, what was purged. A few dozen rows. */
import type { PurgedKind } from "./purge-record.ts";

export interface Life {
  /** The latest release of each questionnaire, and its date. */
  readonly releases: readonly { readonly questionnaire: string; readonly builtOn: string }[];
  /** `endedAt` in seconds since 1970. */
  readonly jobs: readonly { readonly name: string; readonly endedAt: number }[];
  /** Since the beginning. */
  readonly purges: readonly { readonly kind: PurgedKind; readonly removed: number; readonly runs: number }[];
}

/** One row per questionnaire; reads one line of the index for each release: twelve a year. */
const RELEASES = `SELECT questionnaire, max(built_on) AS builtOn FROM releases GROUP BY questionnaire
  ORDER BY questionnaire LIMIT ?1`;
const JOBS = "SELECT name, ended_at AS endedAt FROM jobs ORDER BY name LIMIT ?1";
const PURGES =
  "SELECT kind, sum(removed) AS removed, sum(runs) AS runs FROM purges GROUP BY kind ORDER BY kind LIMIT ?1";

/** More than there are questionnaires, jobs or kinds. */
const MOST = 50;

/** Null when the database cannot be read. */
export async function readLife(database: D1Database): Promise<Life | null> {
  try {
    const [releases, jobs, purges] = await database.batch(
      [RELEASES, JOBS, PURGES].map((sql) => database.prepare(sql).bind(MOST)),
    );
    if (!releases || !jobs || !purges) return null;
    return { releases: releases.results, jobs: jobs.results, purges: purges.results } as unknown as Life; // as selected
  } catch {
    return null; // the operator reads it in diag_database_up
  }
}
