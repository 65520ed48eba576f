/**
 * `npm run statistics:withdraw -- before 2024-T1` or `-- channel iframe`: deletes these contributions from this machine's
 * database and takes them out of the counters. The next release shows it where at least the minimum has gone.
 */
import type { Selection } from "../worker/store/withdraw.ts";
import { type OpenDatabase, withDatabase } from "./open-database.ts";

const USAGE = "npm run statistics:withdraw -- before 2024-T1 | channel page|widget|iframe";

/** What the arguments ask to delete; null when they ask for nothing known. */
export function selectionFrom([kind, value = ""]: readonly string[]): Selection | null {
  if (kind === "before" && /^\d{4}-T[1-4]$/.test(value)) return { before: value };
  if (kind === "channel" && ["page", "widget", "iframe"].includes(value)) return { channel: value };
  return null;
}

/** How many were deleted. */
export async function withdrawSelected({ database }: OpenDatabase, selection: Selection): Promise<number> {
  const { findModel } = await import("../worker/alarms.ts"); // reads the catalogue, once it is written
  const { withdraw } = await import("../worker/store/withdraw.ts");
  return withdraw(database, findModel, selection);
}

if (import.meta.main) {
  const selection = selectionFrom(process.argv.slice(2));
  if (selection === null) {
    console.error(USAGE);
    process.exitCode = 1;
  } else {
    const deleted = await withDatabase((opened) => withdrawSelected(opened, selection));
    console.log(`${deleted} contributions deleted.`);
  }
}
