/** Two dated diagnostics side by side, as the API serves them (see engine/compare-dates.ts and engine/common-part.ts). */
import * as v from "valibot";
import type { DeepReadonly } from "./compiled.ts";
import { ResultSchema } from "./result.ts";

const id = v.string();
const score = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
/** [earlier, later]; null when nothing is in common. */
const pair = v.nullable(v.tuple([score, score]));
const answer = v.union([v.pipe(v.number(), v.integer()), v.literal("nsp")]);
const common = { id, before: answer, after: answer };

export const ComparisonSchema = v.strictObject({
  before: ResultSchema,
  after: ResultSchema,
  common: v.strictObject({
    questions: v.array(v.strictObject(common)),
    score: pair,
    domains: v.array(v.strictObject({ id, score: pair })),
  }),
  changes: v.array(v.strictObject({ ...common, direction: v.picklist(["up", "down"]) })),
  notCompared: v.strictObject({ before: v.array(id), after: v.array(id) }),
});

export type ComparisonDocument = DeepReadonly<v.InferOutput<typeof ComparisonSchema>>;
