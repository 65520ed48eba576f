/** A questionnaire with what every calculation looks up, computed once: orders, indexes, the order of deductions. */
import type { Action, Question, Questionnaire, Variable } from "../schema/compiled.ts";

export interface Model {
  readonly questionnaire: Questionnaire;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Domain order, then rank: the order of every list of questions (rules 9). */
  readonly questions: readonly Question[];
  readonly byRank: readonly Question[];
  readonly questionById: ReadonlyMap<string, Question>;
  readonly domainIndex: ReadonlyMap<string, number>;
  readonly actionById: ReadonlyMap<string, Action>;
}

/** Indexes a compiled questionnaire. The build has checked it: ids are unique, references exist, no cycles. */
export function indexQuestionnaire(questionnaire: Questionnaire): Model {
  const domainIndex = new Map(questionnaire.domains.map((domain, index) => [domain.id, index]));
  const domainOf = (question: Question) => domainIndex.get(question.domain) ?? 0;
  const byRank = [...questionnaire.questions].sort((a, b) => a.rank - b.rank);
  return {
    questionnaire,
    variables: new Map(questionnaire.profile.map((variable) => [variable.id, variable])),
    questions: [...byRank].sort((a, b) => domainOf(a) - domainOf(b)),
    byRank,
    questionById: new Map(questionnaire.questions.map((question) => [question.id, question])),
    domainIndex,
    actionById: new Map(questionnaire.actions.map((action) => [action.id, action])),
  };
}
