/**
 * The published versions of the widget, kept in the repository: a page that names `/widget/x.y.z/` with its hash finds the
 * same bytes after every later deployment. `npm run widget:publish` keeps the present version; the build brings all back.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const NAME = /^\d+\.\d+\.\d+$/;

/** The versions that are kept, as `1.0.0`; none when there is no such folder. */
export function keptVersions(archive: string): readonly string[] {
  return existsSync(archive) ? readdirSync(archive).filter((name) => NAME.test(name)) : [];
}

/** Keeps the version just built. Throws when it is kept already with other bytes. */
export function keep(archive: string, assets: string, version: string): void {
  checkKept(archive, assets, version);
  mkdirSync(archive, { recursive: true });
  cpSync(join(assets, "widget", version), join(archive, version), { recursive: true });
}

/**
 * Puts the earlier versions beside the one just built, under the same headers; their later files also under the alias,
 * for a visitor who opened its page before the deployment. Throws when the version built is kept with other bytes.
 */
export function bringBack(archive: string, assets: string, version: string, alias: string): void {
  checkKept(archive, assets, version);
  const earlier = keptVersions(archive).filter((name) => name !== version);
  for (const name of earlier) {
    cpSync(join(archive, name), join(assets, "widget", name), { recursive: true });
    if (alias !== `v${name.split(".")[0]}`) continue;
    cpSync(join(archive, name, "c"), join(assets, "widget", alias, "c"), { recursive: true });
  }
  const file = join(assets, "_headers");
  const rules = readFileSync(file, "utf8");
  const rule = rules.split("\n\n").find((block) => block.startsWith(`/widget/${version}/*`));
  if (rule === undefined) throw new Error(`_headers says nothing of /widget/${version}/.`);
  const more = earlier.map((name) => `\n${rule.trimEnd().replace(version, name)}\n`);
  writeFileSync(file, rules + more.join(""));
}

/** A published version never changes: whoever changes the widget gives it another number. */
function checkKept(archive: string, assets: string, version: string): void {
  if (!keptVersions(archive).includes(version)) return;
  const [kept, built] = [join(archive, version), join(assets, "widget", version)];
  const changed = [...new Set([...filesIn(kept), ...filesIn(built)])].find((file) => !sameBytes(kept, built, file));
  if (changed === undefined) return;
  throw new Error(
    `Version ${version} of the widget is published and would change (${changed}): give "version" of package.json another number.`,
  );
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function sameBytes(one: string, other: string, file: string): boolean {
  const [a, b] = [join(one, file), join(other, file)];
  return existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b));
}

/** The folder that keeps them in this repository. */
export const ARCHIVE = join(dirname(import.meta.dirname), "widget/published");
