/**
 * `npm run mutation`: breaks the engine in every way Stryker knows, one at a time, runs its tests on each, and prints the
 * each survivor, then the share that they see. Ends with 1 below the threshold. `npm run mutation -- plan.ts cap.ts` tries some files.
 */
import { fileURLToPath } from "node:url";
import { type Child, type Fate, start, survey } from "./child.ts";
import { prepare } from "./prepare.ts";
import { report, tellSurvivor } from "./report.ts";

/** Issue: at least 90 % of the mutants of the engine are killed. */
const THRESHOLD = 0.9;

/** Processes at once: one per core of a small machine, unless `PROCESSES` says otherwise. */
const PROCESSES = Number(process.env.PROCESSES ?? 2);

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}dist/mutation`;
const only = process.argv.slice(2);
const mutants = (await prepare(root, folder)).filter(({ file }) => only.length === 0 || only.includes(file));
const known = await survey(folder);
const atLoad = new Set(known.atLoad);
const inTests = new Set(known.tests.flatMap(({ passed }) => passed));
const fates = new Map<number, Fate>();
const queue = [...mutants];

console.log(`${mutants.length} mutants, ${known.tests.length} tests`);
await Promise.all(Array.from({ length: PROCESSES }, work));
const score = report(mutants, fates, `${folder}/report.json`);
process.exitCode = score >= THRESHOLD ? 0 : 1;

/** Tries mutants until none is left. */
async function work(): Promise<void> {
  let child: Child | null = null;
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    const mutant = one.id;
    let fate: Fate = null;
    if (inTests.has(mutant)) {
      child ??= start(folder, known);
      fate = await child.attempt(mutant);
      if (fate === "spoilt") child.end();
      if (fate === "endless" || fate === "spoilt") child = null;
    }
    // What stands from the first load on, as a constant does, is tried in a process of its own; so is a doubt.
    if (fate === "spoilt" || (fate === null && atLoad.has(mutant))) fate = await attemptAlone(mutant);
    fates.set(mutant, fate);
    if (fate === null) tellSurvivor(one);
    if (fates.size % 100 === 0) console.log(`${fates.size} tried`);
  }
  child?.end();
}

async function attemptAlone(mutant: number): Promise<Fate> {
  const child = start(folder, known, mutant);
  const fate = await child.attempt(mutant);
  child.end();
  return fate;
}
