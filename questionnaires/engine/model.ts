/** A questionnaire with what every calculation looks up, computed once: orders, indexes, the order of deductions. */
import type { Action, Question, Questionnaire, Variable } from "../schema/compiled.ts";
import { MAX_LEVEL } from "../schema/level.ts";

export interface Model {
  readonly questionnaire: Questionnaire;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Domain order, then rank: the order of every list of questions (rules 9). */
  readonly questions: readonly Question[];
  /** The questions with their places in `questions`, lowest rank first. */
  readonly byRank: readonly { readonly index: number; readonly question: Question }[];
  readonly questionById: ReadonlyMap<string, Question>;
  /** Place in `questions` by question id. */
  readonly questionIndex: ReadonlyMap<string, number>;
  /** For each of `questions`, the place of the one that may imply it, or −1. */
  readonly sourceAt: readonly number[];
  /** Places in `questions`, each source before what it implies. */
  readonly sourcesFirst: readonly number[];
  readonly domainIndex: ReadonlyMap<string, number>;
  /** The index of the domain of each of `questions`. */
  readonly domainAt: readonly number[];
  readonly actionById: ReadonlyMap<string, Action>;
  readonly categoryByCode: ReadonlyMap<string, Category>;
  /** For each question, the actions triggered at each level, from 0 (rules 27). */
  readonly triggered: ReadonlyMap<Question, readonly (readonly Action[])[]>;
}

type Category = Questionnaire["categories"][number];

/** Indexes a compiled questionnaire. The build has checked it: ids are unique, references exist, no cycles. */
export function indexQuestionnaire(questionnaire: Questionnaire): Model {
  const domainIndex = new Map(questionnaire.domains.map((domain, index) => [domain.id, index]));
  const domainOf = (question: Question) => domainIndex.get(question.domain) ?? 0;
  const questions = [...questionnaire.questions].sort((a, b) => domainOf(a) - domainOf(b) || a.rank - b.rank);
  const questionIndex = new Map(questions.map(({ id }, index) => [id, index]));
  const sourceAt = questions.map(({ impliedBy }) => (impliedBy ? (questionIndex.get(impliedBy.question) ?? -1) : -1));
  const actionById = new Map(questionnaire.actions.map((action) => [action.id, action]));
  return {
    questionnaire,
    variables: new Map(questionnaire.profile.map((variable) => [variable.id, variable])),
    questions,
    byRank: questions.map((question, index) => ({ index, question })).sort((a, b) => a.question.rank - b.question.rank),
    questionById: new Map(questions.map((question) => [question.id, question])),
    questionIndex,
    sourceAt,
    sourcesFirst: sourcesFirst(sourceAt),
    domainIndex,
    domainAt: questions.map(domainOf),
    actionById,
    categoryByCode: new Map(questionnaire.categories.map((category) => [category.code, category])),
    triggered: new Map(questions.map((question) => [question, triggersOf(question, actionById)])),
  };
}

/** Depth first along the sources; the build refuses cycles. */
function sourcesFirst(source: readonly number[]): readonly number[] {
  const order = new Set<number>(); // keeps the first place of an index that is put again
  const put = (index: number): void => {
    const from = source[index] ?? -1;
    if (from >= 0) put(from);
    order.add(index);
  };
  for (const index of source.keys()) put(index);
  return [...order];
}

function triggersOf(question: Question, actions: ReadonlyMap<string, Action>): readonly (readonly Action[])[] {
  return Array.from({ length: MAX_LEVEL + 1 }, (_, level) =>
    question.actions
      .filter(({ atLeast, atMost }) => level >= atLeast && level <= atMost)
      .flatMap(({ action }) => actions.get(action) ?? []),
  );
}
