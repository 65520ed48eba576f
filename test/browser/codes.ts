/** Diagnostic codes for the tests of the page, made by the engine from the worked examples of any version. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  adapt,
  indexQuestionnaire,
  keepValidAnswers,
  type Model,
  pack,
  parseProfile,
} from "../../questionnaires/engine/engine.ts";
import { type Example, questionnaire } from "./example.ts";

type Written = Pick<Example, "profile" | "answers">;

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export function modelOf(version: string = questionnaire.version): Model {
  return indexQuestionnaire(JSON.parse(readFileSync(at(`dist/questionnaires/esms/${version}.json`), "utf8")));
}

/** An example's diagnostic, whole or with these answers only. */
export function diagnosticOf({ profile, answers }: Written, model = modelOf(), only?: readonly string[]) {
  const parsed = parseProfile(model, profile);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const adapted = adapt(model, parsed.value);
  const given = Object.entries(answers).filter(([id]) => only === undefined || only.includes(id));
  const known = keepValidAnswers(adapted, Object.fromEntries(given));
  return { model, profile: parsed.value, adapted, answers: known };
}

export function codeOf(written: Written, model = modelOf(), only?: readonly string[]): string {
  return pack(diagnosticOf(written, model, only));
}

/** The ids of the questions asked to an example's profile, in display order. */
export function displayedOf({ profile }: Pick<Example, "profile">): readonly string[] {
  return diagnosticOf({ profile, answers: {} }).adapted.displayed.map(({ id }) => id);
}
