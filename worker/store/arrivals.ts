/** How many contributions came today and on the days before, from the receipts alone: nothing more is kept for it. */
import { log } from "../http/log.ts";
import { VOLUME_DAYS, type Volume, volumeOf } from "../statistics/volume.ts";
import { dayNumber } from "./day.ts";

/** Reads the index on `day`; the receipts are those of a week. */
const READ_DAYS = "SELECT day, count(*) AS n FROM receipts WHERE day BETWEEN ?1 AND ?2 GROUP BY day";

/** The volume of the day of this clock, in UTC. */
export async function readVolume(database: D1Database, now: Date): Promise<Volume> {
  const today = dayNumber(now);
  const { results } = await database
    .prepare(READ_DAYS)
    .bind(today - VOLUME_DAYS, today)
    .all<{ day: number; n: number }>();
  const on = (day: number) => results.find((one) => one.day === day)?.n ?? 0;
  return volumeOf(
    on(today),
    Array.from({ length: VOLUME_DAYS }, (_, index) => on(today - 1 - index)),
  );
}

/** Says an unusual volume to the operator, at each look while it lasts. */
export async function watchVolume(database: D1Database, now: Date): Promise<Volume> {
  const volume = await readVolume(database, now);
  if (volume.unusual) log("volume-unusual", { today: volume.today, usual: volume.usual });
  return volume;
}
