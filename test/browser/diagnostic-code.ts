/** The code of a diagnostic, as the pages that open one take it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { indexQuestionnaire } from "../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import { type Opened, openHandedOver } from "../../widget/pages/plan/opened.ts";
import { type Example, questionnaire } from "./example.ts";

type Said = Pick<Example, "profile" | "answers">;

export function codeOf(said: Said): string {
  return open(questionnaire, said).code;
}

/** An example of the first version that was published, opened by that version. */
export function firstVersion(words: string): Opened {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
  const { examples } = parse(read("questionnaires/esms/1.0.0/examples.yaml")) as { examples: readonly Example[] };
  const found = examples.find(({ title }) => title.includes(words));
  if (!found) throw new Error(`No example « ${words} »`);
  return open(JSON.parse(read("dist/questionnaires/esms/1.0.0.json")) as Questionnaire, found);
}

function open(of: Questionnaire, { profile, answers }: Said): Opened {
  const opened = openHandedOver(indexQuestionnaire(of), profile, answers);
  if (typeof opened === "string") throw new Error(`The example does not open: ${opened}`);
  return opened;
}
