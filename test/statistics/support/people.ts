/** Populations for the tests of disclosure control: small vocabularies, where everything that can go wrong soon does. */
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import type { Result } from "../../../questionnaires/schema/result.ts";
import { count } from "../../../worker/statistics/count.ts";
import { type Counter, type Counters, listed, negated } from "../../../worker/statistics/counters.ts";
import { MEASURES } from "../../../worker/statistics/measures.ts";
import type { Recalculated } from "../../../worker/statistics/recalculate.ts";
import type { Vocabulary } from "../../../worker/statistics/vocabulary.ts";

/** Where one contribution stands, and its score. */
export interface Person {
  readonly territory: string;
  readonly secteur: string;
  readonly medicalise: string;
  readonly hebergement: string;
  readonly taille: string;
  readonly departement: string;
  readonly categorie: string;
  readonly version: string;
  readonly period: string;
  readonly score: number;
  /** The actions of its plan; those that its version does not have are left out. */
  readonly plan: readonly string[];
}

export type Choices = { readonly [K in Exclude<keyof Person, "score" | "plan">]: readonly string[] };

/** The actions that there are, and the versions that have each. */
export const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  usual: ["1.0.0", "1.1.0"],
  rare: ["1.0.0", "1.1.0"],
  new: ["1.1.0"],
};

/** Whether someone has an action in their plan. */
export function has({ plan, version }: Person, action: string): boolean {
  return plan.includes(action) && (ACTIONS[action] ?? []).includes(version);
}

/** Few values of each: tables of at most sixteen cells. */
export const CHOICES: Choices = {
  territory: ["ara", "paca"],
  secteur: ["pa", "ph", "dom", "ins"],
  medicalise: ["oui", "part", "non"],
  hebergement: ["site", "saas", "mixte"],
  taille: ["s", "m", "l"],
  departement: ["01", "02", "03", "04"],
  categorie: ["500", "354", "255"],
  version: ["1.0.0", "1.1.0"],
  period: ["2026-T1", "2026-T2"],
};

/** A vocabulary of these values: what a release knows of a questionnaire, and no more. */
export function vocabularyOf(choices: Choices): Vocabulary {
  const variables = ["secteur", "medicalise", "hebergement", "taille", "departement", "categorie"] as const;
  const profile = variables.map((id) => ({
    id,
    optional: false,
    options: choices[id].map((value) => ({ value, label: value })),
  }));
  const levels = [0, 1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}`, from: 20 * level, meaning: "" }));
  const versions = choices.version.map((version) => ({
    id: "esms",
    version,
    profile,
    levels,
    domains: [{ id: "acces", label: "Accès" }],
    questions: [],
    actions: Object.keys(ACTIONS).flatMap((id) => (ACTIONS[id]?.includes(version) ? [{ id, title: id }] : [])),
  }));
  // Only what a release reads of a questionnaire.
  return {
    versions: versions as unknown as readonly Questionnaire[],
    territories: choices.territory.map((code) => ({ code, label: code })),
  };
}

/** The counters of these people. */
export function countersOf(people: readonly Person[]): readonly Counter[] {
  const counters: Counters = new Map();
  for (const person of people) count(counters, contributionOf(person));
  return listed(counters);
}

/** The counters once some of those who were counted are gone: as `withdraw` leaves them. */
export function countersAfter(everyone: readonly Person[], gone: readonly Person[]): readonly Counter[] {
  const lost = countersOf(gone);
  const removed = lost
    .filter(({ measure }) => measure === MEASURES.count)
    .map((one) => ({ ...one, measure: MEASURES.removed }));
  const sum: Counters = new Map();
  for (const one of [...countersOf(everyone), ...negated(lost), ...removed]) {
    const key = [one.questionnaire, one.table, one.cell, one.measure].join("\u001f");
    sum.set(key, (sum.get(key) ?? 0) + one.value);
  }
  return listed(sum);
}

function contributionOf(person: Person): Recalculated {
  const { version, period, territory, score } = person;
  const level = Math.min(4, Math.floor(score / 20));
  const domains = [{ id: "acces", score }];
  // Only what the counters read of a result.
  const actions = Object.keys(ACTIONS).flatMap((id) => (has(person, id) ? [{ id }] : []));
  const result = { score, level, domains, actions, alerts: [], caps: [] } as unknown as Result;
  const kept = { questionnaire: "esms", version, period, territory, channel: null, profile: "", answers: "" };
  return { kept, profile: { ...person }, result, answers: new Map() };
}
