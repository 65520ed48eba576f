/** What the HTTP benchmark asks of the API: the questionnaire in its three forms, and the score of a whole diagnostic. */
import { catalogue } from "../../dist/questionnaires/catalogue.js";
import { adapt, indexQuestionnaire, parseProfile } from "../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { Request } from "./client.ts";

export interface Scenario {
  readonly name: string;
  /** The bar of design §8, as a share of a bare route; null = none. */
  readonly bar: number | null;
  /** The place of the bare route that reads and writes as much; 0 = the one that does nothing. */
  readonly like: number;
  readonly request: Request;
}

/** The bare routes first: they are what the others are compared with. */
export function scenarios(bare: string, product: string): readonly Scenario[] {
  const questionnaire = catalogue.at(-1);
  if (!questionnaire) throw new Error("The catalogue is empty.");
  const { id, version, hash } = questionnaire;
  const url = `${product}/api/v1/questionnaires/${id}/${version}`;
  const gzip = { "accept-encoding": "gzip" };
  const held = { "if-none-match": `W/"${hash}"` };
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: diagnostic(questionnaire) };
  const score = { url: `${product}/api/v1/scores`, ...post };
  return [
    { name: "bare Hono route", bar: null, like: 0, request: { url: `${bare}/` } },
    { name: "bare, the same document out", bar: null, like: 1, request: { url: `${bare}/document` } },
    { name: "bare, the same body in and out", bar: null, like: 2, request: { url: `${bare}/`, ...post } },
    { name: "GET questionnaire", bar: 0.8, like: 1, request: { url } },
    { name: "GET questionnaire, gzip", bar: 0.8, like: 1, request: { url, headers: gzip } },
    { name: "GET questionnaire, unchanged (304)", bar: 0.8, like: 0, request: { url, headers: { ...gzip, ...held } } },
    { name: "POST scores, a complete diagnostic", bar: 0.5, like: 2, request: score },
  ];
}

/** The first option of each required variable, one level to every question that is then asked. */
export function diagnostic(questionnaire: Questionnaire, level = 3): string {
  const profile = Object.fromEntries(
    questionnaire.profile
      .filter(({ optional }) => !optional)
      .map(({ id, type, options }) => [id, type === "multiple" ? [options[0]?.value] : options[0]?.value]),
  );
  const model = indexQuestionnaire(questionnaire);
  const parsed = parseProfile(model, profile);
  if (!parsed.ok) throw new Error(`The profile is refused: ${JSON.stringify(parsed.issues)}`);
  const answers = Object.fromEntries(adapt(model, parsed.value).displayed.map(({ id }) => [id, level]));
  return JSON.stringify({ questionnaire: questionnaire.id, version: questionnaire.version, profile, answers });
}
