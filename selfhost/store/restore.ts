/** `npm run restore -- FILE`: puts a backup, or an export of D1, in the place of the database, which is set aside. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { copyDatabase, flush, isSound } from "./copy.ts";
import { lockFolder } from "./lock.ts";
import { appliedMigrations, migrate } from "./migrate.ts";
import { closeDatabase, databaseFile, makeDataDirectory, openDatabase } from "./open.ts";

export interface Restoration {
  readonly dataDir: string;
  /** A copy made by `backup`, or the SQL that `wrangler d1 export` wrote. */
  readonly file: string | undefined;
  readonly migrations: string;
  readonly now: Date;
}

export interface Told {
  readonly ok: boolean;
  readonly sentence: string;
}

/** What to say. The database that was there stays in the folder, under another name; on a refusal nothing changes. */
export function restore({ dataDir, file, migrations, now }: Restoration): Told {
  if (!file) return refuse("Say which copy to restore: npm run restore -- /backups/diag.sqlite");
  const source = resolve(file);
  if (!existsSync(source)) return refuse(`${source} does not exist.`);
  makeDataDirectory(dataDir);
  const unlock = lockFolder(dataDir);
  if (unlock === null) return refuse(`A server uses ${dataDir}: stop it first.`);
  const ready = join(dataDir, "restoring.sqlite");
  try {
    rmSync(ready, { force: true });
    const refusal = prepare(source, ready, migrations);
    return refusal === null ? swap(dataDir, ready, now) : refuse(refusal);
  } finally {
    for (const left of [ready, `${ready}-wal`, `${ready}-shm`]) rmSync(left, { force: true });
    unlock();
  }
}

/** A copy of the source, moved forward to this code; or why it cannot be. */
function prepare(source: string, ready: string, migrations: string): string | null {
  if (source.endsWith(".sql")) {
    const refusal = load(source, ready);
    if (refusal !== null) return refusal;
  } else {
    if (!isSound(source)) return `${source} is not a sound database: choose another copy.`;
    const original = new DatabaseSync(source);
    copyDatabase(original, ready);
    original.close();
  }
  const sqlite = openDatabase(ready);
  try {
    if (appliedMigrations(sqlite).length === 0) return `${source} is not a database of this service.`;
    const moved = migrate(sqlite, migrations);
    if (moved.ok) return null;
    if (moved.reason === "newer")
      return `${source} comes from a newer version of this service: install that one first.`;
    return `The migration ${moved.name} failed on ${source}: ${moved.message}`;
  } finally {
    closeDatabase(sqlite);
  }
}

function load(source: string, ready: string): string | null {
  const sqlite = new DatabaseSync(ready);
  try {
    sqlite.exec(readFileSync(source, "utf8"));
    return null;
  } catch (error) {
    return `${source} cannot be read as SQL: ${error instanceof Error ? error.message : error}`;
  } finally {
    sqlite.close();
  }
}

/** The file takes its place in one step; at no moment is there no database. */
function swap(dataDir: string, ready: string, now: Date): Told {
  const file = databaseFile(dataDir);
  flush(ready);
  if (!existsSync(file)) {
    renameSync(ready, file);
    return { ok: true, sentence: "Restored." };
  }
  closeDatabase(openDatabase(file));
  if (existsSync(`${file}-wal`)) return refuse(`Another program has ${file} open: close it first.`);
  const aside = join(dataDir, `replaced-${now.toISOString().replace(/[:.]/g, "-")}.sqlite`);
  linkSync(file, aside);
  renameSync(ready, file);
  flush(dataDir);
  return { ok: true, sentence: `Restored; what was there before is ${aside}: delete it when you are sure.` };
}

function refuse(sentence: string): Told {
  return { ok: false, sentence };
}
