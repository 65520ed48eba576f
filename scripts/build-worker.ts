/** Bundles the worker into one file that workerd, miniflare and Node can run: dist/worker/index.js. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** How the sources name what the compiler wrote. */
const COMPILED = /^(?:\.\.\/)+dist\/questionnaires\/((?:catalogue|territories)\.js)$/;

/** `compiled`: the folder of the catalogue and of the territories that it serves. */
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
}
