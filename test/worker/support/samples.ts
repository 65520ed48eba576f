/** Real requests on the shipped content, derived from it so that a new version needs no new sample. */
import { catalogue } from "../../../dist/questionnaires/catalogue.js";
import {
  type AdaptedQuestionnaire,
  adapt,
  indexQuestionnaire,
  parseProfile,
} from "../../../questionnaires/engine/engine.ts";
import type { Questionnaire, Variable } from "../../../questionnaires/schema/compiled.ts";

export interface Body {
  readonly questionnaire: string;
  readonly version: string;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The newest shipped version. */
export const questionnaire: Questionnaire = catalogue.at(-1) ?? fail("The catalogue is empty.");

/** The EHPAD of the worked examples: everything decided on site, a class C. */
export const EHPAD = {
  categorie: "500",
  secteur: "pa",
  medicalise: "oui",
  hebergement_247: "oui",
  taille: "50_249",
  rattachement: "autonome",
  informatique: "prestataire",
  hebergement: "sur_site",
  serveur_local: "oui",
  dui: "segur",
  equipements: ["appel_malade", "video"],
  wifi_public: "oui",
  telesante: "oui",
  mobilite: "occasionnelle",
} as const;

/** What a profile is asked. */
export function adapted(profile: unknown): AdaptedQuestionnaire {
  const parsed = parseProfile(indexQuestionnaire(questionnaire), profile);
  return parsed.ok ? adapt(indexQuestionnaire(questionnaire), parsed.value) : fail(JSON.stringify(parsed.issues));
}

/** A complete diagnostic: level 3 to every question that the profile is asked. */
export function complete(profile: Readonly<Record<string, unknown>> = EHPAD): Body {
  const answers = Object.fromEntries(adapted(profile).displayed.map(({ id }) => [id, 3]));
  return { questionnaire: questionnaire.id, version: questionnaire.version, profile, answers };
}

/** The longest profile that can be stored: every variable, its longest value, every value of a list. */
export function longestProfile(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(questionnaire.profile.map((variable) => [variable.id, longestValue(variable)]));
}

function longestValue({ type, options, range }: Variable): unknown {
  if (type === "integer") return range?.max ?? 0;
  const values = options.filter(({ exclusive }) => type === "single" || !exclusive).map(({ value }) => value);
  return type === "multiple" ? values : values.toSorted((a, b) => b.length - a.length)[0];
}

export function fail(reason: string): never {
  throw new Error(reason);
}
