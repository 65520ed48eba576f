/**
/**
 * `npm run statistics:withdraw -- before 2024-T1`, or `-- channel iframe territory ara period 2026-T4 campaign none`: deletes
 * the contributions that all of this describes and takes them out of the counters. What no release has shown goes without a
 * trace; the rest, where at least the minimum has gone. `-- list` says where they came from. `--data DIR` or `--remote`: on
 * another database.
 */
import type { Selection, Source } from "../worker/store/selection.ts";
import { commandLine, runOnDatabase } from "./database/command-line.ts";
import type { OpenDatabase } from "./open-database.ts";

const USAGE =
  "npm run statistics:withdraw -- list | before 2024-T1 | [period 2026-T4] [channel page|widget|iframe|none] [territory CODE|none] [campaign ID|none] [--data DIR | --remote]";

const QUARTER = /^\d{4}-T[1-4]$/;

/** How each condition is written. */
const CONDITIONS: Readonly<Record<keyof Selection, RegExp>> = {
  before: QUARTER,
  period: QUARTER,
  channel: /^(page|widget|iframe|none)$/,
  territory: /^[a-z]+$/,
  campaign: /^[a-z0-9-]+$/,
};

/** What the arguments ask to delete, two by two; null when one of them is not known, or none is given. */
export function selectionFrom(words: readonly string[]): Selection | null {
  const pairs: [string, string | null][] = [];
  for (let place = 0; place < words.length; place += 2) {
    const [name = "", value = ""] = words.slice(place, place + 2);
    if (!Object.hasOwn(CONDITIONS, name) || !CONDITIONS[name as keyof Selection].test(value)) return null; // hasOwn
    pairs.push([name, value === "none" ? null : value]);
  }
  const distinct = new Set(pairs.map(([name]) => name)).size === pairs.length;
  return pairs.length > 0 && distinct ? Object.fromEntries(pairs) : null;
}

/** Where contributions came from, one line for each source. */
export function describeSources(sources: readonly Source[]): readonly string[] {
  return sources.map(
    ({ period, channel, territory, campaign, contributions }) =>
      `${contributions} period ${period} channel ${channel ?? "none"} territory ${territory ?? "none"} campaign ${campaign ?? "none"}`,
  );
}

/** The same lines, read from a database. */
export async function sourcesOf({ database }: OpenDatabase): Promise<readonly string[]> {
  const { readSources } = await import("../worker/store/selection.ts");
  return describeSources(await readSources(database));
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
  if (line.ok && line.value.words.join() === "list") {
    for (const said of (await runOnDatabase(line, sourcesOf)) ?? []) console.log(said);
  } else if (!line.ok || selection === null) {
    console.error(line.ok ? USAGE : line.sentence);
    process.exitCode = 1;
  } else {
    const deleted = await runOnDatabase(line, (opened) => withdrawSelected(opened, selection));
    if (deleted !== null) console.log(`${deleted} contributions deleted.`);
  }
}
