/** Says that the worker answers, in which version, and which questionnaires it holds. Touches no database. */
import type * as v from "valibot";
import { ENGINE_VERSION } from "../../questionnaires/engine/engine.ts";
import { allPublished } from "../catalogue.ts";
import { publicAnswer } from "../http/answer.ts";
import type { HealthSchema } from "../openapi/schemas.ts";
import { API_VERSION } from "../version.ts";

/** Liveness: 200 as soon as the code runs. */
export function getHealth(): Response {
  const versions = Map.groupBy(allPublished(), ({ questionnaire }) => questionnaire.id);
  const body: v.InferOutput<typeof HealthSchema> = {
    status: "ok",
    version: API_VERSION,
    engine: ENGINE_VERSION,
    questionnaires: [...versions].map(([id, list]) => ({
      id,
      versions: list.map(({ questionnaire }) => questionnaire.version),
    })),
  };
  return publicAnswer(body);
}
