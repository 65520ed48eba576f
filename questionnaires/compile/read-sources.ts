/** The only place where the compiler reads the disk. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { LOCK_FILE, type Lock, parseLock } from "./published.ts";
import type { SourceFile } from "./source.ts";

const YAML_FILE = /\.ya?ml$/;
const VERSION_FOLDER = /^\d+\.\d+\.\d+$/;

/** The YAML files of a version folder, by name; none when there is no such folder. */
export function readSources(folder: string): readonly SourceFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => YAML_FILE.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Where the lock of a version's questionnaires stands: `<root>/published.lock.json`. */
export function lockPath(versionFolder: string): string {
  return resolve(versionFolder, "../..", LOCK_FILE);
}

/** The published versions beside a version folder; none when nothing is published yet. */
export function readLock(versionFolder: string): Lock {
  return readRootLock(resolve(versionFolder, "../.."));
}

/** The published versions of the questionnaires of a root folder. */
export function readRootLock(root: string): Lock {
  const path = join(root, LOCK_FILE);
  return parseLock(existsSync(path) ? readFileSync(path, "utf8") : null);
}

/** The version folders `<root>/<questionnaire>/<x.y.z>`, in no promised order. */
export function versionFolders(root: string): readonly string[] {
  return foldersIn(root).flatMap((parent) => foldersIn(parent).filter((child) => VERSION_FOLDER.test(baseName(child))));
}

function foldersIn(parent: string): readonly string[] {
  return readdirSync(parent)
    .map((name) => join(parent, name))
    .filter((path) => statSync(path).isDirectory());
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
