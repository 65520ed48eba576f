/** Every check in one command: build, lint and format, types, then unit, worker and browser tests. Stops at the first failure. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(root, "dist/test-report.json");

/** Arguments after `npm test --` go to vitest. Ends the process with the status of the first check that fails. */
export async function test(): Promise<void> {
  process.env.WRANGLER_SEND_METRICS = "false"; // no look-up of the telemetry host
  step("build");
  await build();
  step("lint and format");
  run("@biomejs/biome", "biome", "check", "--error-on-warnings", ".");
  step("types");
  run("typescript", "tsc", "-b");
  step("tests");
  mkdirSync(dirname(report), { recursive: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const status = spawn("vitest", "vitest", "run", ...reporters, ...process.argv.slice(2));
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : "";
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
  process.exitCode = status;
}

function step(name: string): void {
  console.log(`\n── ${name}`);
}

/** Runs a package's command under this very Node, whatever the shell's is. */
function spawn(packageName: string, command: string, ...args: readonly string[]): number {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = join(dirname(manifest), typeof bin === "string" ? bin : bin[command]);
  return spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: "inherit" }).status ?? 1;
}

function run(packageName: string, command: string, ...args: readonly string[]): void {
  const status = spawn(packageName, command, ...args);
  if (status !== 0) process.exit(status);
}
