/**
 * Bundles the worker into one file that workerd, miniflare and Node can run: dist/worker/index.js. Beside it, what a host
 * without wrangler needs to know: the migrations, and the settings of wrangler.toml.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import { build } from "vite";
import { PURGE } from "../worker/schedule.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** How the sources name what the compiler wrote. */
const COMPILED = /^(?:\.\.\/)+dist\/questionnaires\/((?:catalogue|population|territories)\.js)$/;

/** `compiled`: the folder of the catalogue, the territories and the population that it serves. */
export async function buildWorker(compiled = at("dist/questionnaires"), outDir = at("dist/worker")): Promise<void> {
  await build({
    configFile: false,
    root: at("."),
    logLevel: "warn",
    publicDir: false,
    resolve: { alias: [{ find: COMPILED, replacement: join(compiled, "$1") }] },
    build: {
      ssr: at("worker/index.ts"),
      outDir,
      emptyOutDir: true,
      target: "es2023",
      rolldownOptions: { external: [/^node:/, /^cloudflare:/], output: { entryFileNames: "index.js" } },
    },
    ssr: {
      target: "webworker",
      noExternal: true,
      resolve: { conditions: ["workerd", "worker", "module", "browser"] },
    },
  });
  const { vars, triggers } = parse(readFileSync(at("wrangler.toml"), "utf8")) as unknown as Wrangler;
  const settings = { variables: vars, alarms: triggers.crons, atStart: [PURGE] };
  writeFileSync(join(outDir, "settings.json"), JSON.stringify(settings));
  cpSync(at("worker/migrations"), join(outDir, "migrations"), { recursive: true });
}

/** The part of wrangler.toml that another host reads. */
interface Wrangler {
  readonly vars: Readonly<Record<string, string>>;
  readonly triggers: { readonly crons: readonly string[] };
}
