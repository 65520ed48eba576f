/** Runs wrangler as installed here, under this very Node, without telemetry. */
import { spawnSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";

/** `shown`: its output goes to the terminal; `quiet`: it is returned. */
export function wrangler(root: string, words: readonly string[], output: "shown" | "quiet") {
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`; // its build command: under this Node too
  const quiet = { WRANGLER_SEND_METRICS: "false", WRANGLER_SEND_ERROR_REPORTS: "false", WRANGLER_HIDE_BANNER: "true" };
  return spawnSync(process.execPath, [join(root, "node_modules/wrangler/bin/wrangler.js"), ...words], {
    cwd: root,
    env: { ...process.env, ...quiet, PATH },
    encoding: "utf8",
    stdio: output === "shown" ? "inherit" : "pipe",
  });
}
