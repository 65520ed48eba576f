/** The worked examples of the questionnaire that the widget shows, and how its options are ordered. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";

export type Answer = number | "nsp" | "na";

export interface Example {
  readonly title: string;
  readonly profile: Readonly<Record<string, string | readonly string[]>>;
  readonly answers: Readonly<Record<string, Answer>>;
}

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The latest version: the one that the widget is built with. */
const version =
  readdirSync(at("dist/questionnaires/esms"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(".json", ""))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1) ?? "";

export const questionnaire: Questionnaire = JSON.parse(
  readFileSync(at(`dist/questionnaires/esms/${version}.json`), "utf8"),
);

/** The example whose title contains these words. */
export function example(words: string): Example {
  const source = readFileSync(at(`questionnaires/esms/${version}/examples.yaml`), "utf8");
  const { examples } = parse(source) as { examples: readonly Example[] };
  const found = examples.find(({ title }) => title.includes(words));
  if (!found) throw new Error(`No example « ${words} »`);
  return found;
}

/** The id of the control that chooses this value of a profile variable. */
export function controlOf(variable: string, value: string): string {
  const { options } = variableOf(variable);
  return `${variable}-${options.findIndex((option) => option.value === value)}`;
}

export function variableOf(id: string) {
  const variable = questionnaire.profile.find((candidate) => candidate.id === id);
  if (!variable) throw new Error(`No variable ${id}`);
  return variable;
}

export function questionOf(id: string) {
  const question = questionnaire.questions.find((candidate) => candidate.id === id);
  if (!question) throw new Error(`No question ${id}`);
  return question;
}

/** The place of an answer among the radios of its question: the levels, then « je ne sais pas », then « non applicable ». */
export function placeOf(id: string, answer: Answer): number {
  if (typeof answer === "number") return answer;
  const { options, unknownAllowed } = questionOf(id);
  return answer === "nsp" ? options.length : options.length + (unknownAllowed ? 1 : 0);
}
