/**
 * `npm run statistics:withdraw -- before 2024-T1` or `-- channel iframe`: deletes these contributions from this machine's
 * database and takes them out of the counters. The next release shows it where at least the minimum has gone.
 */
import { writeCatalogue } from "../questionnaires/compile/write-catalogue.ts";
import type { Selection } from "../worker/store/withdraw.ts";
import { LOCAL, openDatabase } from "./open-database.ts";

const USAGE = "npm run statistics:withdraw -- before 2024-T1 | channel page|widget|iframe";

/** What the arguments ask to delete; null when they ask for nothing known. */
export function selectionFrom([kind, value = ""]: readonly string[]): Selection | null {
  if (kind === "before" && /^\d{4}-T[1-4]$/.test(value)) return { before: value };
  if (kind === "channel" && ["page", "widget", "iframe"].includes(value)) return { channel: value };
  return null;
}

/** How many were deleted. */
export async function withdrawLocally(selection: Selection, persist: string | null = LOCAL): Promise<number> {
  writeCatalogue();
  const { findModel } = await import("../worker/alarms.ts"); // reads the catalogue that was just written
  const { withdraw } = await import("../worker/store/withdraw.ts");
  const { database, close } = await openDatabase(persist);
  try {
    return await withdraw(database, findModel, selection);
  } finally {
    await close();
  }
}

if (import.meta.main) {
  const selection = selectionFrom(process.argv.slice(2));
  if (selection === null) {
    console.error(USAGE);
    process.exitCode = 1;
  } else console.log(`${await withdrawLocally(selection)} contributions deleted.`);
}
