/** When each scheduled job last ended well: the hour it was set for, which tells nothing of any submission. */

export type Job = "fold" | "purge" | "release";

/** A job that rings late never sets the clock back. */
const NOTE = `INSERT INTO jobs (name, ended_at) VALUES (?1, ?2)
  ON CONFLICT (name) DO UPDATE SET ended_at = max(ended_at, excluded.ended_at)`;

/** Notes the end of a job, in seconds since 1970. */
export async function noteJob(database: D1Database, job: Job, at: Date): Promise<void> {
  await database
    .prepare(NOTE)
    .bind(job, Math.floor(at.getTime() / 1000))
    .run();
}
