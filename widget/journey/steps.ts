/** The steps of questions: the core first, then the rest, domain by domain, a few questions at a time. */
import type { AdaptedQuestionnaire } from "../../questionnaires/engine/engine.ts";
import type { Question } from "../../questionnaires/schema/compiled.ts";

/** Questions of one step, at most: what fits a theme and a phone screen or two (widget.md §5.1). */
const MOST = 4;

export interface Step {
  readonly core: boolean;
  readonly questions: readonly Question[];
  /** The number of the step's first question in the whole journey, from 1. */
  readonly first: number;
}

/** All the steps of a diagnostic, from its adapted questionnaire alone: answers never move them. */
export function stepsOf({ displayed }: AdaptedQuestionnaire): readonly Step[] {
  const core = joinSingles(byDomain(displayed.filter((question) => question.core)));
  const rest = byDomain(displayed.filter((question) => !question.core));
  let first = 1;
  return [...core, ...rest].flatMap((group) =>
    split(group).map((questions) => {
      const step = { core: questions.every((question) => question.core), questions, first };
      first += questions.length;
      return step;
    }),
  );
}

/** The domains of a step, in order, each once. */
export function domainsOf(step: Step): readonly string[] {
  return [...new Set(step.questions.map(({ domain }) => domain))];
}

function byDomain(questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const group = groups.get(question.domain);
    if (group) group.push(question);
    else groups.set(question.domain, [question]);
  }
  return [...groups.values()];
}

/** A domain with a single core question joins its neighbour, so that no step asks for one click only. */
function joinSingles(groups: readonly Question[][]): Question[][] {
  const joined: Question[][] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    const small = group.length === 1 || before?.length === 1;
    // One more than a step holds is shared between two steps.
    if (before && small && before.length + group.length <= MOST + 1) before.push(...group);
    else joined.push([...group]);
  }
  return joined;
}

/** Equal parts rather than a full step followed by a lonely question. */
function split(questions: readonly Question[]): readonly (readonly Question[])[] {
  const parts = Math.ceil(questions.length / MOST);
  const size = Math.ceil(questions.length / parts);
  return Array.from({ length: parts }, (_, part) => questions.slice(part * size, (part + 1) * size));
}
