/** Sets two dated diagnostics side by side, each in its own version, and stores nothing. */
import type { Context } from "hono";
import { compareDates } from "../../questionnaires/engine/engine.ts";
import { parsePair } from "../diagnostic/dated.ts";
import { answer } from "../http/answer.ts";
import { readJson } from "../http/json-body.ts";
import { problem } from "../http/problem.ts";

/** Both results, both scores on the part in common, what changed, what cannot be compared. */
export async function postComparison(c: Context): Promise<Response> {
  const body = await readJson(c.req.raw);
  if (!body.ok) return problem(body.problem, body.issues);
  const pair = parsePair(body.value);
  if (!pair.ok) return problem("invalid-content", pair.issues);
  const { before, after, path } = pair.value;
  return answer(200, compareDates(before, after, path));
}
