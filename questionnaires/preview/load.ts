/** Reads the versions from the disk, anew for each page: what an author has just saved is what is shown. */
import { relative } from "node:path";
import { type CheckedVersion, checkVersion } from "../compile/check-version.ts";
import { shown, sortedVersions } from "../compile/compile-all.ts";
import { readLock, readSources } from "../compile/read-sources.ts";
import type { Questionnaire } from "../schema/compiled.ts";

/** A version to show, and what it is compared with. */
export type Loaded = {
  /** Names of all versions, « esms/1.0.0 », oldest first. */
  readonly names: readonly string[];
  readonly name: string;
  readonly checked: CheckedVersion;
  readonly previousName: string | null;
  readonly previous: Questionnaire | null;
};

/** Loads the version asked for, else the latest; null when there is none at all. */
export function load(root: string, asked: string | null): Loaded | null {
  const names = sortedVersions(root).map((folder) => relative(root, folder).replaceAll("\\", "/"));
  const name = asked !== null && names.includes(asked) ? asked : names.at(-1);
  if (name === undefined) return null;
  const before = names[names.indexOf(name) - 1];
  const previousName = before !== undefined && before.split("/")[0] === name.split("/")[0] ? before : null;
  const previous = previousName === null ? null : check(root, previousName).questionnaire;
  return { names, name, checked: check(root, name), previousName, previous };
}

function check(root: string, name: string): CheckedVersion {
  const folder = `${root}/${name}`;
  return checkVersion(shown(folder), readSources(folder), readLock(folder));
}
