/** Every refusal of the API, in the shape of RFC 9457: a stable type, French words, and what is wrong, where. */
import * as v from "valibot";
import type { Issue } from "../../questionnaires/engine/engine.ts";
import { headersWith } from "./headers.ts";
import { PROBLEM_TYPE } from "./media-type.ts";
import messages from "./messages.fr.json";

/** The problems and their status. */
export const PROBLEM_STATUS = {
  "unreadable-content": 400,
  "token-required": 401,
  "token-refused": 401,
  "origin-refused": 403,
  "token-territory": 403,
  "not-found": 404,
  "unknown-questionnaire": 404,
  "unknown-version": 404,
  "unknown-territory": 404,
  "unknown-release": 404,
  "unknown-table": 404,
  "unknown-release-file": 404,
  "method-not-allowed": 405,
  "content-too-large": 413,
  "unsupported-media-type": 415,
  "range-not-satisfiable": 416,
  "invalid-content": 422,
  "internal-error": 500,
  "store-unavailable": 503,
  "access-unavailable": 503,
  "statistics-unavailable": 503,
} as const satisfies Record<keyof typeof messages.problems, number>;

export type ProblemName = keyof typeof PROBLEM_STATUS;

/** No more errors than this in one answer: a body of 32 KiB cannot make us write a megabyte. */
const MAX_ERRORS = 100;

const PREFIX = "urn:diag-cyber-esms:problem:";

export const ProblemSchema = v.strictObject({
  type: v.picklist(Object.keys(PROBLEM_STATUS).map((name) => `${PREFIX}${name}`)),
  title: v.string(),
  status: v.picklist(Object.values(PROBLEM_STATUS)),
  detail: v.string(),
  errors: v.optional(v.array(v.strictObject({ pointer: v.string(), code: v.string(), detail: v.string() }))),
});

/** Which problem each refusal says, for the operator's log: read from the answer, it would have to be parsed again. */
const said = new WeakMap<Response, ProblemName>();

/** The problem that an answer says; null when it says none. */
export function problemOf(response: Response): ProblemName | null {
  return said.get(response) ?? null;
}

/** The response that says a problem, in its own words or, where one word says more, in `detail`; never cached, never carrying anything that was stored. */
export function problem(
  name: ProblemName,
  issues: readonly Issue[] = [],
  headers: Readonly<Record<string, string>> = {},
  detail: string = messages.problems[name].detail,
): Response {
  const { title } = messages.problems[name];
  const status = PROBLEM_STATUS[name];
  const errors = issues.length === 0 ? {} : { errors: issues.slice(0, MAX_ERRORS) };
  const response = new Response(JSON.stringify({ type: `${PREFIX}${name}`, title, status, detail, ...errors }), {
    status,
    headers: headersWith({ "Content-Type": PROBLEM_TYPE, ...headers }),
  });
  said.set(response, name);
  return response;
}
