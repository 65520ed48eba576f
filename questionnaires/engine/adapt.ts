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
  /** Place in `displayed` by question id. */
  readonly place: ReadonlyMap<string, number>;
  /** For each displayed question, the place of the displayed question that may imply it, or −1. */
  readonly source: readonly number[];
  /** For each displayed question, the index of its domain. */
  readonly domain: readonly number[];
  /** Places of the displayed questions, each source before what it implies. */
  readonly deductionOrder: readonly number[];
}

/** Adapts the questionnaire; of more than `displayLimit` applicable questions, the lowest ranks are kept (rules 10). */
export function adapt(model: Model, profile: ProfileState): AdaptedQuestionnaire {
  const { questions, byRank, questionnaire } = model;
  const fate: ("displayed" | "notAssessed" | "hidden")[] = new Array(questions.length).fill("hidden");
  let room = questionnaire.displayLimit;
  for (const index of byRank) {
    if (holds(questions[index]?.when ?? true, profile.facts)) fate[index] = room-- > 0 ? "displayed" : "notAssessed";
  }
  const displayed: Question[] = [];
  const notAssessed: Question[] = [];
  const hidden: Question[] = [];
  const place = new Map<string, number>();
  const domain: number[] = [];
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index];
    if (!question) continue;
    if (fate[index] === "displayed") {
      place.set(question.id, displayed.length);
      domain.push(model.domainAt[index] ?? 0);
      displayed.push(question);
    } else (fate[index] === "hidden" ? hidden : notAssessed).push(question);
  }
  const source = displayed.map(({ impliedBy }) => (impliedBy === null ? -1 : (place.get(impliedBy.question) ?? -1)));
  const deductionOrder = sourcesFirst(source);
  return { model, profile, displayed, notAssessed, hidden, place, source, domain, deductionOrder };
}

/** Whether « non applicable » may be chosen: only where a label is given and its condition holds (rules 12). */
export function canBeNotApplicable({ profile }: AdaptedQuestionnaire, { notApplicable }: Question): boolean {
  return notApplicable !== null && holds(notApplicable.when, profile.facts);
}

/** The level this class of establishment should reach on a question (blueprint §5.10). */
export function targetOf({ profile }: AdaptedQuestionnaire, question: Question): number {
  return question.core ? profile.class.coreTarget : profile.class.target;
}

/** Depth first along the sources; the build refuses cycles. */
function sourcesFirst(source: readonly number[]): readonly number[] {
  const order: number[] = [];
  const placed: boolean[] = new Array(source.length).fill(false);
  const put = (index: number): void => {
    if (index < 0 || placed[index]) return;
    placed[index] = true;
    put(source[index] ?? -1);
    order.push(index);
  };
  for (let index = 0; index < source.length; index++) put(index);
  return order;
}
