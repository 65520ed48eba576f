/** The migrations of all questionnaires, each from the version that stands just before. */
import { dirname } from "node:path";
import type { Questionnaire } from "../schema/compiled.ts";
import type { Migration } from "../schema/migration.ts";
import { compileVersion } from "./compile.ts";
import { compileAll, QUESTIONNAIRES_ROOT, shown, sortedVersions } from "./compile-all.ts";
import type { Finding } from "./findings.ts";
import { compileMigration, MIGRATION_FILE, type MigrationCompilation } from "./migration.ts";
import { readSources } from "./read-sources.ts";

/** All migrations, by questionnaire then version, oldest first; `compilations` are those of the same root. */
export function compileMigrations(
  root: string = QUESTIONNAIRES_ROOT,
  compilations = compileAll(root),
): { readonly migrations: readonly Migration[]; readonly findings: readonly Finding[] } {
  const folders = sortedVersions(root);
  const compiled = folders.map((folder, index) => {
    const questionnaire = compilations[index]?.questionnaire ?? null;
    return step(folder, folders[index - 1], compilations[index - 1]?.questionnaire ?? null, questionnaire);
  });
  return {
    migrations: compiled.flatMap(({ migration }) => migration ?? []),
    findings: compiled.flatMap(({ findings }) => findings),
  };
}

/** What is wrong with the migration of one version folder; `questionnaire` is what it compiles to. */
export function checkMigration(folder: string, questionnaire: Questionnaire): readonly Finding[] {
  const folders = sortedVersions(dirname(dirname(folder)));
  const before = folders[folders.indexOf(folder) - 1];
  const previous = before && sameParent(before, folder) ? compileVersion(before, shown(before)).questionnaire : null;
  return step(folder, before, previous, questionnaire).findings;
}

/** Nothing is said of a version that does not compile, nor of one that follows such a version. */
function step(
  folder: string,
  before: string | undefined,
  previous: Questionnaire | null,
  questionnaire: Questionnaire | null,
): MigrationCompilation {
  const follows = before !== undefined && sameParent(before, folder);
  if (!questionnaire || (follows && !previous)) return { migration: null, findings: [] };
  const file = readSources(folder).find(({ name }) => name === MIGRATION_FILE);
  return compileMigration(shown(folder), file, follows ? previous : null, questionnaire);
}

function sameParent(one: string, other: string): boolean {
  return dirname(one) === dirname(other);
}
