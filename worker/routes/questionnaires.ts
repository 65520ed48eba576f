/** Serves the published questionnaires: the list, the latest version of one, an exact version. */
import type { Context } from "hono";
import type * as v from "valibot";
import type { AppEnv } from "../bindings.ts";
import { allPublished, findVersion, versionsOf } from "../catalogue.ts";
import { publicAnswer } from "../http/answer.ts";
import { serve } from "../http/representation.ts";
import { unpublished } from "../http/unpublished.ts";
import type { QuestionnaireListSchema } from "../openapi/schemas.ts";

type QuestionnaireList = v.InferOutput<typeof QuestionnaireListSchema>;

/** Every published version: questionnaires by id, versions newest first. */
export function listQuestionnaires(): Response {
  const questionnaires = allPublished().map(({ questionnaire: { id, version, title, publishedOn, questions } }) => ({
    id,
    version,
    title,
    publishedOn,
    questionCount: questions.length,
    url: `/api/v1/questionnaires/${id}/${version}`,
  }));
  const body: QuestionnaireList = { questionnaires };
  return publicAnswer(body);
}

/** The newest version; the client asks again each time, and is told when nothing changed. */
export function getLatest(c: Context<AppEnv, "/:id">): Response | Promise<Response> {
  const latest = versionsOf(c.req.param("id"))[0];
  return latest === undefined ? unpublished(c.req.param("id")) : serve(c.req.raw, latest.latest());
}

/** An exact version: published, hence never changed, hence kept for a year. */
export function getVersion(c: Context<AppEnv, "/:id/:version">): Response | Promise<Response> {
  const published = findVersion(c.req.param("id"), c.req.param("version"));
  return published === undefined ? unpublished(c.req.param("id")) : serve(c.req.raw, published.exact());
}
