/**
 * From a profile to the questionnaire that fits it: what is asked, what is left for later by the display limit, what
 * does not apply. Display, scoring, actions and export all start from here (law 6).
 */
import type { Question } from "../schema/compiled.ts";
import { holds } from "./condition.ts";
import type { Model } from "./model.ts";
import type { ProfileState } from "./profile.ts";

export interface AdaptedQuestionnaire {
  readonly model: Model;
  readonly profile: ProfileState;
  /** Asked, in display order: domain order, then rank. */
  readonly displayed: readonly Question[];
  /** Applicable, but beyond the display limit; same order. */
  readonly notAssessed: readonly Question[];
  /** Not applicable to this profile; same order. */
  readonly hidden: readonly Question[];
  /** For each question of the model, its place in `displayed`, or −1. */
  readonly placeAt: readonly number[];
  /** For each displayed question, the place of the displayed question that may imply it, or −1. */
  readonly source: readonly number[];
  /** For each displayed question, the index of its domain. */
  readonly domain: readonly number[];
  /** Places of the displayed questions, each source before what it implies. */
  readonly deductionOrder: readonly number[];
}

/** Adapts the questionnaire; of more than `displayLimit` applicable questions, the lowest ranks are kept (rules 10). */
export function adapt(model: Model, profile: ProfileState): AdaptedQuestionnaire {
  const { questions, byRank, questionnaire, sourceAt, sourcesFirst, domainAt } = model;
  const fate: Fate[] = new Array(questions.length).fill("hidden");
  let room = questionnaire.displayLimit;
  for (const { index, question } of byRank) {
    if (holds(question.when, profile.facts)) fate[index] = room-- > 0 ? "displayed" : "notAssessed";
  }
  const lists: Record<Fate, Question[]> = { displayed: [], notAssessed: [], hidden: [] };
  const placeAt: number[] = new Array(questions.length).fill(-1);
  const source: number[] = [];
  const domain: number[] = [];
  questions.forEach((question, index) => {
    const own = fate[index] ?? "hidden";
    if (own === "displayed") {
      placeAt[index] = lists.displayed.length;
      domain.push(domainAt[index] ?? 0);
    }
    lists[own].push(question);
  });
  const deductionOrder: number[] = [];
  for (const index of sourcesFirst) {
    const place = placeAt[index] ?? -1;
    const from = sourceAt[index] ?? -1;
    if (place < 0) continue;
    source[place] = from < 0 ? -1 : (placeAt[from] ?? -1);
    deductionOrder.push(place);
  }
  return { model, profile, ...lists, placeAt, source, domain, deductionOrder };
}

type Fate = "displayed" | "notAssessed" | "hidden";

/** The place of a question among the displayed ones, or −1. */
export function placeOf({ model, placeAt }: AdaptedQuestionnaire, id: string): number {
  return placeAt[model.questionIndex.get(id) ?? -1] ?? -1;
}

/** Whether « non applicable » may be chosen: only where a label is given and its condition holds (rules 12). */
export function canBeNotApplicable({ profile }: AdaptedQuestionnaire, { notApplicable }: Question): boolean {
  return notApplicable !== null && holds(notApplicable.when, profile.facts);
}

/** The level this class of establishment should reach on a question (blueprint §5.10). */
export function targetOf({ profile }: AdaptedQuestionnaire, question: Question): number {
  return question.core ? profile.class.coreTarget : profile.class.target;
}
