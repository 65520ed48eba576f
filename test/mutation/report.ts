/** What a run finds: survivor by survivor, by file, and the score. */
import { writeFileSync } from "node:fs";
import type { Fate } from "./child.ts";
import type { Mutant } from "./prepare.ts";

/** How much of a survivor is printed, in characters. */
const SHOWN = 200;

export function tellSurvivor({ file, line, mutator, before, after }: Mutant): void {
  console.log(`\nsurvived ${file}:${line} ${mutator}\n- ${before.slice(0, SHOWN)}\n+ ${after.slice(0, SHOWN)}`);
}

/** Prints the figures, keeps everything it in `file`, and returns the share that was killed. */
export function report(mutants: readonly Mutant[], fates: ReadonlyMap<number, Fate>, file: string): number {
  const survivors = mutants.filter(({ id }) => fates.get(id) === null);
  const endless = mutants.filter(({ id }) => fates.get(id) === "endless");
  const files = [...new Set(mutants.map((mutant) => mutant.file))].sort().map((name) => {
    const all = mutants.filter((mutant) => mutant.file === name).length;
    return { name, all, killed: all - survivors.filter((mutant) => mutant.file === name).length };
  });
  for (const { name, all, killed } of files) console.log(`${name.padEnd(26)} ${killed}/${all}`);
  const killed = mutants.length - survivors.length;
  const score = killed / mutants.length;
  writeFileSync(file, JSON.stringify({ score, files, survivors, endless }, null, 1));
  console.log(`\nmutation score ${(100 * score).toFixed(1)} %: ${killed} of ${mutants.length} killed`);
  console.log(`(${endless.length} of them by endless loops), ${survivors.length} survived`);
  return score;
}
