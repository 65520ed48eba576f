/** What a purge leaves behind: what was deleted, how many, until when. Written in the batch that deletes, never beside it. */
import { dayNumber, quarter } from "./day.ts";

export type PurgedKind = "receipts" | "contributions";

/** Which purge: of what, on which day, and the first day or quarter that it keeps. */
export interface Purge {
  readonly kind: PurgedKind;
  readonly now: Date;
  readonly keptFrom: string;
}

/** `changes()` is the number of rows of the statement before, which deletes: the count and the deletion stand or fall together. */
const ADD_REMOVED = `INSERT INTO purges (kind, quarter, removed, runs, last_day, kept_from, finished)
  VALUES (?1, ?2, changes(), 0, ?3, ?4, 0) ON CONFLICT (kind, quarter) DO UPDATE SET removed = removed + excluded.removed,
  last_day = excluded.last_day, kept_from = excluded.kept_from, finished = 0`;

const END_RUN = `INSERT INTO purges (kind, quarter, removed, runs, last_day, kept_from, finished)
  VALUES (?1, ?2, 0, 1, ?3, ?4, ?5) ON CONFLICT (kind, quarter) DO UPDATE SET runs = runs + 1,
  last_day = excluded.last_day, kept_from = excluded.kept_from, finished = excluded.finished`;

/** Must follow the statement that deletes, in its batch. */
export function addRemoved(database: D1Database, { kind, now, keptFrom }: Purge): D1PreparedStatement {
  return database.prepare(ADD_REMOVED).bind(kind, quarter(now), dayNumber(now), keptFrom);
}

/** Notes that a run ended, and whether nothing was left to delete. */
export async function endRun(database: D1Database, { kind, now, keptFrom }: Purge, finished: boolean): Promise<void> {
  await database
    .prepare(END_RUN)
    .bind(kind, quarter(now), dayNumber(now), keptFrom, finished ? 1 : 0)
    .run();
}
