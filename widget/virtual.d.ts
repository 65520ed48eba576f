/** Written by scripts/build-widget.ts from the compiled questionnaire: the little that the first screens need. */
declare module "virtual:start" {
  import type { PackedStart } from "./state/pack.ts";

  const start: PackedStart;
  export default start;
}

/** Written by scripts/lineage.ts from the catalogue: the questionnaire shown, and its migrations. */
declare module "virtual:lineage" {
  import type { Migration } from "../questionnaires/schema/migration.ts";

  const lineage: { readonly id: string; readonly version: string; readonly migrations: readonly Migration[] };
  export default lineage;
}

/** Written by scripts/dimensions.ts from worker/statistics/plans.fr.json. */
declare module "virtual:dimensions" {
  const variables: Readonly<Record<string, string>>;
  export default variables;
}

/** Written by scripts/words.ts from questionnaires/words/<language>/<room>.yaml. */
declare module "virtual:words/*" {
  const words: Readonly<Record<string, string>>;
  export default words;
}

/** Written by scripts/conditional-lines.ts from the lines and conditions of questionnaires/words/<language>/<room>.yaml. */
declare module "virtual:lines/*" {
  import type { ConditionalLine } from "../questionnaires/schema/conditional-line.ts";

  const lines: readonly ConditionalLine[];
  export default lines;
}
