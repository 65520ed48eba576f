/** The built product that this server runs: the very worker of Cloudflare, its settings, its migrations, its files. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What a worker is given beside a request: promises it does not wait for, that a stop waits for. */
export interface WorkerContext {
  readonly waitUntil: (promise: Promise<unknown>) => void;
  readonly passThroughOnException: () => void;
}

/** As the bundle exports it (ExportedHandler of Cloudflare). */
export interface Worker {
  readonly fetch: (request: Request, env: object, context: WorkerContext) => Response | Promise<Response>;
  readonly scheduled: (
    alarm: { readonly cron: string; readonly scheduledTime: number; readonly noRetry: () => void },
    env: object,
    context: WorkerContext,
  ) => Promise<void>;
}

export interface Product {
  readonly worker: Worker;
  readonly assets: string;
  readonly migrations: string;
  /** The `[vars]` of wrangler.toml: defaults that the environment may replace. */
  readonly variables: Readonly<Record<string, string>>;
  /** The cron expressions of wrangler.toml, in UTC. */
  readonly alarms: readonly string[];
  /** Those that also ring at the start: a restored copy may hold what had been deleted. */
  readonly atStart: readonly string[];
}

/** The folder that scripts/build.ts fills. */
export const DIST = fileURLToPath(new URL("../dist", import.meta.url));

/** Null when nothing is built. */
export async function loadProduct(dist = DIST): Promise<Product | null> {
  const folder = join(dist, "worker");
  if (!existsSync(join(folder, "settings.json"))) return null;
  const { default: worker } = (await import(pathToFileURL(join(folder, "index.js")).href)) as { default: Worker };
  const settings = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8")) as Pick<
    Product,
    "variables" | "alarms" | "atStart"
  >;
  return { worker, assets: join(dist, "assets"), migrations: join(folder, "migrations"), ...settings };
}
