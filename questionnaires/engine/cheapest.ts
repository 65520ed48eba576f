/**
 * The cheapest sets of actions: the one that reaches the expected threshold, the one that reaches the next level. Exact,
 * not a greedy guess; a set holds the triggered prerequisites of its actions, and is worth what `simulate` says.
 */
import type { CheapestSets } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { selectionProblem } from "./cheapest-problem.ts";
import { cheapestSelection } from "./cheapest-search.ts";
import { burden } from "./effort.ts";
import { planOf } from "./plan-of.ts";
import { project } from "./projection.ts";
import { reaches, round2 } from "./round.ts";
import { raisedLevels } from "./simulate.ts";

/** Null where there is nothing to reach, where the whole plan does not reach it, or while a question is open. */
export function cheapestSets(adapted: AdaptedQuestionnaire, answers: Answers): CheapestSets {
  const { standing, levels, weights, planned } = planOf(adapted, answers);
  if (standing.some(({ kind }) => kind === "open")) return { expected: null, nextLevel: null };
  const today = project(adapted, levels, weights);
  const problem = selectionProblem(adapted, standing, levels, weights, planned);
  const setFor = (goal: number | undefined): CheapestSets["expected"] => {
    if (goal === undefined || reaches(today.final, goal)) return null;
    const selection = cheapestSelection(problem, goal);
    if (selection === null) return null;
    const chosen = selection.flatMap((index) => planned[index] ?? []);
    const after = project(adapted, raisedLevels(adapted, standing, levels, chosen), weights);
    return {
      goal,
      actions: chosen.map(({ action }) => action.id),
      burden: chosen.reduce((sum, { action }) => sum + burden(action), 0),
      score: round2(after.final),
      level: after.level.level,
    };
  };
  const next = adapted.model.questionnaire.levels.find(({ level }) => level === today.level.level + 1);
  return { expected: setFor(adapted.profile.class.expected), nextLevel: setFor(next?.from) };
}
