/** The child: loads the switched engine and its tests once, then tries the mutants that the parent names, one by one. */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const [folder = "", ...ids] = process.argv.slice(2);
const inFolder = (file: string) => pathToFileURL(`${folder}/${file}`).href;

// The copies of the tests import « vitest »: here it is the shim, which collects them.
registerHooks({
  resolve: (name, context, next) =>
    name === "vitest" ? { url: inFolder("test/mutation/shim.ts"), shortCircuit: true } : next(name, context),
});

/** The quickest first: most mutants die on the first test. */
const FILES = ["golden", "rules", "services", "requests", "examples", "explanation", "cheapest", "code", "laws"];
const VERSIONS = ["chain", "compare", "migrate"];

/** The switches read the active mutant here, from the first load on. */
const stryker: { activeMutant?: string | undefined } = {};
Object.assign(globalThis, { __stryker__: stryker });

const { tests } = await import(inFolder("test/mutation/shim.ts"));
for (const name of FILES) await import(inFolder(`test/questionnaires/engine/${name}.test.ts`));
for (const name of VERSIONS) await import(inFolder(`test/questionnaires/versions/${name}.test.ts`));

for (const id of ["sound", ...ids]) {
  stryker.activeMutant = id === "sound" ? undefined : id;
  process.send?.({ trying: id });
  let killedBy: string | null = null;
  for (const test of tests as readonly { name: string; run: () => unknown }[]) {
    try {
      await test.run();
    } catch (error) {
      killedBy = id === "sound" ? `${test.name}: ${error}` : test.name;
      break;
    }
  }
  process.send?.({ tried: id, killedBy });
}
process.disconnect?.();
