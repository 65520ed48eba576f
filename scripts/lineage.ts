/** `virtual:lineage`: which questionnaire the pages show, in which version, and what leads there from its older versions. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import type { Questionnaire } from "../questionnaires/schema/compiled.ts";
import type { Migration } from "../questionnaires/schema/migration.ts";

const ID = "virtual:lineage";

/** `versions`: the folder of the compiled versions of the questionnaire; the catalogue stands beside it. */
export async function lineageModule(versions: string, { id, version }: Questionnaire): Promise<Plugin> {
  const catalogue = pathToFileURL(join(versions, "../catalogue.js"));
  catalogue.search = `at=${Date.now()}`; // a build may follow another in the same process
  const { migrations } = (await import(catalogue.href)) as { readonly migrations: readonly Migration[] };
  const own = migrations.filter(({ questionnaire }) => questionnaire === id);
  return {
    name: "lineage",
    resolveId: (source) => (source === ID ? `\0${ID}` : null),
    load: (source) =>
      source === `\0${ID}` ? `export default ${JSON.stringify({ id, version, migrations: own })}` : null,
  };
}
