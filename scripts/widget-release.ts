/**
 * The two addresses of the widget: a folder per version, whose files never change, and a moving alias with the same files.
 * What a host needs to pin a version stands in `integrity.json`.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { integrityOf } from "./integrity.ts";

const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");

/** The version of the product: the folder of its files. */
export const VERSION: string = JSON.parse(manifest).version;

/** For hosts who prefer to receive updates: it follows every version with the same first number. */
export const ALIAS = `v${VERSION.split(".")[0]}`;

/** The files that a host names in its own page. */
const NAMED = ["diag-cyber-esms.js", "diag-cyber-esms-frame.js"] as const;

/** Writes the hashes of the files that a host names, then the alias: the same files, byte for byte. */
export function writeRelease(folder: string, alias: string): void {
  const files = Object.fromEntries(NAMED.map((name) => [name, integrityOf(readFileSync(join(folder, name)))]));
  writeFileSync(join(folder, "integrity.json"), `${JSON.stringify({ version: VERSION, files }, null, 2)}\n`);
  cpSync(folder, alias, { recursive: true });
}
