/** The product made of the second questionnaire alone: where it is built, apart from the real one. */
import { fileURLToPath } from "node:url";
import { build } from "../../scripts/build.ts";
import { SECOND_ROOT } from "../support/questionnaires.ts";

export const DIST = fileURLToPath(new URL("../../dist/second", import.meta.url));

export function buildSecond(): Promise<void> {
  return build({ questionnaires: SECOND_ROOT, shown: "office", out: DIST });
}
