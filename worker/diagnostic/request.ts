/** The bodies that `POST /scores` and `POST /contributions` accept: one schema each, for validation, types and OpenAPI. */
import * as v from "valibot";
import { MAX_LEVEL } from "../../questionnaires/schema/level.ts";

const integer = v.pipe(v.number(), v.integer());
const levels = Array.from({ length: MAX_LEVEL + 1 }, (_, level) => level);

/** What a person says of the establishment: a code, a list of codes, an integer; null is the same as silence. */
const ProfileSchema = v.record(v.string(), v.nullable(v.union([v.string(), v.array(v.string()), integer])));

/** By question id: a level, « je ne sais pas » or « non applicable » (rules 7). */
const AnswersSchema = v.record(v.string(), v.picklist([...levels, "nsp", "na"]));

const dated = {
  questionnaire: v.string(),
  version: v.string(),
  profile: ProfileSchema,
  answers: AnswersSchema,
};

/** One diagnostic and nothing else: what a comparison holds twice. */
export const DiagnosticSchema = v.strictObject(dated);

export const ComparisonRequestSchema = v.strictObject({ before: DiagnosticSchema, after: DiagnosticSchema });

const diagnostic = {
  ...dated,
  simulate: v.optional(v.array(v.string())),
  /** Whether the result says why, in sentences. */
  explain: v.optional(v.boolean()),
  /** Whether the cheapest sets of actions are searched. */
  cheapest: v.optional(v.boolean()),
};

export const ScoreRequestSchema = v.strictObject(diagnostic);

/** Where a contribution was made: the hosted page, the widget in another page, the widget in an iframe. */
export const CHANNELS = ["page", "widget", "iframe"] as const;

/** Characters of a campaign code, the spaces and dashes that help to read it included. */
const MAX_CAMPAIGN_CODE = 60;

export const ContributionRequestSchema = v.strictObject({
  ...diagnostic,
  territory: v.optional(v.string()),
  channel: v.optional(v.picklist(CHANNELS)),
  /** The code of a region's mailing. */
  campaign: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_CAMPAIGN_CODE))),
});

/** Any of the schemas; what they share is what a diagnostic is parsed from. */
export type RequestSchema = typeof DiagnosticSchema | typeof ScoreRequestSchema | typeof ContributionRequestSchema;

/** What the engine judges itself, and says better; reading it twice would cost as much as the whole adaptation. */
type Inside = "profile" | "answers" | "simulate";

/** Those of them that no request may leave out. */
export const REQUIRED_INSIDES = ["profile", "answers"] as const satisfies readonly Inside[];

/** A request without them: its scalars. */
export type Envelope<S extends RequestSchema> = Omit<v.InferOutput<S>, Inside>;

const ENVELOPES = new Map(
  [DiagnosticSchema, ScoreRequestSchema, ContributionRequestSchema].map((schema) => {
    const { profile: _profile, answers: _answers, ...scalars }: v.ObjectEntries = schema.entries;
    delete scalars.simulate;
    return [schema, v.object(scalars)] as const;
  }),
);

/** The same schema for the envelope alone; keys that it does not name are left to who asks. */
export function envelopeOf(schema: RequestSchema): v.ObjectSchema<v.ObjectEntries, undefined> {
  const envelope = ENVELOPES.get(schema);
  if (!envelope) throw new Error("Every request schema has its envelope.");
  return envelope;
}
