/**
 * `npm run release`: folds what is new into the counters, then builds the next release of every questionnaire, as the monthly
 * alarm does. Says what was built, or that too little had changed. `-- --data DIR` or `--remote`: on another database.
 */
import { commandLine, runOnDatabase } from "./database/command-line.ts";
import type { OpenDatabase } from "./open-database.ts";

/** One line per questionnaire. */
export async function releaseAndSay({ database, variables }: OpenDatabase, now: Date): Promise<readonly string[]> {
  const { findModel, releaseAll } = await import("../worker/alarms.ts"); // reads the catalogue, once it is written
  const { fold } = await import("../worker/store/fold.ts");
  while (!(await fold(database, findModel)).finished);
  const built = await releaseAll({ DB: database, MINIMUM_CELL: String(variables.MINIMUM_CELL ?? "") }, now);
  return [...built].map(([id, one]) =>
    one.outcome === "built" ? `${id}: release ${one.number} is built.` : `${id}: no release (${WHY[one.outcome]}).`,
  );
}

const WHY = {
  unchanged: "too few contributions came or went since the last one",
  overtaken: "contributions are being counted by another process: try again",
} as const;

if (import.meta.main) {
  const lines = await runOnDatabase(commandLine(process.argv.slice(2)), (opened) => releaseAndSay(opened, new Date()));
  for (const line of lines ?? []) console.log(line);
}
