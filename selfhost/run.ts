/** Puts the server together: lock, database, migrations, worker, alarms; and takes it apart in the right order. */
import { join } from "node:path";
import { ring, setAlarms } from "./alarms.ts";
import { assetsBinding, loadAssets } from "./assets/assets.ts";
import { type D1Like, d1 } from "./d1/database.ts";
import { log } from "./log.ts";
import { pendingWork } from "./pending.ts";
import type { Product } from "./product.ts";
import { listen } from "./server.ts";
import type { Settings } from "./settings.ts";
import { copyDatabase } from "./store/copy.ts";
import { forgetCopies } from "./store/forget-copies.ts";
import { lockFolder } from "./store/lock.ts";
import { migrate } from "./store/migrate.ts";
import { closeDatabase, databaseFile, makeDataDirectory, openDatabase } from "./store/open.ts";

export interface Running {
  readonly origin: string;
  /** What the worker is given: its database and its settings. */
  readonly env: Readonly<Record<string, unknown>> & { readonly DB: D1Like };
  readonly stop: () => Promise<void>;
}

/** How often the copies that have done their time are looked for. */
const DAY_MS = 86_400_000;

/** Nothing else counts the requests here: each has its line, unless the environment says otherwise. */
const OWN = { REQUEST_LOG: "all" };

export type Started =
  | { readonly ok: true; readonly value: Running }
  | { readonly ok: false; readonly sentence: string };

/** Starts the server, or says in one sentence why not. `environment` may replace the settings of the worker. */
export async function run(
  product: Product,
  settings: Settings,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Started> {
  const { dataDir, host, publicOrigin } = settings;
  makeDataDirectory(dataDir);
  const unlock = lockFolder(dataDir);
  if (unlock === null) return { ok: false, sentence: `Another server uses ${dataDir}: stop it, or set DATA_DIR.` };
  const sqlite = openDatabase(databaseFile(dataDir));
  const close = () => {
    closeDatabase(sqlite);
    unlock();
  };
  const migrated = migrate(sqlite, product.migrations, (first) =>
    copyDatabase(sqlite, join(dataDir, `before-${first.replace(/\.sql$/, "")}.sqlite`)),
  );
  if (!migrated.ok) {
    close();
    const { name } = migrated;
    if (migrated.reason === "failed")
      return { ok: false, sentence: `The migration ${name} failed: ${migrated.message}` };
    return {
      ok: false,
      sentence: `The database is newer than this code (${name}): install the version that wrote it.`,
    };
  }
  for (const name of migrated.applied) log("migrated", { name });

  const { worker } = product;
  const assets = loadAssets(product.assets);
  const env = { ...OWN, ...product.variables, ...environment, DB: d1(sqlite), ASSETS: assetsBinding(assets) };
  const { context, settled } = pendingWork();
  const forget = () => {
    for (const name of forgetCopies(dataDir, new Date())) log("copy-forgotten", { name });
  };
  forget();
  for (const cron of product.atStart) await ring(worker, cron, Date.now(), env, context);
  try {
    const server = await listen({ worker, env, context, assets, host, port: settings.port, publicOrigin });
    const stopAlarms = setAlarms(worker, product.alarms, env, context);
    const daily = setInterval(forget, DAY_MS).unref();
    const stop = async () => {
      clearInterval(daily);
      stopAlarms();
      await server.stop();
      await settled();
      close();
    };
    return { ok: true, value: { origin: `http://${host}:${server.port}`, env, stop } };
  } catch (error) {
    close();
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
      return { ok: false, sentence: `Port ${settings.port} is busy: stop what uses it, or choose another with PORT.` };
    }
    throw error;
  }
}
