/** The shipped migrations, compiled from their sources, and the two versions that they link. */
import { compileMigrations } from "../../../questionnaires/compile/migrations.ts";
import { type Model, migrationPath } from "../../../questionnaires/engine/engine.ts";
import type { Migration } from "../../../questionnaires/schema/migration.ts";
import { shippedByName, version } from "../../support/questionnaires.ts";

const { migrations, findings } = compileMigrations();

export { findings, migrations };

export const first: Model = version("esms", "1.0.0");
export const second: Model = version("esms", "1.1.0");

/** The migration between the two. */
export const step: Migration = only(migrationPath(migrations, "esms", "1.0.0", "1.1.0"));

/** Each shipped migration with its models, named for `describe.each`. */
export const steps = migrations.map((migration) => {
  const { questionnaire: id, from, to } = migration;
  return [`${id} ${from} → ${to}`, { migration, from: version(id, from), to: version(id, to) }] as const;
});

/** Every shipped model, named. */
export const models = shippedByName;

function only(path: readonly Migration[] | null): Migration {
  const [migration] = path ?? [];
  if (!migration) throw new Error("No migration leads from 1.0.0 to 1.1.0.");
  return migration;
}
