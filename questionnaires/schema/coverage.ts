/** The coverage table as the API serves it: what each framework asks, and what in the questionnaire answers it. */
import * as v from "valibot";
import type { DeepReadonly } from "./compiled.ts";

const id = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

export const CoverageSchema = v.strictObject({
  questionnaire: id,
  version: v.string(),
  frameworks: v.array(
    v.strictObject({
      id,
      name: v.string(),
      /** How many items the framework has, when the whole list is known; null otherwise. */
      known: v.nullable(count),
      items: v.array(v.strictObject({ reference: v.string(), questions: v.array(id), actions: v.array(id) })),
      /** Items of a known list that no question covers; always empty when the list is not known. */
      uncovered: v.array(v.string()),
    }),
  ),
});

export type Coverage = DeepReadonly<v.InferOutput<typeof CoverageSchema>>;
