/** In the place of `cloudflare:test`: an empty database, the migrations, an alarm. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pendingWork } from "../../../selfhost/pending.ts";
import { migrate } from "../../../selfhost/store/migrate.ts";
import { databaseFile } from "../../../selfhost/store/open.ts";
import { dataDir, type env } from "./workers.ts";

/** Drops everything, beside the server, which keeps its connection and sees the change. */
export async function reset(): Promise<void> {
  const sqlite = new DatabaseSync(databaseFile(dataDir), { enableForeignKeyConstraints: false });
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  for (const { name } of tables) sqlite.exec(`DROP TABLE "${name}"`);
  sqlite.close();
}

/** As the server does at its start, with a folder that holds these migrations only. */
export async function applyD1Migrations(_database: unknown, migrations: typeof env.TEST_MIGRATIONS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "diag-migrations-"));
  for (const { name, path } of migrations) cpSync(path, join(folder, name));
  const sqlite = new DatabaseSync(databaseFile(dataDir));
  const migrated = migrate(sqlite, folder);
  sqlite.close();
  rmSync(folder, { recursive: true });
  if (!migrated.ok) throw new Error(`The migration ${migrated.name} failed.`);
}

/** What a handler is given to outlive its answer. */
export function createExecutionContext() {
  return pendingWork().context;
}

export function createScheduledController({ scheduledTime, cron }: { scheduledTime: Date; cron: string }) {
  return { scheduledTime: scheduledTime.getTime(), cron, noRetry: () => {} };
}
