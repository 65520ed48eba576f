/**
 * The D1 of Cloudflare, through wrangler's remote bindings: the same interface, so that a command is the same everywhere.
 * Needs an account: only its refusals are tried by the tests.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { D1Database } from "@cloudflare/workers-types";
import { isPlaceholder } from "../deploy/refusals.ts";
import { isAuthenticated } from "../deploy/situation.ts";
import type { OpenDatabase } from "../open-database.ts";
import { type Bound, type Configuration, configuration } from "./configuration.ts";
import { type Outcome, refuse } from "./refusal.ts";
import { APPLIED, outOfStep } from "./schema.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Opens it; refuses when wrangler.toml names none, when nobody is logged in, when it cannot be reached, when it is out of step. */
export async function openRemote(): Promise<Outcome<OpenDatabase>> {
  const own = configuration();
  const bound = own.d1_databases?.find(({ binding }) => binding === "DB");
  if (bound === undefined || isPlaceholder(bound.database_id ?? "")) return refuse("unnamed");
  if (!isAuthenticated(ROOT)) return refuse("not-logged-in");
  const folder = mkdtempSync(join(tmpdir(), "diag-remote-"));
  const configPath = join(folder, "wrangler.json");
  writeFileSync(configPath, JSON.stringify(remoteConfiguration(own, bound)));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  const { getPlatformProxy } = await import("wrangler"); // slow to load, and needed here only
  try {
    const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({ configPath, persist: false, envFiles: [] });
    const close = async () => {
      await dispose();
      forget();
    };
    const { results } = await env.DB.prepare(APPLIED).all<{ name: string }>();
    const refused = outOfStep(results.map(({ name }) => name));
    if (refused === null) return { ok: true, value: { database: env.DB, variables: own.vars ?? {}, close } };
    await close();
    return refused;
  } catch (error) {
    forget();
    return refuse("unreachable", { message: error instanceof Error ? error.message : String(error) });
  }
}

/** A worker that has nothing but the deployed database. */
export function remoteConfiguration({ name, account_id, compatibility_date }: Configuration, bound: Bound): object {
  const account = account_id === undefined ? {} : { account_id };
  return { name, ...account, compatibility_date, send_metrics: false, d1_databases: [{ ...bound, remote: true }] };
}
