/**
 * One server per data folder, and no restore under a running one. The lock is a lock of SQLite on a file of its own: the
 * system releases it with the process, however that ends, so that a crash never leaves a lock behind.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Frees the folder; null when another process has it. */
export function lockFolder(dataDir: string): (() => void) | null {
  const lock = new DatabaseSync(join(dataDir, "lock.sqlite"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return () => lock.close();
  } catch {
    lock.close();
    return null;
  }
}
