/**
 * Deletes the copies that this server made by itself (before an upgrade, at a restore) once D1 would have forgotten them too:
 * they hold what the purge has deleted since. Never touches a backup that a person named.
 */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** As RECOVERY_DAYS of worker/store/retention.ts, which this folder is installed without; a test compares them. */
export const COPY_DAYS = 30;

const DAY_MS = 86_400_000;

/** `before-0002_statistics.sqlite`, `replaced-2026-11-22T08-00-00-000Z.sqlite`. */
const OWN_COPY = /^(?:before-\d{4}_\w+|replaced-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z))\.sqlite$/;

/** The names of the copies that were deleted. */
export function forgetCopies(dataDir: string, now: Date): readonly string[] {
  const old = readdirSync(dataDir).filter((name) => {
    const found = OWN_COPY.exec(name);
    if (found === null) return false;
    const [, hour, minutes, seconds, rest] = found;
    // A replaced file is older than its replacement: its name says when. A copy is as old as its file.
    const made =
      hour === undefined ? statSync(join(dataDir, name)).mtimeMs : Date.parse(`${hour}:${minutes}:${seconds}.${rest}`);
    return now.getTime() - made > COPY_DAYS * DAY_MS;
  });
  for (const name of old) rmSync(join(dataDir, name), { force: true });
  return old;
}
