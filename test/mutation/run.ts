/**
 * `npm run mutation`: breaks the engine in every way Stryker knows, one at a time, runs its tests on each, and prints the
 * share they see, then each survivor. Ends with 1 below the threshold. `npm run mutation -- plan.ts` tries one file.
 */
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PREPARED } from "../support/compiled.ts";
import { type Mutant, prepare } from "./prepare.ts";

/** Issue: at least 90 % of the mutants of the engine are killed. */
const THRESHOLD = 0.9;

/** Milliseconds after which a mutant is taken for an endless loop: far above the longest sound run. */
const PATIENCE = 60_000;

/** Processes at once, one per core of a small machine. */
const PROCESSES = 2;

type Fate = "survived" | "timeout" | string;

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}dist/mutation`;
const [only] = process.argv.slice(2);
const mutants = (await prepare(root, folder)).filter(({ file }) => !only || file === only);
const fates = new Map<string, Fate>();
const queues = Array.from({ length: PROCESSES }, (_, index) =>
  mutants.filter((_mutant, at) => at % PROCESSES === index),
);

console.log(`${mutants.length} mutants`);
await Promise.all(queues.map(work));
report();

/** Tries the mutants of a queue; a child that hangs is ended, its mutant counted as seen, and another goes on. */
async function work(queue: readonly Mutant[]): Promise<void> {
  let rest = queue.map(({ id }) => id);
  while (rest.length > 0) {
    const stuck = await attempt(rest);
    if (stuck !== null) fates.set(stuck, "timeout");
    rest = rest.filter((id) => !fates.has(id));
  }
}

function attempt(ids: readonly string[]): Promise<string | null> {
  return new Promise((done, failed) => {
    const child = fork(`${folder}/test/mutation/try-mutants.ts`, [folder, ...ids], {
      env: { ...process.env, [PREPARED]: `${folder}/questionnaires.json`, PROPERTY_SCALE: "0.1" },
    });
    let trying: string | null = null;
    let alarm: NodeJS.Timeout | undefined;
    child.on("message", (message: { trying?: string; tried?: string; killedBy?: string | null }) => {
      clearTimeout(alarm);
      if (message.trying !== undefined) {
        trying = message.trying;
        alarm = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
      } else if (message.tried === "sound") {
        if (message.killedBy) failed(new Error(`The sound engine fails: ${message.killedBy}`));
      } else if (message.tried !== undefined) {
        fates.set(message.tried, message.killedBy ?? "survived");
        if (fates.size % 100 === 0) console.log(`${fates.size} tried`);
      }
    });
    child.on("exit", () => {
      clearTimeout(alarm);
      const ended = trying === null || trying === "sound" || fates.has(trying);
      if (trying === null || (trying === "sound" && !fates.size)) failed(new Error("The tests could not be loaded."));
      done(ended ? null : trying);
    });
  });
}

function report(): void {
  const survivors = mutants.filter(({ id }) => fates.get(id) === "survived");
  const timeouts = mutants.filter(({ id }) => fates.get(id) === "timeout");
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  for (const file of files) {
    const all = mutants.filter((mutant) => mutant.file === file);
    const alive = survivors.filter((mutant) => mutant.file === file).length;
    console.log(`${file.padEnd(26)} ${all.length - alive}/${all.length}`);
  }
  for (const { file, line, mutator, before, after } of survivors) {
    console.log(`\nsurvived ${file}:${line} ${mutator}\n- ${before.slice(0, 200)}\n+ ${after.slice(0, 200)}`);
  }
  const score = (mutants.length - survivors.length) / mutants.length;
  writeFileSync(`${folder}/report.json`, JSON.stringify({ score, survivors, timeouts }, null, 1));
  console.log(
    `\nmutation score ${(100 * score).toFixed(1)} %: ${mutants.length - survivors.length} of ${mutants.length} killed`,
  );
  console.log(`(${timeouts.length} of them by endless loops), ${survivors.length} survived`);
  process.exitCode = score >= THRESHOLD ? 0 : 1;
}
