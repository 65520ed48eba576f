/** The routes of the API as the OpenAPI document tells them. A test compares this list with the routes of the app. */
import { XLSX_TYPE, ZIP_TYPE } from "../http/media-type.ts";
import { OPENMETRICS_TYPE } from "../metrics/openmetrics.ts";
import type { SchemaName } from "./schemas.ts";
import type texts from "./texts.fr.json";

type OperationId = keyof typeof texts.operations;
type ParameterName = keyof typeof texts.parameters;

export interface Operation {
  readonly id: OperationId;
  readonly method: "get" | "post";
  /** As OpenAPI writes it: `/api/v1/questionnaires/{id}`. */
  readonly path: string;
  readonly pathParameters: readonly ParameterName[];
  /** Whether the query string holds a profile. */
  readonly profileInQuery: boolean;
  /** Whether it takes an Idempotency-Key. */
  readonly idempotent: boolean;
  readonly body: SchemaName | null;
  /** Media types, other than JSON, in which a 200 may come: by the name of the file, or by `variant`. */
  readonly texts?: readonly string[];
  /** Whether `territory` in the query keeps the lines of one. */
  readonly byTerritory?: boolean;
  /** Whether it is a file that may be asked for in parts (Range). */
  readonly inParts?: boolean;
  /** Whether `variant` chooses among the forms of CSV. */
  readonly variants?: boolean;
  /** The bearer token that it asks for, by its name among the security schemes; that of the statistics only where they are not public. */
  readonly token?: "metricsToken" | "statisticsToken";
  /** What each success carries; null = no body. */
  readonly answers: Readonly<Record<number, SchemaName | null>>;
  /** The statuses that carry a problem, besides 500. */
  readonly problems: readonly number[];
}

const READ = { method: "get", profileInQuery: false, idempotent: false, body: null, pathParameters: [] } as const;
const WRITE = { method: "post", profileInQuery: false, pathParameters: [] } as const;
const TOKEN_PROBLEMS = [401, 503] as const;
/** A file of a release: made while it is sent, whole or in part. */
const FILE = {
  ...READ,
  pathParameters: ["id"],
  inParts: true,
  token: "statisticsToken",
  problems: [...TOKEN_PROBLEMS, 404, 416],
} as const;
/** The same, with the lines of a territory only where that is asked for, or all that a token opens. */
const FILE_BY_TERRITORY = { ...FILE, byTerritory: true, problems: [...FILE.problems, 403] } as const;
const BODY_PROBLEMS = [400, 403, 413, 415, 422] as const;

export const OPERATIONS: readonly Operation[] = [
  {
    ...READ,
    id: "listQuestionnaires",
    path: "/api/v1/questionnaires",
    answers: { 200: "QuestionnaireList" },
    problems: [],
  },
  {
    ...READ,
    id: "getLatestQuestionnaire",
    path: "/api/v1/questionnaires/{id}",
    pathParameters: ["id"],
    answers: { 200: "Questionnaire", 304: null },
    problems: [404],
  },
  {
    ...READ,
    id: "getQuestionnaire",
    path: "/api/v1/questionnaires/{id}/{version}",
    pathParameters: ["id", "version"],
    answers: { 200: "Questionnaire", 304: null },
    problems: [404],
  },
  {
    ...READ,
    id: "getAdapted",
    path: "/api/v1/questionnaires/{id}/{version}/adapted",
    pathParameters: ["id", "version"],
    profileInQuery: true,
    answers: { 200: "Adapted" },
    problems: [404, 422],
  },
  {
    ...READ,
    id: "getCoverage",
    path: "/api/v1/questionnaires/{id}/{version}/coverage",
    pathParameters: ["id", "version"],
    answers: { 200: "Coverage", 304: null },
    problems: [404],
  },
  {
    ...READ,
    id: "listTerritories",
    path: "/api/v1/territories",
    answers: { 200: "TerritoryList", 304: null },
    problems: [],
  },
  {
    ...READ,
    id: "getTerritory",
    path: "/api/v1/territories/{code}",
    pathParameters: ["code"],
    answers: { 200: "Territory", 304: null },
    problems: [404],
  },
  {
    ...WRITE,
    id: "postScore",
    path: "/api/v1/scores",
    idempotent: false,
    body: "ScoreRequest",
    answers: { 200: "Result" },
    problems: BODY_PROBLEMS,
  },
  {
    ...WRITE,
    id: "postComparison",
    path: "/api/v1/comparisons",
    idempotent: false,
    body: "ComparisonRequest",
    answers: { 200: "Comparison" },
    problems: BODY_PROBLEMS,
  },
  {
    ...WRITE,
    id: "postContribution",
    path: "/api/v1/contributions",
    idempotent: true,
    body: "ContributionRequest",
    answers: { 201: "Contribution", 200: "Contribution" },
    problems: [...BODY_PROBLEMS, 503],
  },
  {
    ...READ,
    id: "listReleases",
    path: "/api/v1/releases",
    token: "statisticsToken",
    answers: { 200: "ReleaseList" },
    problems: TOKEN_PROBLEMS,
  },
  {
    ...FILE,
    id: "getRelease",
    path: "/api/v1/releases/{id}",
    answers: { 200: "Release", 304: null },
  },
  {
    ...FILE_BY_TERRITORY,
    id: "getReleaseTable",
    path: "/api/v1/releases/{id}/tables/{file}",
    pathParameters: ["id", "file"],
    texts: ["text/csv", "application/x-ndjson", XLSX_TYPE],
    variants: true,
    answers: { 200: "ReleaseTable", 304: null },
  },
  {
    ...FILE,
    id: "getReleaseDictionary",
    path: "/api/v1/releases/{id}/dictionary.json",
    answers: { 200: "Dictionary", 304: null },
  },
  {
    ...FILE,
    id: "getReleaseDictionaryCsv",
    path: "/api/v1/releases/{id}/dictionary.csv",
    texts: ["text/csv"],
    variants: true,
    answers: { 200: null, 304: null },
  },
  {
    ...FILE_BY_TERRITORY,
    id: "getReleaseWorkbook",
    path: "/api/v1/releases/{id}/release.xlsx",
    texts: [XLSX_TYPE],
    answers: { 200: null, 304: null },
  },
  {
    ...FILE_BY_TERRITORY,
    id: "getReleasePackage",
    path: "/api/v1/releases/{id}/package.zip",
    texts: [ZIP_TYPE],
    answers: { 200: null, 304: null },
  },
  { ...READ, id: "getOpenApi", path: "/api/v1/openapi.json", answers: { 200: "OpenApi", 304: null }, problems: [] },
  { ...READ, id: "getHealth", path: "/healthz", answers: { 200: "Health" }, problems: [] },
  {
    ...READ,
    id: "getMetrics",
    path: "/metrics",
    token: "metricsToken",
    answers: { 200: null },
    texts: [OPENMETRICS_TYPE],
    problems: [401, 404],
  },
];
