/**
 * `npm run mutation`: breaks the engine in every way Stryker knows, one at a time, runs its tests on each, prints each
 * survivor, then the share that the tests see, and rewrites docs/mutation.md. Ends with 1 below the threshold.
 * `npm run mutation -- plan.ts cap.ts` tries some files anew and leaves the figures of the others as they were;
 * `npm run mutation -- page` tries nothing: it rewrites the page, once survivors are explained.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { type Child, type Fate, start, survey } from "./child.ts";
import { mutationPage } from "./page.ts";
import { type Mutant, prepare } from "./prepare.ts";
import { merged, type Report, report, scoreOf, tellSurvivor } from "./report.ts";

/** Issue: at least 90 % of the mutants of the engine are killed. */
const THRESHOLD = 0.9;

/** Processes at once: one per core of a small machine, unless `PROCESSES` says otherwise. */
const PROCESSES = Number(process.env.PROCESSES ?? 2);

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}dist/mutation`;
const kept = `${folder}-report.json`;
const only = process.argv.slice(2);
if (only[0] === "page") {
  const last = lastReport();
  if (last === null) throw new Error("There is no report yet: run everything first.");
  writePage(last);
  process.exit();
}
const mutants = (await prepare(root, folder)).filter(({ file }) => only.length === 0 || only.includes(file));
const known = await survey(folder);
const atLoad = new Set(known.atLoad);
const inTests = new Set(known.tests.flatMap(({ passed }) => passed));
const fates = new Map<number, Fate>();
const queue = [...mutants];

console.log(`${mutants.length} mutants, ${known.tests.length} tests`);
await Promise.all(Array.from({ length: PROCESSES }, work));
const found = report(mutants, fates);
const last = lastReport();
const whole = only.length === 0 ? found : last && merged(last, found);
if (whole !== null) {
  writeFileSync(kept, JSON.stringify(whole, null, 1));
  writePage(whole);
}
process.exitCode = scoreOf(found) >= THRESHOLD ? 0 : 1;

/** What earlier runs found here; null before the first whole one: some files alone make no page. */
function lastReport(): Report | null {
  return existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : null;
}

function writePage(whole: Report): void {
  const explanations = parse(readFileSync(`${root}test/mutation/survivors.yaml`, "utf8"));
  writeFileSync(`${root}docs/mutation.md`, mutationPage(whole, explanations));
}

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
    if (fate === "spoilt" || (fate === null && isKept(one))) fate = await attemptAlone(mutant);
    fates.set(mutant, fate);
    if (fate === null) tellSurvivor(one);
    if (fates.size % 100 === 0) console.log(`${fates.size} tried`);
  }
  child?.end();
}

/** Whether it must be tried in a process of its own: only the load passes by it, or its file keeps what was once made. */
function isKept({ id, file }: Mutant): boolean {
  return (atLoad.has(id) && !inTests.has(id)) || /^(let|const \w+ = new (Map|Set))\b/m.test(sourceOf(file));
}

function sourceOf(file: string): string {
  return readFileSync(`${root}questionnaires/engine/${file}`, "utf8");
}

async function attemptAlone(mutant: number): Promise<Fate> {
  const child = start(folder, known, mutant);
  const fate = await child.attempt(mutant);
  child.end();
  return fate;
}
