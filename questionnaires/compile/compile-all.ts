/** Compiles every version of every questionnaire of the repository. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Compilation, compileVersion } from "./compile.ts";
import { versionFolders } from "./read-sources.ts";

/** `questionnaires/`: the parent of this folder. */
export const QUESTIONNAIRES_ROOT = fileURLToPath(new URL("../", import.meta.url));

/** All versions, by questionnaire then version, oldest first. */
export function compileAll(root: string = QUESTIONNAIRES_ROOT): readonly Compilation[] {
  return sortedVersions(root).map((folder) => compileVersion(folder, shown(folder)));
}

/** The version folders, by questionnaire then version, oldest first. */
export function sortedVersions(root: string): readonly string[] {
  return [...versionFolders(root)].sort(byVersion);
}

/** A folder as the author knows it: from where the command is run, or in full where that would say too little. */
export function shown(folder: string): string {
  const path = relative(process.cwd(), folder).replaceAll("\\", "/");
  return path.startsWith("..") || !path.includes("/") ? folder.replaceAll("\\", "/") : path;
}

/** Digits compare as numbers, so that 1.10.0 comes after 1.9.0. */
function byVersion(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
