/** The broken examples: one file per rule, each case a few replacements in the small valid questionnaire. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Lock } from "../../../questionnaires/compile/published.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import { type Change, changeFiles, FIXTURES, miniFiles } from "./mini.ts";

export type Broken = {
  /** The rule that must speak. */
  readonly code: string;
  readonly title: string;
  readonly changes?: readonly Change[];
  readonly remove?: string;
  readonly add?: SourceFile;
  readonly lock?: Lock;
  /** What stands on the blamed line: the first line of `text`, or line 1; `above` counts lines up from there. */
  readonly blames: { readonly file: string; readonly text?: string; readonly last?: boolean; readonly above?: number };
  readonly severity?: "error" | "warning";
  /** The message, where a rule has several. */
  readonly says?: string;
  /** Other rules that the same fault necessarily breaks. */
  readonly also?: readonly string[];
};

const FOLDER = join(FIXTURES, "broken");

/** Every case of every file. */
export function brokenExamples(folder: string = FOLDER): readonly Broken[] {
  return readdirSync(folder).flatMap((name) => {
    const { cases }: { cases: readonly Omit<Broken, "code">[] } = parse(readFileSync(join(folder, name), "utf8"));
    return cases.map((one) => ({ ...one, code: name.replace(/\.yaml$/, "") }));
  });
}

/** The small questionnaire, or other valid files, with the fault put in. */
export function brokenFiles({ changes = [], remove, add }: Broken, valid = miniFiles()): readonly SourceFile[] {
  const kept = changeFiles(valid, changes).filter(({ name }) => name !== remove);
  return add ? [...kept, add] : kept;
}

/** The line to blame, counted without the compiler. */
export function blamedLine(files: readonly SourceFile[], { blames }: Broken): number {
  const { file, text, last = false, above = 0 } = blames;
  if (text === undefined) return 1;
  const lines = (files.find(({ name }) => name === file)?.text ?? "").split("\n");
  const wanted = text.split("\n")[0] ?? "";
  const stands = (line: string) => line.includes(wanted);
  const index = last ? lines.findLastIndex(stands) : lines.findIndex(stands);
  if (index < 0) throw new Error(`« ${wanted} » is not in ${file}`);
  return index + 1 - above;
}
