/**
 * The part that two dated diagnostics have in common, scored at both dates: the only honest difference between two versions,
 * or between two profiles.
 */
import { MAX_LEVEL } from "../schema/level.ts";
import type { Migration } from "../schema/migration.ts";
import { type AdaptedQuestionnaire, adapt } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import type { Model } from "./model.ts";
import type { ProfileState } from "./profile.ts";
import { round2 } from "./round.ts";
import { type Standing, standings, statedAnswers } from "./standing.ts";

/** A diagnostic at one date; profile and answers parsed by its own version. */
export interface DatedDiagnostic {
  readonly model: Model;
  readonly profile: ProfileState;
  readonly answers: Answers;
}

/** [earlier, later], or null when nothing is in common. Two decimals. */
export type ScorePair = readonly [number, number] | null;

export interface CommonPart {
  /** In the display order of the later version. */
  readonly questions: readonly CommonQuestion[];
  readonly score: ScorePair;
  /** Every domain of the later version, in order. */
  readonly domains: readonly { readonly id: string; readonly score: ScorePair }[];
}

/** A question in common; a level, or « nsp », which counts as level 0. */
export interface CommonQuestion {
  readonly id: string;
  readonly before: number | "nsp";
  readonly after: number | "nsp";
}

/**
 * A question is in common when it means the same all along `path` (its fate is « kept » at every step: a mapped scale is not the
 * same scale), is displayed at both dates, and is answered at both, neither open nor « non applicable ». « Je ne sais pas » and
 * deduced zeros are answers.
 *
 * The scores are those of blueprint §5.5 and §5.6 over these questions alone, at both dates with the question weights, the
 * domains and the domain weights of the later version. No cap applies: a cap comes from one question, not from the part compared.
 */
export function commonPart(
  before: DatedDiagnostic,
  after: DatedDiagnostic,
  path: readonly Migration[] = [],
): CommonPart {
  const earlier = adapt(before.model, before.profile);
  const later = adapt(after.model, after.profile);
  const then = answeredLevels(earlier, standings(earlier, statedAnswers(earlier, before.answers)));
  const now = answeredLevels(later, standings(later, statedAnswers(later, after.answers)));
  const same = (id: string) => path.every(({ questions }) => questions[id]?.fate === "kept");
  const questions = later.displayed.flatMap(({ id }): readonly CommonQuestion[] => {
    const first = then.get(id);
    const second = now.get(id);
    return first === undefined || second === undefined || !same(id) ? [] : [{ id, before: first, after: second }];
  });
  return { questions, ...scorePairs(after.model, questions) };
}

function answeredLevels(
  { displayed }: AdaptedQuestionnaire,
  standing: readonly Standing[],
): ReadonlyMap<string, number | "nsp"> {
  const levels = new Map<string, number | "nsp">();
  displayed.forEach(({ id }, place) => {
    const one = standing[place];
    if (one?.kind === "level") levels.set(id, one.level);
    if (one?.kind === "unknown") levels.set(id, "nsp");
  });
  return levels;
}

function scorePairs(model: Model, questions: readonly CommonQuestion[]): Pick<CommonPart, "score" | "domains"> {
  const domains = model.questionnaire.domains.map(({ id, weight }) => {
    const own = questions.filter((one) => model.questionById.get(one.id)?.domain === id);
    return { id, weight, pair: mean(own.map((one) => weighed(model, one))) };
  });
  const scored = domains.flatMap(({ weight, pair }) => (pair ? [{ weight, before: pair[0], after: pair[1] }] : []));
  return {
    score: rounded(mean(scored)),
    domains: domains.map(({ id, pair }) => ({ id, score: rounded(pair) })),
  };
}

/** A score on 0–100 at each date, with its weight. */
type Weighed = { readonly weight: number; readonly before: number; readonly after: number };

function weighed(model: Model, { id, before, after }: CommonQuestion): Weighed {
  const percent = (level: number | "nsp") => (level === "nsp" ? 0 : (100 * level) / MAX_LEVEL);
  return { weight: model.questionById.get(id)?.weight ?? 0, before: percent(before), after: percent(after) };
}

function mean(parts: readonly Weighed[]): ScorePair {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const at = (date: "before" | "after") => parts.reduce((sum, part) => sum + part.weight * part[date], 0) / total;
  return total === 0 ? null : [at("before"), at("after")];
}

function rounded(pair: ScorePair): ScorePair {
  return pair && [round2(pair[0]), round2(pair[1])];
}
