/**
 * Copies a database to a file, whole, at one moment, while a server writes to it. Rows that were deleted are not in the
 * copy: what the service forgot is not kept in its backups.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Writes beside the target, checks, then renames: a copy that exists is complete. Throws when the disk refuses. */
export function copyDatabase(sqlite: DatabaseSync, target: string): void {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  sqlite.prepare("VACUUM INTO ?1").run(part);
  if (!isSound(part)) throw new Error(`${part} is not a sound copy.`);
  flush(part);
  renameSync(part, target);
  flush(dirname(target));
}

/** Whether the file is a SQLite database without a fault. */
export function isSound(file: string): boolean {
  if (!existsSync(file)) return false;
  const sqlite = new DatabaseSync(file, { readOnly: true });
  try {
    return sqlite.prepare("PRAGMA integrity_check").get()?.integrity_check === "ok";
  } catch {
    return false;
  } finally {
    sqlite.close();
  }
}

/** Waits until the disk has it. */
export function flush(path: string): void {
  const descriptor = openSync(path, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}
