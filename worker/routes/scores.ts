/** Calculates a diagnostic, complete or not, and stores nothing. */
import type { Context } from "hono";
import { report } from "../../questionnaires/engine/engine.ts";
import { parseDiagnostic } from "../diagnostic/parse.ts";
import { ScoreRequestSchema } from "../diagnostic/request.ts";
import { answer } from "../http/answer.ts";
import { readJson } from "../http/json-body.ts";
import { problem } from "../http/problem.ts";

/** The result; or what is wrong with the request, all at once. */
export async function postScore(c: Context): Promise<Response> {
  const body = await readJson(c.req.raw);
  if (!body.ok) return problem(body.problem, body.issues);
  const diagnostic = parseDiagnostic(ScoreRequestSchema, body.value);
  if (!diagnostic.ok) return problem("invalid-content", diagnostic.issues);
  const { adapted, answers, asked } = diagnostic.value;
  return answer(200, report(adapted, answers, asked));
}
