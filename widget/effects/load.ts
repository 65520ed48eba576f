/** Fetches what comes after the first file: the screens of the questions, and the rest of the questionnaire. */
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { Remainder } from "../state/remainder.ts";
import type { Start } from "../state/start.ts";

type JourneyModule = typeof import("../journey/journey.tsx");

export interface Loaded {
  readonly module: JourneyModule;
  readonly questionnaire: Questionnaire;
}

/** The rest of the questionnaire: where it is from this file, and its hash; both written by scripts/build-widget.ts. */
const QUESTIONS = "__QUESTIONS__";
const INTEGRITY = "__QUESTIONS_INTEGRITY__";

/** Both at once. They were built together with the start that is already shown, and fit it. */
export async function load(start: Start): Promise<Loaded> {
  const [module, response] = await Promise.all([
    import("../journey/journey.tsx"),
    fetch(new URL(QUESTIONS, import.meta.url), { integrity: INTEGRITY }),
  ]);
  if (!response.ok) throw new Error(`questions: ${response.status}`);
  const remainder = (await response.json()) as Remainder; // our own build wrote and checked it
  return { module, questionnaire: module.complete(start, remainder) };
}
