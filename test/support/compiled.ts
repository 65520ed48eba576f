/**
 * The compiled questionnaires of a folder: from their sources, or from the file that mutation testing prepared with a sound
 * engine, because the compiler itself runs the engine and would fall with every mutant.
 */
import { readFileSync } from "node:fs";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";

/** Where mutation testing has put them, by folder; unset otherwise. */
export const PREPARED = "COMPILED_QUESTIONNAIRES";

const prepared = process.env[PREPARED];

/** All versions of the folder, oldest first; throws when one does not compile. */
export async function compiled(name: string, root: string): Promise<readonly Questionnaire[]> {
  if (prepared) return JSON.parse(readFileSync(prepared, "utf8"))[name];
  const { compileAll } = await import("../../questionnaires/compile/compile-all.ts");
  return compileAll(root).map(({ questionnaire, findings }) => {
    if (!questionnaire) throw new Error(`A questionnaire does not compile: ${JSON.stringify(findings)}`);
    return questionnaire;
  });
}
