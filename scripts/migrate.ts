/** Applies the migrations of worker/migrations to a D1 database, each once, in the table that wrangler uses too. */
import { readD1Migrations } from "@cloudflare/vitest-pool-workers";
import type { D1Database } from "@cloudflare/workers-types";

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`;

/** Each migration is one batch, so that a failing one leaves nothing half done. */
export async function migrate(database: D1Database, folder: string): Promise<void> {
  await database.prepare(CREATE_TABLE).run();
  const { results } = await database.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  for (const { name, queries } of await readD1Migrations(folder)) {
    if (applied.has(name)) continue;
    const record = database.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name);
    await database.batch([...queries.map((query) => database.prepare(query)), record]);
  }
}
