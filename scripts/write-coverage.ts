/** `npm run docs:coverage`: writes the page on the frameworks that each version covers; a test holds it to the content. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileAll } from "../questionnaires/compile/compile-all.ts";
import { coverageDocument, coveragePath } from "../questionnaires/interop/coverage-document.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

for (const { questionnaire, folder } of compileAll()) {
  if (!questionnaire) throw new Error(`${folder} does not compile: run npm run questionnaires:check`);
  const path = coveragePath(questionnaire);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), coverageDocument(questionnaire));
  console.log(path);
}
