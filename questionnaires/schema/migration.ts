/**
 * The compiled migration: what becomes of each question and of each changed profile variable, from one version of a
 * questionnaire to the next. Written by the build beside the catalogue; read by the engine; never part of a questionnaire.
 */
import * as v from "valibot";
import type { DeepReadonly } from "./compiled.ts";
import { MAX_LEVEL } from "./level.ts";

const text = v.pipe(v.string(), v.minLength(1));

/** An answer as data: a level, « je ne sais pas », « non applicable ». */
export const AnswerSchema = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_LEVEL)),
  v.picklist(["nsp", "na"]),
]);

/** Old answers as keys: levels from 0 to `MAX_LEVEL`, « nsp », « na ». */
const answerKey = v.pipe(v.string(), v.values(["0", "1", "2", "3", "4", "nsp", "na"]));

/** The certain images of old answers; an answer that is not listed is asked again. */
export const ImagesSchema = v.record(answerKey, AnswerSchema);

/**
 * kept: same id, same meaning, the answer stands · re-ask: same id, the answer does not stand · dropped: no longer asked ·
 * mapped: its answers have certain images in one or more questions of the new version (`to`, by id).
 */
export const QuestionFateSchema = v.variant("fate", [
  v.strictObject({ fate: v.literal("kept"), reason: v.nullable(text) }),
  v.strictObject({ fate: v.literal("re-ask"), reason: text }),
  v.strictObject({ fate: v.literal("dropped"), reason: text }),
  v.strictObject({ fate: v.literal("mapped"), reason: text, to: v.record(text, ImagesSchema) }),
]);

/** As for questions; `values` maps old values to new ones, and a value that is not listed stands if it still exists. */
export const VariableFateSchema = v.variant("fate", [
  v.strictObject({ fate: v.literal("re-ask"), reason: text }),
  v.strictObject({ fate: v.literal("dropped"), reason: text }),
  v.strictObject({ fate: v.literal("mapped"), reason: text, values: v.record(text, text) }),
]);

export const MigrationSchema = v.strictObject({
  questionnaire: text,
  from: text,
  to: text,
  /** Only the variables that change; the others stand. */
  profile: v.record(text, VariableFateSchema),
  /** Every question of the old version, by id. */
  questions: v.record(text, QuestionFateSchema),
});

export type Migration = DeepReadonly<v.InferOutput<typeof MigrationSchema>>;
export type QuestionFate = Migration["questions"][string];
export type VariableFate = Migration["profile"][string];
