/**
 * The child: loads the switched engine and its tests once. Asked for a survey, it writes down which test passes by which mutant;
 * else it tries the mutants that the parent names, one by one, on the tests that pass by them, the quickest first.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { type Reply, SURVEY, type Survey } from "./protocol.ts";
import type { Test } from "./shim.ts";
import { activate, active, endSurvey, passedBy, surveying } from "./switch.ts";

const [folder = ""] = process.argv.slice(2);
const inFolder = (file: string) => pathToFileURL(`${folder}/${file}`).href;

// The copies of the tests import « vitest »: here it is the shim, which collects them.
registerHooks({
  resolve: (name, context, next) =>
    name === "vitest" ? { url: inFolder("test/mutation/shim.ts"), shortCircuit: true } : next(name, context),
});

// The same cases for every mutant, so that a run can be repeated; a broken law need not find its smallest case.
fc.configureGlobal({ seed: 1, endOnFailure: true });

/** The tests of the engine. Their order does not matter: the quickest run first. */
const ENGINE = [
  "cheapest",
  "cheapest-small",
  "code",
  "condition",
  "conditions-in-words",
  "examples",
  "explanation",
  "golden",
  "laws",
  "messages",
  "plan-rules",
  "report",
  "requests",
  "rules",
  "services",
  "shown",
  "which-reason",
];
const VERSIONS = ["chain", "compare", "migrate"];
const FILES = [
  ...ENGINE.map((name) => `engine/${name}`),
  ...VERSIONS.map((name) => `versions/${name}`),
  "second/engine",
];

const { tests }: { tests: readonly Test[] } = await import(inFolder("test/mutation/shim.ts"));
for (const name of FILES) await import(inFolder(`test/questionnaires/${name}.test.ts`));

if (surveying) {
  writeFileSync(`${folder}/${SURVEY}`, JSON.stringify(await surveyed()));
} else {
  const { tests: known }: Survey = JSON.parse(readFileSync(`${folder}/${SURVEY}`, "utf8"));
  const order = [...tests.keys()].sort((a, b) => (known[a]?.time ?? 0) - (known[b]?.time ?? 0));
  const passes = known.map(({ passed }) => new Set(passed));
  const fresh = active >= 0;
  process.on("message", async (mutant: number) => {
    // A mutant that stood from the first load on has spoilt what was loaded, so it is tried on everything.
    reply({ verdict: await attempt(mutant, fresh ? order : order.filter((test) => passes[test]?.has(mutant)), fresh) });
  });
  reply({ ready: true });
}

function reply(message: Reply): void {
  process.send?.(message);
}

/** What each sound test passes by and how long it takes; throws when one fails. */
async function surveyed(): Promise<Survey> {
  const atLoad = passedBy();
  const all: Survey["tests"][number][] = [];
  for (const { name, run } of tests) {
    await run();
    all.push({ name, passed: passedBy(), time: 0 });
  }
  endSurvey();
  const timed: Survey["tests"][number][] = [];
  for (const [index, one] of all.entries()) {
    const start = performance.now();
    await tests[index]?.run();
    timed.push({ ...one, time: performance.now() - start });
  }
  return { atLoad, tests: timed };
}

async function attempt(mutant: number, order: readonly number[], fresh: boolean): Promise<string | null> {
  for (const index of order) {
    const test = tests[index];
    if (!test) continue;
    reply({ trying: index });
    activate(mutant);
    const fails = await failing(test);
    if (!fails) continue;
    if (fresh) return test.name;
    // What fails without the mutant too says nothing of it: an earlier mutant has spoilt something that was kept.
    activate(-1);
    return (await failing(test)) ? "spoilt" : test.name;
  }
  return null;
}

async function failing({ run }: Test): Promise<boolean> {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}
