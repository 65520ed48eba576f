/** Bundles the worker into one file that workerd, miniflare and Node can run: dist/worker/index.js. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export async function buildWorker(): Promise<void> {
  await build({
    configFile: false,
    root: at("."),
    logLevel: "warn",
    publicDir: false,
    build: {
      ssr: at("worker/index.ts"),
      outDir: at("dist/worker"),
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
