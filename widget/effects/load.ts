/** Fetches what comes after the first file: the screens of the questions, and the questionnaire of this exact version. */
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { Start } from "../state/start.ts";
import { serverUrl } from "./server-url.ts";

type JourneyModule = typeof import("../journey/journey.tsx");

export interface Loaded {
  readonly module: JourneyModule;
  readonly questionnaire: Questionnaire;
}

/** Where the build has put the chunk, from this file; written in its place by scripts/build-widget.ts. */
const JOURNEY = "__JOURNEY__";

/** Both at once. A published version never changes, so it fits the start that is already shown. */
export async function load({ id, version }: Start, tries: number): Promise<Loaded> {
  const [module, response] = await Promise.all([
    importJourney(tries),
    fetch(serverUrl(import.meta.url, `/api/v1/questionnaires/${id}/${version}`), { credentials: "omit" }),
  ]);
  if (!response.ok) throw new Error(`questionnaire: ${response.status}`);
  return { module, questionnaire: (await response.json()) as Questionnaire }; // our own build wrote and checked it
}

/** A browser remembers for good that an import has failed: a later try must have another address. */
function importJourney(tries: number): Promise<JourneyModule> {
  return tries ? import(/* @vite-ignore */ `./${JOURNEY}?${tries}`) : import("../journey/journey.tsx");
}
