/** Writes the territories that the worker loads: `territories.js` and its types. */
import { join, relative } from "node:path";
import type { Questionnaire } from "../../schema/compiled.ts";
import type { HostedTerritory } from "../../schema/territory.ts";
import { QUESTIONNAIRES_ROOT } from "../compile-all.ts";
import { hasErrors } from "../findings.ts";
import { formatFindings } from "../format.ts";
import { writeFile } from "../write-file.ts";
import { compileTerritoriesOf } from "./read.ts";

/** Throws when a territory has an error. `root` holds the authors' folders, `questionnaires` are all its versions. */
export function writeTerritories(
  outDir: string,
  root: string,
  questionnaires: readonly Questionnaire[],
): readonly HostedTerritory[] {
  const { territories, findings } = compileTerritoriesOf(root, questionnaires);
  if (hasErrors(findings)) throw new Error(`The territories do not compile:\n${formatFindings(findings).join("\n")}`);
  const lines = territories.map((one) => `  ${JSON.stringify(one)},\n`).join("");
  const title = "/** Every territory: regions by code, the national level last. Generated. */";
  writeFile(join(outDir, "territories.js"), `${title}\nexport const territories = [\n${lines}];\n`);
  const schema = relative(outDir, join(QUESTIONNAIRES_ROOT, "schema")).replaceAll("\\", "/");
  const types = `import type { HostedTerritory } from "${schema}/territory.ts";
export const territories: readonly HostedTerritory[];
`;
  writeFile(join(outDir, "territories.d.ts"), types);
  return territories;
}
