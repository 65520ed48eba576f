/** Every schema that the API speaks, by its name in the OpenAPI document: the same ones that validate and give types. */
import * as v from "valibot";
import { ComparisonSchema } from "../../questionnaires/schema/comparison.ts";
import { ConditionSchema, QuestionnaireSchema } from "../../questionnaires/schema/compiled.ts";
import { CoverageSchema } from "../../questionnaires/schema/coverage.ts";
import { AdaptedSchema, ReportSchema } from "../../questionnaires/schema/result.ts";
import { TerritoryListSchema, TerritorySchema } from "../../questionnaires/schema/territory.ts";
import { ComparisonRequestSchema, ContributionRequestSchema, ScoreRequestSchema } from "../diagnostic/request.ts";
import { ProblemSchema } from "../http/problem.ts";
import { DictionarySchema, ReleaseListSchema, ReleaseSchema, ReleaseTableSchema } from "./release-schemas.ts";

export const QuestionnaireListSchema = v.strictObject({
  questionnaires: v.array(
    v.strictObject({
      id: v.string(),
      version: v.string(),
      title: v.string(),
      publishedOn: v.string(),
      questionCount: v.pipe(v.number(), v.integer(), v.minValue(1)),
      url: v.string(),
    }),
  ),
});

export const HealthSchema = v.strictObject({
  status: v.literal("ok"),
  version: v.string(),
  engine: v.string(),
  questionnaires: v.array(v.strictObject({ id: v.string(), versions: v.array(v.string()) })),
});

export const ContributionSchema = v.strictObject({
  contribution: v.strictObject({ accepted: v.literal(true) }),
  result: ReportSchema,
});

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Null where no work is asked. How to solve it: docs/poisoning.md. */
export const ChallengeSchema = v.strictObject({
  challenge: v.nullable(
    v.strictObject({ token: v.string(), bytes: count, zeroBits: count, solutions: count, expiresAt: v.string() }),
  ),
});

/** The OpenAPI document itself, only as far as a client needs to recognise it. */
export const OpenApiSchema = v.looseObject({ openapi: v.string(), info: v.looseObject({}), paths: v.looseObject({}) });

export const SCHEMAS = {
  Condition: ConditionSchema,
  Questionnaire: QuestionnaireSchema,
  QuestionnaireList: QuestionnaireListSchema,
  Adapted: AdaptedSchema,
  Coverage: CoverageSchema,
  Territory: TerritorySchema,
  TerritoryList: TerritoryListSchema,
  ScoreRequest: ScoreRequestSchema,
  ComparisonRequest: ComparisonRequestSchema,
  Comparison: ComparisonSchema,
  ContributionRequest: ContributionRequestSchema,
  Result: ReportSchema,
  Contribution: ContributionSchema,
  Challenge: ChallengeSchema,
  ReleaseList: ReleaseListSchema,
  Release: ReleaseSchema,
  ReleaseTable: ReleaseTableSchema,
  Dictionary: DictionarySchema,
  Problem: ProblemSchema,
  Health: HealthSchema,
  OpenApi: OpenApiSchema,
} as const;

export type SchemaName = keyof typeof SCHEMAS;
