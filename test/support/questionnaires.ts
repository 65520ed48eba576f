/** The shipped questionnaires, compiled from their sources, indexed: what the tests of the engine run on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import {
  type AdaptedQuestionnaire,
  type Answers,
  adapt,
  indexQuestionnaire,
  type Model,
  parseAnswers,
  parseProfile,
} from "../../questionnaires/engine/engine.ts";
import { compiled } from "./compiled.ts";

const QUESTIONNAIRES_ROOT = fileURLToPath(new URL("../../questionnaires/", import.meta.url));

/** A second questionnaire, tiny and in English, never shipped: what holds for it too knows no questionnaire by name. */
export const SECOND_ROOT = fileURLToPath(new URL("../fixtures/second/", import.meta.url));

/** Every shipped version, oldest first. */
export const shipped: readonly Model[] = await modelsOf("shipped", QUESTIONNAIRES_ROOT);

/** `["esms 1.0.0", model]` for `it.each`. */
export const shippedByName = byName(shipped);

const [found] = await modelsOf("second", SECOND_ROOT);
if (!found) throw new Error("There is no second questionnaire.");
export const second: Model = found;

/** The shipped versions and the second questionnaire: for what must hold whatever the content. */
export const allByName = [...shippedByName, ...byName([second])];

async function modelsOf(name: string, root: string): Promise<readonly Model[]> {
  return (await compiled(name, root)).map(indexQuestionnaire);
}

function byName(models: readonly Model[]) {
  return models.map((model) => [`${model.questionnaire.id} ${model.questionnaire.version}`, model] as const);
}

/** The shipped version named, or a clear failure. */
export function version(id: string, number: string): Model {
  const found = shipped.find(({ questionnaire }) => questionnaire.id === id && questionnaire.version === number);
  if (!found) throw new Error(`${id} ${number} is not shipped.`);
  return found;
}

export interface Example {
  readonly title: string;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly exposure: number;
    readonly class: string;
    readonly expected: number;
    readonly displayed: number;
    readonly notAssessed: readonly string[];
    readonly domains: Readonly<Record<string, number>>;
    readonly rawScore: number;
    readonly score: number;
    readonly level: number;
    readonly reached: boolean;
    readonly caps: readonly { readonly limit: number; readonly question: string }[];
    readonly unknown: number;
    readonly counted: number;
    readonly alerts: readonly string[];
    readonly triggeredActions: number;
    readonly firstActions: readonly {
      readonly id: string;
      readonly priority: number;
      readonly liftsCap: number | null;
    }[];
  };
}

/** The worked examples that stand beside a version's sources. */
export function examplesOf(model: Model): readonly Example[] {
  const { id, version } = model.questionnaire;
  const file = join(model === second ? SECOND_ROOT : QUESTIONNAIRES_ROOT, id, version, "examples.yaml");
  return (parse(readFileSync(file, "utf8")) as { examples: readonly Example[] }).examples;
}

/** Adapts to a profile that must be right. */
export function adapted(model: Model, profile: unknown): AdaptedQuestionnaire {
  const parsed = parseProfile(model, profile);
  if (!parsed.ok) throw new Error(`The profile is refused: ${JSON.stringify(parsed.issues)}`);
  return adapt(model, parsed.value);
}

/** Answers that must be right. */
export function answersTo(questionnaire: AdaptedQuestionnaire, raw: unknown): Answers {
  const parsed = parseAnswers(questionnaire, raw);
  if (!parsed.ok) throw new Error(`The answers are refused: ${JSON.stringify(parsed.issues)}`);
  return parsed.value;
}
