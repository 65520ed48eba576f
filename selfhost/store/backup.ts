/** `npm run backup -- FILE`: a copy of the database in one file, taken while the server runs. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { copyDatabase } from "./copy.ts";
import { databaseFile } from "./open.ts";

/** What to say: the copy is made, or why it is not. Never overwrites. */
export function backup(dataDir: string, file: string | undefined): { readonly ok: boolean; readonly sentence: string } {
  const source = databaseFile(dataDir);
  if (!file) return { ok: false, sentence: "Say where to write the copy: npm run backup -- /backups/diag.sqlite" };
  const target = resolve(file);
  if (!existsSync(source)) return { ok: false, sentence: `There is no database in ${dataDir}: set DATA_DIR.` };
  if (existsSync(target)) return { ok: false, sentence: `${target} exists already: choose another name.` };
  if (!existsSync(dirname(target))) return { ok: false, sentence: `The folder ${dirname(target)} does not exist.` };
  process.umask(0o077);
  const sqlite = new DatabaseSync(source);
  try {
    copyDatabase(sqlite, target);
  } finally {
    sqlite.close();
  }
  return {
    ok: true,
    sentence: `${basename(target)} is a whole copy of the database; keep it as secret as the original.`,
  };
}
