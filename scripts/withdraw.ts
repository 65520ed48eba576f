/**
 * `npm run statistics:withdraw -- before 2024-T1` or `-- channel iframe`: deletes these contributions and takes them
 * out of the counters. The next release shows it where at least the minimum has gone. `--data DIR` or `--remote`: on another
 * database.
 */
import type { Selection } from "../worker/store/withdraw.ts";
import { commandLine, runOnDatabase } from "./database/command-line.ts";
import type { OpenDatabase } from "./open-database.ts";

const USAGE = "npm run statistics:withdraw -- before 2024-T1 | channel page|widget|iframe [--data DIR | --remote]";

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
  const line = commandLine(process.argv.slice(2), true);
  const selection = line.ok ? selectionFrom(line.value.words) : null;
  if (!line.ok || selection === null) {
    console.error(line.ok ? USAGE : line.sentence);
    process.exitCode = 1;
  } else {
    const deleted = await runOnDatabase(line, (opened) => withdrawSelected(opened, selection));
    if (deleted !== null) console.log(`${deleted} contributions deleted.`);
  }
}
