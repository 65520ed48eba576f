/** The refusal of a path that names a questionnaire, or a version, which is not published. */
import { versionsOf } from "../catalogue.ts";
import { issue } from "./issue.ts";
import { problem } from "./problem.ts";

/** 404, saying which of the two names is unknown. */
export function unpublished(id: string): Response {
  if (versionsOf(id).length === 0)
    return problem("unknown-questionnaire", [issue("questionnaire.unknown", "questionnaire")]);
  return problem("unknown-version", [issue("version.unknown", "version")]);
}
