/** `npm run mutation`: compiles the questionnaires with the sound engine, then lets Stryker break the engine line by line. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compiled, PREPARED } from "../support/compiled.ts";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const file = at("dist/mutation/questionnaires.json");

mkdirSync(at("dist/mutation"), { recursive: true });
const questionnaires = {
  shipped: await compiled("shipped", at("questionnaires")),
  second: await compiled("second", at("test/fixtures/second")),
};
writeFileSync(file, JSON.stringify(questionnaires));

const stryker = at("node_modules/@stryker-mutator/core/bin/stryker.js");
const { status } = spawnSync(
  process.execPath,
  [stryker, "run", "test/mutation/stryker.config.json", ...process.argv.slice(2)],
  {
    cwd: at("."),
    env: { ...process.env, [PREPARED]: file, PROPERTY_SCALE: "0.1" },
    stdio: "inherit",
  },
);
process.exitCode = status ?? 1;
