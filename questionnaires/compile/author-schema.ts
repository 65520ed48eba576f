/** The YAML that authors write, file by file: every key, its type, its default. Nothing else is accepted. */
import * as v from "valibot";
import { MAX_LEVEL } from "../schema/level.ts";

const text = v.pipe(v.string(), v.minLength(1));
const whole = v.pipe(v.number(), v.integer());
const positive = v.pipe(whole, v.minValue(1));
const level = v.pipe(whole, v.minValue(0), v.maxValue(MAX_LEVEL));
const percentage = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const isoDate = v.pipe(v.string(), v.isoDate());
const always = v.optional(text, "toujours");
const choice = v.strictObject({ value: text, label: text, exclusive: v.optional(v.boolean(), false) });
const rate = v.tuple([positive, positive]);

export const IdentitySchema = v.strictObject({
  id: text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  title: text,
  language: text,
  publishedOn: isoDate,
  displayLimit: positive,
  levels: v.array(v.strictObject({ level, name: text, from: percentage, meaning: text })),
  exposure: v.array(v.strictObject({ points: positive, when: text })),
  classes: v.array(
    v.strictObject({
      id: text,
      maxExposure: v.nullable(whole),
      expected: percentage,
      target: level,
      coreTarget: level,
    }),
  ),
  unknown: v.strictObject({ action: text, leadRate: rate, provisionalRate: rate }),
});

export const ProfileSchema = v.strictObject({
  variables: v.array(
    v.strictObject({
      id: text,
      group: text,
      label: text,
      name: text,
      help: v.string(),
      type: v.picklist(["single", "multiple", "integer"]),
      optional: v.boolean(),
      kept: v.boolean(),
      defaultFrom: v.optional(text),
      range: v.optional(v.strictObject({ min: whole, max: whole })),
      options: v.optional(v.array(choice), []),
      /** Marks the variable whose other options are the categories. */
      otherOption: v.optional(v.strictObject({ value: text, label: text })),
    }),
  ),
  derived: v.array(v.strictObject({ id: text, when: text, label: text, labelNot: text })),
  warnings: v.array(v.strictObject({ when: text, text })),
});

export const CategoriesSchema = v.strictObject({
  /** By sector; every key besides `code` and `label` is the default of a profile variable. */
  categories: v.record(v.string(), v.array(v.objectWithRest({ code: text, label: text }, text))),
});

export const RegionsSchema = v.strictObject({
  regions: v.array(
    v.strictObject({
      code: text,
      name: text,
      departments: v.array(text),
      operator: v.optional(v.strictObject({ name: text, verified: v.boolean() })),
    }),
  ),
});

export const DomainsSchema = v.strictObject({
  domains: v.array(v.strictObject({ id: text, label: text, weight: positive, why: text })),
});

export const QuestionsSchema = v.strictObject({
  domain: text,
  questions: v.array(
    v.strictObject({
      id: text,
      rank: positive,
      weight: positive,
      core: v.optional(v.boolean(), false),
      when: always,
      label: text,
      help: v.string(),
      options: v.pipe(v.array(text), v.length(MAX_LEVEL + 1)),
      unknown: v.optional(v.boolean(), true),
      notApplicable: v.optional(v.strictObject({ label: text, when: always })),
      impliedBy: v.optional(v.strictObject({ question: text, atMost: level })),
      cap: v.optional(v.strictObject({ atMost: level, limit: percentage, when: always })),
      alert: v.optional(v.strictObject({ atMost: level, label: text, when: always })),
      references: v.array(text),
      actions: v.array(
        v.strictObject({ action: text, atLeast: v.optional(level, 0), atMost: v.optional(level, MAX_LEVEL - 1) }),
      ),
    }),
  ),
});

export const ActionsSchema = v.strictObject({
  actions: v.array(
    v.strictObject({
      id: text,
      title: text,
      domain: text,
      effort: v.picklist([1, 2, 3]),
      cost: v.picklist([0, 1, 2, 3]),
      impact: v.picklist([1, 2, 3]),
      days: positive,
      owner: text,
      steps: v.pipe(v.array(text), v.minLength(1)),
      requires: v.optional(v.array(text), []),
      resources: v.optional(
        v.array(v.strictObject({ label: text, url: v.optional(text), checkedOn: v.optional(isoDate) })),
        [],
      ),
    }),
  ),
});

export const MessagesSchema = v.record(v.string(), text);
