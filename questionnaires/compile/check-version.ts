/** The whole check of one version: what compiling finds, its worked examples, and whether it is still what was published. */
import { type Compilation, compileSources } from "./compile.ts";
import { checkExamples } from "./examples.ts";
import { checkPublished, type Lock, lockKey } from "./published.ts";
import type { SourceFile } from "./source.ts";

/** `questionnaire` stays as compiled; `published` says whether the lock knows this version. */
export type CheckedVersion = Compilation & { readonly published: boolean };

/** Checks the files of a version; the same files and lock always give the same findings. */
export function checkVersion(folder: string, files: readonly SourceFile[], lock: Lock): CheckedVersion {
  const compilation = compileSources(folder, files);
  const { questionnaire, findings } = compilation;
  if (!questionnaire) return { ...compilation, published: false };
  const examples = files.find(({ name }) => name === "examples.yaml");
  return {
    folder,
    questionnaire,
    published: Object.hasOwn(lock, lockKey(questionnaire)),
    findings: [
      ...findings,
      ...checkExamples(folder, questionnaire, examples),
      ...checkPublished(folder, questionnaire, lock),
    ],
  };
}
