/**
 * What a territory adds to a questionnaire: whom to call, which services help with which action, what may pay for them,
 * its colours, and the sites that may embed the diagnostic. The same schemas check the build, type the code, describe the API.
 */
import * as v from "valibot";
import { ConditionSchema, type DeepReadonly } from "./compiled.ts";
import { isExactOrigin } from "./origin.ts";

const text = v.pipe(v.string(), v.minLength(1));

/** An address, and the day when a person opened it (or called, or wrote); null = not known yet, or never done. */
const link = { url: v.nullable(text), checkedOn: v.nullable(text) };

/** Why one calls: for help with a plan, during an attack, to report one, about personal data, as the authority. */
export const CONTACT_KINDS = ["support", "emergency", "report", "personal-data", "authority"] as const;

export const ContactSchema = v.strictObject({
  id: text,
  kind: v.picklist(CONTACT_KINDS),
  name: text,
  /** Whether the name was seen in a source. */
  verified: v.boolean(),
  /** Why one calls, in a sentence. */
  purpose: text,
  phone: v.nullable(text),
  email: v.nullable(text),
  ...link,
});

export const ServiceSchema = v.strictObject({
  id: text,
  title: text,
  operator: text,
  /** Whom it is for, in words; `for` says it of a profile. */
  audience: text,
  /** Actions that it helps with. */
  actions: v.array(text),
  for: ConditionSchema,
  /** Null = not known. */
  free: v.nullable(v.boolean()),
  /** What a reader should know before counting on it, or null. */
  note: v.nullable(text),
  ...link,
});

export const FinancingSchema = v.strictObject({
  id: text,
  title: text,
  /** Who may get it and who may not, honestly. */
  text: text,
  /** Actions that it concerns; none = the whole plan. */
  actions: v.array(text),
  for: ConditionSchema,
  ...link,
});

export const TerritorySchema = v.strictObject({
  /** Short and lower case: « ara ». */
  code: text,
  name: text,
  /** The code of the region in the questionnaires (INSEE); null for the national level. */
  region: v.nullable(text),
  departments: v.array(text),
  /** In the order in which one calls. */
  contacts: v.array(ContactSchema),
  services: v.array(ServiceSchema),
  financing: v.array(FinancingSchema),
  /** Custom property of the widget → colour. */
  theme: v.nullable(v.record(v.string(), text)),
});

export const TerritoryListSchema = v.strictObject({
  territories: v.array(v.strictObject({ code: text, name: text, region: v.nullable(text) })),
});

/** A mailing of the region: the fingerprint of the code that it prints, and the days (YYYY-MM-DD, both included) when it counts. */
export const CampaignSchema = v.strictObject({ id: text, sha256: text, from: text, to: text });

/**
 * As built, for the worker: with what the API keeps to itself, the exact origins of the sites that may embed the diagnostic
 * and the campaigns.
 */
export const HostedTerritorySchema = v.strictObject({
  ...TerritorySchema.entries,
  campaigns: v.array(CampaignSchema),
  /** Whether only contributions of an open campaign are counted. */
  campaignRequired: v.boolean(),
  origins: v.array(v.pipe(text, v.check(isExactOrigin))),
});

export type Territory = DeepReadonly<v.InferOutput<typeof TerritorySchema>>;
export type HostedTerritory = DeepReadonly<v.InferOutput<typeof HostedTerritorySchema>>;
export type TerritoryList = DeepReadonly<v.InferOutput<typeof TerritoryListSchema>>;
export type Contact = Territory["contacts"][number];
export type Service = Territory["services"][number];
export type Financing = Territory["financing"][number];
