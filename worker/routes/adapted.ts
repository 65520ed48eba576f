/** Says, for the profile in the query string, which questions are asked, which are not, and why. Stores nothing. */
import type { Context } from "hono";
import { adapt, describeAdapted, parseProfile } from "../../questionnaires/engine/engine.ts";
import type { AppEnv } from "../bindings.ts";
import { findVersion } from "../catalogue.ts";
import { profileFromQuery } from "../diagnostic/query.ts";
import { publicAnswer } from "../http/answer.ts";
import { problem } from "../http/problem.ts";
import { unpublished } from "../http/unpublished.ts";

/** The adapted questionnaire, or 422 with everything that is wrong with the profile. */
export function getAdapted(c: Context<AppEnv, "/:id/:version">): Response {
  const published = findVersion(c.req.param("id"), c.req.param("version"));
  if (published === undefined) return unpublished(c.req.param("id"));
  const query = profileFromQuery(published.model, new URL(c.req.url).searchParams);
  const profile = parseProfile(published.model, query.profile);
  if (!profile.ok) return problem("invalid-content", [...query.issues, ...profile.issues]);
  if (query.issues.length > 0) return problem("invalid-content", query.issues);
  return publicAnswer(describeAdapted(adapt(published.model, profile.value)));
}
