/**
 * The compiled questionnaire: the one JSON per version that the build writes, the API serves and the engine reads.
 * One schema gives the TypeScript types, the build's check and the OpenAPI document. Never edited by hand.
 */
import * as v from "valibot";
import { MAX_LEVEL } from "./level.ts";

/** A condition on the profile. `in` holds when the variable (any of its values, if multiple) is listed. */
export type Condition =
  | true
  | { readonly var: string; readonly in: readonly (string | boolean)[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const ConditionSchema: v.GenericSchema<Condition> = v.union([
  v.literal(true),
  v.strictObject({ var: v.string(), in: v.array(v.union([v.string(), v.boolean()])) }),
  v.strictObject({ all: v.array(v.lazy(() => ConditionSchema)) }),
  v.strictObject({ any: v.array(v.lazy(() => ConditionSchema)) }),
  v.strictObject({ not: v.lazy(() => ConditionSchema) }),
]);

const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_LEVEL));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.pipe(v.string(), v.minLength(1));
const rate = v.tuple([positive, positive]);

export const VariableSchema = v.strictObject({
  id: text,
  label: text,
  /** Short noun phrase for composed sentences: « taille de la structure ». */
  name: text,
  help: v.string(),
  type: v.picklist(["single", "multiple", "integer"]),
  optional: v.boolean(),
  /** The screen of the interface that asks it; titles in `messages` under `profile.group.<group>`. */
  group: text,
  /** Whether a contribution keeps it (design §6). */
  kept: v.boolean(),
  options: v.array(v.strictObject({ value: text, label: text, exclusive: v.boolean() })),
  /** For integers: the accepted bounds, both included; null otherwise. */
  range: v.nullable(v.strictObject({ min: v.number(), max: v.number() })),
  /** The variable whose chosen category gives this one's default, or null. */
  defaultFrom: v.nullable(text),
});

export const QuestionSchema = v.strictObject({
  id: text,
  domain: text,
  rank: positive,
  weight: positive,
  core: v.boolean(),
  when: ConditionSchema,
  label: text,
  help: v.string(),
  options: v.pipe(v.array(text), v.length(MAX_LEVEL + 1)),
  unknownAllowed: v.boolean(),
  notApplicable: v.nullable(v.strictObject({ label: text, when: ConditionSchema })),
  impliedBy: v.nullable(v.strictObject({ question: text, atMost: level })),
  cap: v.nullable(v.strictObject({ atMost: level, limit: v.number(), when: ConditionSchema })),
  alert: v.nullable(v.strictObject({ atMost: level, label: text, when: ConditionSchema })),
  references: v.array(text),
  actions: v.array(v.strictObject({ action: text, atLeast: level, atMost: level })),
});

export const ActionSchema = v.strictObject({
  id: text,
  title: text,
  steps: v.array(text),
  domain: text,
  effort: v.picklist([1, 2, 3]),
  cost: v.picklist([0, 1, 2, 3]),
  impact: v.picklist([1, 2, 3]),
  /** Delay in days: one of the plan's horizons. */
  days: positive,
  owner: text,
  requires: v.array(text),
  /** Those of the questions that propose it, in order, then its own. */
  references: v.array(text),
  resources: v.array(v.strictObject({ label: text, url: v.nullable(text), checkedOn: v.nullable(text) })),
});

/** What the references of questions and actions stand for. */
export const FrameworkSchema = v.strictObject({
  id: text,
  name: text,
  publisher: text,
  version: v.nullable(text),
  /** How a reference to it begins (« Hyg » in « Hyg 13 ») or ends (« CSP » in « L.1111-8 CSP »). */
  prefixes: v.array(text),
  suffixes: v.array(text),
  url: v.nullable(text),
  checkedOn: v.nullable(text),
  /** The numbers of its items when the whole list is known, or null. */
  items: v.nullable(v.strictObject({ first: positive, last: positive })),
});

export const QuestionnaireSchema = v.strictObject({
  id: text,
  version: text,
  /** "sha256-" + hex of the canonical JSON without `hash` and `publishedOn` (rules 35). */
  hash: text,
  title: text,
  language: text,
  publishedOn: text,
  profile: v.array(VariableSchema),
  derived: v.array(v.strictObject({ id: text, when: ConditionSchema, label: text, labelNot: text })),
  /** The variable that holds the category code, and the categories with the defaults they give. */
  categories: v.array(v.strictObject({ code: text, label: text, defaults: v.record(v.string(), text) })),
  regions: v.array(
    v.strictObject({
      code: text,
      name: text,
      departments: v.array(text),
      /** The regional e-health operator (GRADeS); `verified` false = name to be checked. */
      operator: v.nullable(v.strictObject({ name: text, verified: v.boolean() })),
    }),
  ),
  domains: v.array(v.strictObject({ id: text, label: text, weight: positive, why: text })),
  questions: v.array(QuestionSchema),
  actions: v.array(ActionSchema),
  frameworks: v.array(FrameworkSchema),
  levels: v.array(v.strictObject({ level, name: text, from: v.number(), meaning: text })),
  exposure: v.array(v.strictObject({ points: positive, when: ConditionSchema })),
  classes: v.array(
    v.strictObject({
      id: text,
      maxExposure: v.nullable(v.number()),
      expected: v.number(),
      target: level,
      coreTarget: level,
    }),
  ),
  warnings: v.array(v.strictObject({ when: ConditionSchema, text })),
  unknown: v.strictObject({ action: text, leadRate: rate, provisionalRate: rate }),
  messages: v.record(v.string(), text),
  displayLimit: positive,
});

/** Makes a parsed type read-only all the way down: nobody edits a published questionnaire. */
export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Questionnaire = DeepReadonly<v.InferOutput<typeof QuestionnaireSchema>>;
export type Variable = Questionnaire["profile"][number];
export type Question = Questionnaire["questions"][number];
export type Action = Questionnaire["actions"][number];
export type Framework = Questionnaire["frameworks"][number];
export type QuestionnaireClass = Questionnaire["classes"][number];
