/** In the place of `cloudflare:test`: an empty database, the migrations, an alarm. */
import { env } from "./workers.ts";

const database = env.DB;

/** Empties every table: the server keeps its connection, hence its tables. */
export async function reset(): Promise<void> {
  const { results } = await database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'd1_migrations'",
    )
    .all();
  await database.batch(results.map(({ name }) => database.prepare(`DELETE FROM "${name}"`)));
}

/** The server has applied them at its start. */
export async function applyD1Migrations(): Promise<void> {}

export function createScheduledController({ scheduledTime, cron }: { scheduledTime: Date; cron: string }) {
  return { scheduledTime: scheduledTime.getTime(), cron, noRetry: () => {} };
}
