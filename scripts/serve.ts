/**
 * Runs the built product (worker, assets, embedded D1) in a real workerd on this machine: for `npm start`, for the
 * browser tests and for the benchmark. The settings are those of wrangler.toml; nothing is looked up on the network.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { migrate } from "./migrate.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export interface ServeOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** Folder that keeps the database; null = in memory. */
  readonly persist: string | null;
  /** Variables that replace those of wrangler.toml. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The folder that scripts/build.ts filled. */
  readonly dist?: string;
}

export interface Server {
  readonly origin: string;
  readonly miniflare: Miniflare;
  readonly stop: () => Promise<void>;
}

/** Starts the server and applies the migrations; resolves once it answers. Build first (scripts/build.ts). */
export async function serve({ port, persist, variables = {}, dist = at("dist") }: ServeOptions): Promise<Server> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(at("wrangler.toml"));
  const miniflare = new Miniflare({
    ...workerOptions,
    name: "diag-cyber-esms",
    rootPath: at("."),
    modules: true,
    scriptPath: join(dist, "worker/index.js"),
    bindings: { ...workerOptions.bindings, ...variables },
    assets: {
      ...workerOptions.assets,
      directory: join(dist, "assets"),
      binding: "ASSETS",
      routerConfig: { has_user_worker: true, static_routing: { user_worker: ["/api/*", "/healthz"] } },
    },
    d1Persist: persist === null ? false : persist,
    host: "127.0.0.1",
    port,
    cf: false,
    log: new Log(LogLevel.WARN),
  });
  const { port: actual } = await miniflare.ready;
  await migrate(await miniflare.getD1Database("DB"), at("worker/migrations"));
  return { origin: `http://localhost:${actual}`, miniflare, stop: () => miniflare.dispose() };
}
