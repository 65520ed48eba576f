/** All or nothing, and errors that say what D1 would say. */
import type { DatabaseSync } from "node:sqlite";

/** Runs `work` in a transaction that writes from its start; undone whole when it throws. */
export function inTransaction<T>(sqlite: DatabaseSync, work: () => T): T {
  told(() => sqlite.exec("BEGIN IMMEDIATE"));
  try {
    const done = work();
    told(() => sqlite.exec("COMMIT"));
    return done;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}

/** The errors of SQLite under the name that D1 gives them. */
export function told<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`D1_ERROR: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
