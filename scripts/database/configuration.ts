/** What wrangler.toml says of the database and of the settings. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

/** A database of wrangler.toml, as it is written there. */
export interface Bound {
  readonly binding: string;
  readonly database_name?: string;
  readonly database_id?: string;
}

export interface Configuration {
  readonly name?: string;
  readonly account_id?: string;
  readonly compatibility_date?: string;
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly d1_databases?: readonly Bound[];
}

/** The project's own configuration. */
export function configuration(): Configuration {
  return parse(readFileSync(fileURLToPath(new URL("../../wrangler.toml", import.meta.url)), "utf8")) as Configuration;
}
