/** One fault put into a copy of the shipped content, and the finding that it must give. */
import { expect } from "vitest";
import { compileSources } from "../../../questionnaires/compile/compile.ts";
import { type Change, changedFiles, FOLDER, lastLineOf, lineOf } from "./content.ts";

export type Fault = {
  readonly title: string;
  /** The rule that must speak. */
  readonly code: string;
  readonly changes: readonly Change[];
  /** What stands on the blamed line: in the changed file unless another is named. */
  readonly blames: {
    readonly text: string;
    readonly file?: string;
    readonly last?: boolean;
    /** Lines above that text: a key that opens a list has no text of its own. */
    readonly above?: number;
  };
};

/** A fault of one replacement; by default, the new text itself is blamed. */
export function fault(
  title: string,
  code: string,
  [file, from, to]: readonly [file: string, from: string, to: string],
  blames: Fault["blames"] = { text: to },
): Fault {
  return { title, code, changes: [{ file, from, to }], blames };
}

/** Compiles the faulty content: the finding is in its place, helpful, and stops the build if it is an error. */
export function expectFound({ code, changes, blames }: Fault): void {
  const files = changedFiles(changes);
  const file = blames.file ?? changes[0]?.file ?? "";
  const line = (blames.last ? lastLineOf : lineOf)(files, file, blames.text) - (blames.above ?? 0);
  const { findings, questionnaire } = compileSources(FOLDER, files);
  const found = findings.filter((finding) => finding.code === code);
  expect(found.map((finding) => `${finding.file}:${finding.line}`)).toContain(`${FOLDER}/${file}:${line}`);
  for (const finding of found) {
    expect(finding.message).not.toBe("");
    expect(finding.mend).not.toBe("");
  }
  expect(questionnaire === null).toBe(found.some((finding) => finding.severity === "error"));
}
