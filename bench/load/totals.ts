/**
 * The counters of a mailing: folded while it runs, as the alarm does every quarter of an hour, then proved by a rebuild.
 * Works on the server's own file, beside it, as an operator's command would.
 */
import type { D1Database } from "@cloudflare/workers-types";
import { d1 } from "../../selfhost/d1/database.ts";
import { closeDatabase, databaseFile, openDatabase } from "../../selfhost/store/open.ts";
import { findModel } from "../../worker/alarms.ts";
import { fold } from "../../worker/store/fold.ts";
import { type Rebuilt, rebuild } from "../../worker/store/rebuild.ts";

export interface Totals {
  /** Adds to the counters what has come so far; how many contributions that was. */
  readonly count: () => Promise<number>;
  /** Counts all contributions again and compares; null when the counters never stood still. */
  readonly prove: () => Promise<Rebuilt | null>;
  readonly close: () => void;
}

/** Opens the database of a running or stopped server. */
export function openTotals(dataDir: string): Totals {
  const sqlite = openDatabase(databaseFile(dataDir));
  // The worker's store knows D1 by its type only; the self-hosted database is the part of it that the store uses.
  const database = d1(sqlite) as unknown as D1Database;
  return {
    count: async () => (await fold(database, findModel)).counted,
    prove: () => rebuild(database, findModel),
    close: () => closeDatabase(sqlite),
  };
}
