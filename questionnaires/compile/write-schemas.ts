/** `npm run questionnaires:schema`: writes the JSON Schemas that editors read, into `schema/authoring/`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { QUESTIONNAIRES_ROOT } from "./compile-all.ts";
import { EDITOR_SCHEMAS, editorSchema } from "./editor-schemas.ts";

const folder = join(QUESTIONNAIRES_ROOT, "schema/authoring");

mkdirSync(folder, { recursive: true });
for (const [name, entry] of Object.entries(EDITOR_SCHEMAS)) {
  writeFileSync(join(folder, `${name}.schema.json`), editorSchema(entry));
  console.log(`questionnaires/schema/authoring/${name}.schema.json`);
}
