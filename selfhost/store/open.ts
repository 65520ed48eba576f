/** Opens the database file the way a server must: what was answered « counted » survives a power cut. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The file of the database, in the data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, "diag.sqlite");
}

/** How long a statement waits for another program that holds the file (a backup, a person), in milliseconds. */
const BUSY_MS = 2000;

/** Creates what is missing. FULL: each commit reaches the disk before it is answered; WAL: a backup stops nobody. */
export function openDatabase(file: string): DatabaseSync {
  const sqlite = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_MS });
  sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  return sqlite;
}

/** Leaves one file: what the journal holds is written into it first. */
export function closeDatabase(sqlite: DatabaseSync): void {
  sqlite.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite.close();
}

/** The data folder, readable by its owner only: contributions are confidential (security.md §4). */
export function makeDataDirectory(dataDir: string): void {
  process.umask(0o077);
  mkdirSync(dataDir, { recursive: true });
}
