/** Contributions of an invented population: any version, any profile, any answer that fits. For worker tests and benchmarks. */
import { catalogue } from "../../dist/questionnaires/catalogue.js";
import {
  type AdaptedQuestionnaire,
  type Answer,
  adapt,
  canBeNotApplicable,
  indexQuestionnaire,
  type Model,
  parseProfile,
} from "../../questionnaires/engine/engine.ts";
import type { Variable } from "../../questionnaires/schema/compiled.ts";
import type { Kept } from "../../worker/statistics/recalculate.ts";
import { keptProfile, writeAnswers } from "../../worker/store/contribution.ts";

const models: readonly Model[] = catalogue.map(indexQuestionnaire);

/** Chance that is the same at each run: a linear congruential generator (Numerical Recipes). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One invented contribution. The first options are the likeliest, so that some cells are large and many are small. */
export function invent(random: () => number, period = "2026-T4", channel = "page"): Kept {
  // Always inside the list: chance is below 1.
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 3 * list.length)] as T;
  const model = pick(models);
  const profile = parseProfile(model, inventProfile(model, pick));
  const adapted = adapt(model, profile.ok ? profile.value : refuse(profile.issues));
  const answers = new Map(adapted.displayed.map((one) => [one.id, pick(allowed(adapted, one))]));
  const { id: questionnaire, version } = model.questionnaire;
  const territory = pick(["ara", "paca", null]);
  const text = writeAnswers(adapted, answers);
  return { period, questionnaire, version, territory, channel, profile: keptProfile(adapted), answers: text };
}

function inventProfile({ questionnaire }: Model, pick: <T>(list: readonly T[]) => T) {
  const kept = questionnaire.profile.filter(({ kept }) => kept);
  return Object.fromEntries(kept.map((variable) => [variable.id, inventValue(variable, pick)]));
}

function inventValue({ type, options }: Variable, pick: <T>(list: readonly T[]) => T): unknown {
  const value = pick(options).value;
  return type === "multiple" ? [value] : value;
}

function allowed(adapted: AdaptedQuestionnaire, question: AdaptedQuestionnaire["displayed"][number]): Answer[] {
  const answers: Answer[] = [2, 3, 1, 4, 0];
  if (question.unknownAllowed) answers.push("nsp");
  if (canBeNotApplicable(adapted, question)) answers.push("na");
  return answers;
}

/** As many as asked. */
export function people(count: number, seed = 1, period?: string, channel?: string): readonly Kept[] {
  const random = chance(seed);
  return Array.from({ length: count }, () => invent(random, period, channel));
}

function refuse(issues: readonly unknown[]): never {
  throw new Error(`An invented profile is refused: ${JSON.stringify(issues)}`);
}

/** These contributions as one statement: `randomblob` gives the key, `json_each` the rows. */
export const INSERT_INVENTED = `INSERT INTO contributions
  (id, period, questionnaire, version, territory, channel, profile, answers)
  SELECT randomblob(16), value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6 FROM json_each(?1)`;

/** Its parameter. At most some 2,000 contributions: D1 refuses a value above 2 MB. */
export function asRows(contributions: readonly Kept[]): string {
  return JSON.stringify(
    contributions.map((one) => [
      ...[one.period, one.questionnaire, one.version, one.territory, one.channel, one.profile, one.answers],
    ]),
  );
}
