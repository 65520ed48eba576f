/** The database of this machine, as `npm start` keeps it, for the operator's commands: migrated, without a server. */
import { fileURLToPath } from "node:url";
import type { D1Database } from "@cloudflare/workers-types";
import { Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { QUESTIONNAIRES_ROOT } from "../questionnaires/compile/compile-all.ts";
import { writePopulation } from "../questionnaires/compile/population/write.ts";
import { writeTerritories } from "../questionnaires/compile/territories/write.ts";
import { writeCatalogue } from "../questionnaires/compile/write-catalogue.ts";
import { migrate } from "./migrate.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Where `npm start` keeps it. */
export const LOCAL = at(".wrangler/state/v3/d1");

/** What the worker’s modules load. */
const COMPILED = at("dist/questionnaires");

export interface OpenDatabase {
  readonly database: D1Database;
  /** The variables of wrangler.toml. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly close: () => Promise<void>;
}

/** Writes what the worker’s modules load, so that they can be imported. */
export function compile(): void {
  const catalogue = writeCatalogue(COMPILED);
  writeTerritories(COMPILED, QUESTIONNAIRES_ROOT, catalogue);
  writePopulation(COMPILED, QUESTIONNAIRES_ROOT, catalogue);
}

/** Compiles the questionnaires, opens the database, runs a command on it, and closes it whatever happens. */
export async function withDatabase<T>(command: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  compile();
  const opened = await openDatabase();
  try {
    return await command(opened);
  } finally {
    await opened.close();
  }
}

/** Opens it; `persist` null = a new one, in memory. */
export async function openDatabase(persist: string | null = LOCAL): Promise<OpenDatabase> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(at("wrangler.toml"));
  const miniflare = new Miniflare({
    name: "diag-cyber-esms",
    modules: true,
    script: "export default {}",
    ...(workerOptions.d1Databases === undefined ? {} : { d1Databases: workerOptions.d1Databases }),
    d1Persist: persist === null ? false : persist,
    cf: false,
    log: new Log(LogLevel.WARN),
  });
  const database = await miniflare.getD1Database("DB");
  await migrate(database, at("worker/migrations"));
  return { database, variables: workerOptions.bindings ?? {}, close: () => miniflare.dispose() };
}
