/** The database of a self-hosted server, in its data folder: beside the server that runs, or without it. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { D1Database } from "@cloudflare/workers-types";
import { d1 } from "../../selfhost/d1/database.ts";
import { databaseFile } from "../../selfhost/store/open.ts";
import type { OpenDatabase } from "../open-database.ts";
import { configuration } from "./configuration.ts";
import { type Outcome, type Refused, refuse } from "./refusal.ts";
import { APPLIED, outOfStep } from "./schema.ts";

/** How long a statement waits for the server that writes meanwhile, in milliseconds. */
const BUSY_MS = 10_000;

/** Opens it; refuses a folder without a database, and a database of another version. The environment replaces settings, as in the server. */
export function openFolder(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<OpenDatabase> {
  const file = databaseFile(resolve(folder));
  if (!existsSync(file)) return refuse("no-database", { folder });
  const sqlite = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_MS });
  const refused = refusalOf(sqlite, file);
  if (refused !== null) {
    sqlite.close();
    return refused;
  }
  const database = d1(sqlite) as unknown as D1Database; // all of D1 that the worker uses
  const variables = { ...configuration().vars, ...environment };
  return { ok: true, value: { database, variables, close: async () => sqlite.close() } };
}

function refusalOf(sqlite: DatabaseSync, file: string): Refused | null {
  try {
    const applied = sqlite.prepare(APPLIED).all();
    return outOfStep(applied.map(({ name }) => String(name)));
  } catch {
    return refuse("not-ours", { file });
  }
}
