/** Fetches what comes after the first file: the screens of the questions, and the rest of the questionnaire. */
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { Remainder } from "../state/remainder.ts";
import type { Start } from "../state/start.ts";

type JourneyModule = typeof import("../journey/journey.tsx");

export interface Loaded {
  readonly module: JourneyModule;
  readonly questionnaire: Questionnaire;
}

/** Where the build has put the two files, from this one; written in their places by scripts/build-widget.ts. */
const JOURNEY = "__JOURNEY__";
const QUESTIONS = "__QUESTIONS__";

/** Both at once. They were built together with the start that is already shown, and fit it. */
export async function load(start: Start, tries: number): Promise<Loaded> {
  const [module, response] = await Promise.all([importJourney(tries), fetch(new URL(QUESTIONS, import.meta.url))]);
  if (!response.ok) throw new Error(`questions: ${response.status}`);
  const remainder = (await response.json()) as Remainder; // our own build wrote and checked it
  return { module, questionnaire: module.complete(start, remainder) };
}

/** A browser remembers for good that an import has failed: a later try must have another address. */
function importJourney(tries: number): Promise<JourneyModule> {
  return tries ? import(/* @vite-ignore */ `./${JOURNEY}?${tries}`) : import("../journey/journey.tsx");
}
