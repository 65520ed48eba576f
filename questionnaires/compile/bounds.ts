/**
 * All-best answers give exactly 100, all-worst exactly 0 (law 1): tried with the real engine on profiles that between
 * them display every question, and on others drawn in a fixed order. Runs once everything else holds.
 */
import { adapt, diagnose, indexQuestionnaire, type Model, parseProfile } from "../engine/engine.ts";
import type { Questionnaire } from "../schema/compiled.ts";
import { MAX_LEVEL } from "../schema/level.ts";
import { error, type Finding } from "./findings.ts";
import type { Locate } from "./places.ts";
import { displayed } from "./space/displayed.ts";
import { findProfile, type Witness } from "./space/find-profile.ts";
import { describeWitness } from "./space/witness.ts";

/** Profiles tried besides those that display each question. */
const DRAWN = 60;

/** The first profile whose bounds are wrong, with the questions to blame. */
export function checkBounds(questionnaire: Questionnaire, locate: Locate): readonly Finding[] {
  const model = indexQuestionnaire(questionnaire);
  const shown = questionnaire.questions.flatMap(
    (one) => findProfile(questionnaire, displayed(questionnaire, one)) ?? [],
  );
  const drawn = Array.from({ length: DRAWN }, (_, index) => drawProfile(questionnaire, index));
  for (const profile of [...shown, ...drawn]) {
    for (const [level, wanted] of [
      [MAX_LEVEL, 100],
      [0, 0],
    ] as const) {
      const { score, guilty } = scoreAt(model, profile, level);
      if (score === wanted) continue;
      const place = locate(guilty === null ? ["questions", 0] : ["questions", guilty]);
      const message = `toutes les réponses au niveau ${level} donnent ${score} au lieu de ${wanted} (${describeWitness(profile)})`;
      return [error(place, "bounds", message, "revoyez cap et impliedBy : leur atMost doit rester sous 4")];
    }
  }
  return [];
}

/** The score of a profile whose answers are all at one level, and the place of the question that holds it down. */
function scoreAt(model: Model, witness: Witness, level: number) {
  const parsed = parseProfile(model, completed(model.questionnaire, witness));
  if (!parsed.ok) throw new Error(`The search found a profile that the engine refuses: ${parsed.issues[0]?.detail}`);
  const adapted = adapt(model, parsed.value);
  const result = diagnose(adapted, new Map(adapted.displayed.map(({ id }) => [id, level])));
  const blamed = result.deduced[0]?.id ?? result.caps[0]?.question;
  const guilty = model.questionnaire.questions.findIndex(({ id }) => id === blamed);
  return { score: result.score, guilty: guilty < 0 ? null : guilty };
}

/** A whole profile around the deciding values: the first answer to everything else. */
export function completed({ profile }: Questionnaire, witness: Witness): Readonly<Record<string, unknown>> {
  const required = profile.filter(({ id, optional }) => !optional || (witness.get(id)?.length ?? 0) > 0);
  return Object.fromEntries(
    required.map(({ id, type, options, range }) => {
      const values = witness.get(id) ?? options.slice(0, 1).map(({ value }) => value);
      if (type === "integer") return [id, range?.min ?? 0];
      return [id, type === "multiple" ? values : values[0]];
    }),
  );
}

/** The profile number `index` of a fixed series: each variable turns at its own pace, so that combinations vary. */
function drawProfile({ profile }: Questionnaire, index: number): Witness {
  const required = profile.filter(({ optional, type }) => !optional && type !== "integer");
  return new Map(
    required.map(({ id, options }, position) => {
      const turn = Math.floor((index + 1) * (position + 1) * 0.618 * options.length);
      const value = options[turn % options.length]?.value;
      return [id, value === undefined ? [] : [value]];
    }),
  );
}
