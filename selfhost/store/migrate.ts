/**
 * Brings a database to the version of this code: the migrations of the worker, each once and in one transaction, in the
 * table that wrangler uses too, so that a database exported from D1 goes on where it stood.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { inTransaction } from "../d1/transaction.ts";

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`;

export type Migrated =
  | { readonly ok: true; readonly applied: readonly string[] }
  /** The database knows migrations that this code does not: it belongs to a newer version. */
  | { readonly ok: false; readonly reason: "newer"; readonly name: string }
  /** This migration could not be applied; those before it were. */
  | { readonly ok: false; readonly reason: "failed"; readonly name: string; readonly message: string };

/** Applies what is missing. `before` runs once, before the first change to a database that already holds something. */
export function migrate(
  sqlite: DatabaseSync,
  folder: string,
  before: (firstMissing: string) => void = () => {},
): Migrated {
  const known = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const done = appliedMigrations(sqlite);
  const newer = done.find((name) => !known.includes(name));
  if (newer !== undefined) return { ok: false, reason: "newer", name: newer };
  const missing = known.filter((name) => !done.includes(name));
  if (missing[0] !== undefined && done.length > 0) before(missing[0]);
  for (const name of missing) {
    try {
      inTransaction(sqlite, () => {
        sqlite.exec(readFileSync(join(folder, name), "utf8"));
        sqlite.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").run(name);
      });
    } catch (error) {
      return { ok: false, reason: "failed", name, message: String(error) };
    }
  }
  return { ok: true, applied: missing };
}

/** The names of the migrations that the database went through, in order. */
export function appliedMigrations(sqlite: DatabaseSync): readonly string[] {
  sqlite.exec(CREATE_TABLE);
  return sqlite
    .prepare("SELECT name FROM d1_migrations ORDER BY id")
    .all()
    .map(({ name }) => String(name));
}
