/**
 * The shapes that the engine returns and the API serves: the adapted questionnaire and the result of a diagnostic
 * (design §5, rules 9–33). Scores are on 0–100, two decimals, half away from zero; `null` = cannot be said yet.
 */
import * as v from "valibot";
import type { DeepReadonly } from "./compiled.ts";

const score = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const scoreOrNull = v.nullable(score);
const interval = v.tuple([score, score]);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.string();

/** A completed profile: every required variable has a value; multiple values stand in option order. */
export const CompletedProfileSchema = v.record(
  v.string(),
  v.union([v.string(), v.array(v.string()), v.pipe(v.number(), v.integer())]),
);

export const AdaptedSchema = v.strictObject({
  profile: CompletedProfileSchema,
  derived: v.record(v.string(), v.boolean()),
  exposure: count,
  class: v.string(),
  expected: score,
  questions: v.array(v.strictObject({ id, reason: v.optional(v.string()) })),
  core: v.array(id),
  notAssessed: v.array(id),
  hidden: v.array(v.strictObject({ id, reason: v.string() })),
  warnings: v.array(v.string()),
});

const CapSchema = v.strictObject({ limit: score, questions: v.array(id), binding: v.boolean() });

export const SimulationSchema = v.strictObject({
  score: scoreOrNull,
  rawScore: scoreOrNull,
  level: v.nullable(count),
  levelName: v.nullable(v.string()),
  cap: v.nullable(CapSchema),
  domains: v.array(v.strictObject({ id, score: scoreOrNull })),
});

const reasons = v.array(v.strictObject({ id, reason: v.string() }));

/** Why a result is what it is, in sentences; null where there is nothing to say. */
export const ExplanationSchema = v.strictObject({
  level: v.string(),
  interval: v.nullable(v.string()),
  cap: v.nullable(v.string()),
  threshold: v.string(),
  exposure: v.string(),
  deduced: reasons,
  notAssessed: reasons,
  actions: v.array(v.strictObject({ id, why: v.string(), order: v.string() })),
});

const CheapestSetSchema = v.strictObject({
  /** The final score to reach. */
  goal: score,
  /** In plan order, triggered prerequisites included. */
  actions: v.array(id),
  /** Sum of effort + cost / 2. */
  burden: v.number(),
  /** The final score and level that the set brings. */
  score,
  level: count,
});

/** Null where there is nothing to reach, where the whole plan does not reach it, or while a question is open. */
export const CheapestSetsSchema = v.strictObject({
  expected: v.nullable(CheapestSetSchema),
  nextLevel: v.nullable(CheapestSetSchema),
});

export const ResultSchema = v.strictObject({
  questionnaire: v.string(),
  version: v.string(),
  hash: v.string(),
  engine: v.string(),
  complete: v.boolean(),
  remaining: v.array(id),
  score: scoreOrNull,
  rawScore: scoreOrNull,
  interval,
  level: v.nullable(count),
  levelName: v.nullable(v.string()),
  levelInterval: v.tuple([count, count]),
  class: v.string(),
  expected: score,
  reached: v.nullable(v.boolean()),
  cap: v.nullable(CapSchema),
  caps: v.array(v.strictObject({ limit: score, question: id })),
  counted: count,
  unknown: count,
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  provisional: v.boolean(),
  deduced: v.array(v.strictObject({ id, from: id })),
  core: v.strictObject({ score: scoreOrNull, answered: count, total: count, unknown: count }),
  domains: v.array(
    v.strictObject({
      id,
      score: scoreOrNull,
      interval: v.nullable(interval),
      target: scoreOrNull,
      answered: count,
      unknown: count,
      answeredNa: count,
    }),
  ),
  alerts: v.array(v.strictObject({ question: id, label: v.string() })),
  actions: v.array(
    v.strictObject({
      id,
      rank: v.pipe(v.number(), v.integer(), v.minValue(1)),
      priority: v.pipe(v.number(), v.minValue(0)),
      gain: score,
      liftsCap: scoreOrNull,
      days: count,
      because: v.array(id),
    }),
  ),
  notAssessed: v.array(id),
  simulation: v.nullable(SimulationSchema),
});

/** What the API answers: the result; why it is so and the cheapest sets of actions, each null unless asked for. */
export const ReportSchema = v.strictObject({
  ...ResultSchema.entries,
  explanation: v.nullable(ExplanationSchema),
  cheapest: v.nullable(CheapestSetsSchema),
});

export type Report = DeepReadonly<v.InferOutput<typeof ReportSchema>>;
export type CompletedProfile = DeepReadonly<v.InferOutput<typeof CompletedProfileSchema>>;
export type Adapted = DeepReadonly<v.InferOutput<typeof AdaptedSchema>>;
export type Cap = DeepReadonly<v.InferOutput<typeof CapSchema>>;
export type Simulation = DeepReadonly<v.InferOutput<typeof SimulationSchema>>;
export type Explanation = DeepReadonly<v.InferOutput<typeof ExplanationSchema>>;
export type CheapestSets = DeepReadonly<v.InferOutput<typeof CheapestSetsSchema>>;
export type Result = DeepReadonly<v.InferOutput<typeof ResultSchema>>;
