/** What a run finds: survivor by survivor, by file, and the score. */
import type { Fate } from "./child.ts";
import type { Mutant } from "./prepare.ts";

export interface Report {
  readonly files: readonly { readonly name: string; readonly all: number; readonly killed: number }[];
  readonly survivors: readonly Mutant[];
  /** Killed because a test never ended, or took all the memory. */
  readonly endless: readonly Mutant[];
}

/** How much of a survivor is printed, in characters. */
const SHOWN = 200;

/** The share of the mutants that were killed, from 0 to 1. */
export function scoreOf({ files, survivors }: Report): number {
  const all = files.reduce((sum, file) => sum + file.all, 0);
  return (all - survivors.length) / all;
}

/** The files of `newer` as it found them, the others as `older` did. */
export function merged(older: Report, newer: Report): Report {
  const again = new Set(newer.files.map(({ name }) => name));
  const others = (mutants: readonly Mutant[]) => mutants.filter(({ file }) => !again.has(file));
  const byPlace = (a: Mutant, b: Mutant) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);
  return {
    files: [...older.files.filter(({ name }) => !again.has(name)), ...newer.files].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ),
    survivors: [...others(older.survivors), ...newer.survivors].sort(byPlace),
    endless: [...others(older.endless), ...newer.endless].sort(byPlace),
  };
}

export function tellSurvivor({ file, line, mutator, before, after }: Mutant): void {
  console.log(`\nsurvived ${file}:${line} ${mutator}\n- ${before.slice(0, SHOWN)}\n+ ${after.slice(0, SHOWN)}`);
}

/** Counts, and prints the figures. */
export function report(mutants: readonly Mutant[], fates: ReadonlyMap<number, Fate>): Report {
  const survivors = mutants.filter(({ id }) => fates.get(id) === null);
  const endless = mutants.filter(({ id }) => fates.get(id) === "endless");
  const files = [...new Set(mutants.map((mutant) => mutant.file))].sort().map((name) => {
    const all = mutants.filter((mutant) => mutant.file === name).length;
    return { name, all, killed: all - survivors.filter((mutant) => mutant.file === name).length };
  });
  for (const { name, all, killed } of files) console.log(`${name.padEnd(26)} ${killed}/${all}`);
  const found = { files, survivors, endless };
  const killed = mutants.length - survivors.length;
  console.log(`\nmutation score ${(100 * scoreOf(found)).toFixed(1)} %: ${killed} of ${mutants.length} killed`);
  console.log(`(${endless.length} of them by endless loops), ${survivors.length} survived`);
  return found;
}
