/**
 * `npm run statistics:rebuild`: counts all contributions again and proves that the counters are right. A wrong one is said and
 * mended; the exit code is then 1, so that a scheduled check is noticed. `-- --data DIR` or `--remote`: on another database.
 */
import type { Counter } from "../worker/statistics/counters.ts";
import { commandLine, runOnDatabase } from "./database/command-line.ts";
import type { OpenDatabase } from "./open-database.ts";

/** Wrong counters that are printed; the rest is counted. */
const PRINTED = 20;

export interface Proof {
  readonly lines: readonly string[];
  /** Whether all counters were right before. */
  readonly right: boolean;
}

/** Rebuilds, and says what was found. */
export async function rebuildAndSay({ database }: OpenDatabase): Promise<Proof> {
  const { findModel } = await import("../worker/alarms.ts"); // reads the catalogue, once it is written
  const { rebuild } = await import("../worker/store/rebuild.ts");
  const done = await rebuild(database, findModel);
  if (done === null) return { lines: ["Contributions are being counted meanwhile: try again later."], right: false };
  const { contributions, counters, wrong } = done;
  const counted = `${contributions} contributions, ${counters} counters`;
  if (wrong.length === 0) return { lines: [`${counted}: every counter is right.`], right: true };
  const more = wrong.length > PRINTED ? [`… and ${wrong.length - PRINTED} more`] : [];
  const said = wrong.slice(0, PRINTED).map(describe);
  return { lines: [...said, ...more, `${counted}: ${wrong.length} were wrong, and are mended.`], right: false };
}

function describe({ questionnaire, table, cell, measure, value }: Counter): string {
  return `  ${questionnaire} ${table} ${cell} ${measure}: ${value > 0 ? `${value} missing` : `${-value} too many`}`;
}

if (import.meta.main) {
  const proof = await runOnDatabase(commandLine(process.argv.slice(2)), rebuildAndSay);
  for (const line of proof?.lines ?? []) console.log(line);
  process.exitCode = proof?.right ? 0 : 1;
}
