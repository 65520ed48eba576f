/**
 * The least set of actions that reaches a goal: depth first over the actions, the best value first. A branch is left when
 * even an ideal use of what remains (every action's whole potential, nothing counted twice against it) would cost as much
 * as the best set found; that ideal is a knapsack solved once, so little is searched in vain.
 */
import type { SelectionProblem } from "./cheapest-problem.ts";
import { reaches } from "./round.ts";

/** The cheapest set of actions whose final score reaches the goal, ascending; null when even all of them do not. */
export function cheapestSelection(problem: SelectionProblem, goal: number): readonly number[] | null {
  const { prices, closure } = problem;
  const all = prices.map(() => true);
  if (!isEnough(problem, worth(problem, all), goal)) return null;
  const potential = potentials(problem);
  const value = (action: number) => (potential[action] ?? 0) / (prices[action] ?? 1);
  const order = [...prices.keys()].sort((a, b) => value(b) - value(a));
  const ideal = idealGains(order, prices, potential);

  const chosen = prices.map(() => false);
  const excluded = prices.map(() => false);
  let best = all;
  // Prices are counted beyond the unavoidable actions, which every set holds.
  let bestPrice = Number.POSITIVE_INFINITY;

  function search(depth: number, spent: number): void {
    if (spent >= bestPrice) return;
    const state = worth(problem, chosen);
    if (isEnough(problem, state, goal)) {
      best = [...chosen];
      bestPrice = spent;
      return;
    }
    const action = order[depth];
    if (action === undefined || spent + leastPrice(ideal[depth] ?? [], goal - state.raw) >= bestPrice) return;
    if (!chosen[action]) {
      const added = (closure[action] ?? []).filter((one) => !chosen[one]);
      if (!added.some((one) => excluded[one])) {
        for (const one of added) chosen[one] = true;
        search(
          depth + 1,
          added.reduce((sum, one) => sum + (prices[one] ?? 0), spent),
        );
        for (const one of added) chosen[one] = false;
      }
      excluded[action] = true;
      search(depth + 1, spent);
      excluded[action] = false;
    } else search(depth + 1, spent);
  }

  for (const action of unavoidable(problem, goal)) chosen[action] = true;
  search(0, 0);
  return [...best.keys()].filter((action) => best[action]);
}

/** The actions that every set must hold: those that alone can lift a cap below the goal, with their prerequisites. */
function unavoidable({ caps, raises, after, closure }: SelectionProblem, goal: number): ReadonlySet<number> {
  const forced = new Set<number>();
  for (const { question, limit } of caps) {
    if (reaches(limit, goal)) continue;
    for (let risen = question; risen >= 0; risen = after[risen] ?? -1) {
      const [only, ...others] = [...raises.keys()].filter((action) => raises[action]?.includes(risen));
      if (only !== undefined && others.length === 0) for (const one of closure[only] ?? []) forced.add(one);
    }
  }
  return forced;
}

/** For each depth, the most points that the actions from there on could bring, by price: a 0-1 knapsack from the end. */
function idealGains(
  order: readonly number[],
  prices: readonly number[],
  potential: readonly number[],
): readonly (readonly number[])[] {
  const total = prices.reduce((sum, price) => sum + price, 0);
  const rows: number[][] = [new Array(total + 1).fill(0)];
  for (const action of [...order].reverse()) {
    const after = rows[0] ?? [];
    const price = prices[action] ?? 0;
    const gain = potential[action] ?? 0;
    rows.unshift(
      after.map((points, spent) => (spent < price ? points : Math.max(points, gain + (after[spent - price] ?? 0)))),
    );
  }
  return rows;
}

/** The least price at which these ideal gains bring the missing points. */
function leastPrice(gains: readonly number[], missing: number): number {
  let low = 0;
  let high = gains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gains[middle] ?? 0) + EPSILON >= missing) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What rounding noise may hide when points are added up. */
const EPSILON = 1e-6;

interface Worth {
  readonly raw: number;
  readonly raised: readonly boolean[];
}

/** The raw score, and the questions that rise, when these actions are done. */
function worth({ raw, raises, points, after, order }: SelectionProblem, chosen: readonly boolean[]): Worth {
  const covered: boolean[] = new Array(points.length).fill(false);
  for (let action = 0; action < raises.length; action++) {
    if (chosen[action]) for (const question of raises[action] ?? []) covered[question] = true;
  }
  let sum = raw;
  for (const question of order) {
    const source = after[question] ?? -1;
    if (source >= 0 && !covered[source]) covered[question] = false;
    if (covered[question]) sum += points[question] ?? 0;
  }
  return { raw: sum, raised: covered };
}

function isEnough({ caps }: SelectionProblem, { raw, raised }: Worth, goal: number): boolean {
  return reaches(raw, goal) && caps.every(({ question, limit }) => reaches(limit, goal) || raised[question] === true);
}

/** What each action can bring at most: its own questions, and those deduced from them that it may set free. */
function potentials({ raises, points, after, order }: SelectionProblem): readonly number[] {
  const freed = [...points];
  for (const question of [...order].reverse()) {
    const source = after[question] ?? -1;
    if (source >= 0) freed[source] = (freed[source] ?? 0) + (freed[question] ?? 0);
  }
  return raises.map((questions) => questions.reduce((sum, question) => sum + (freed[question] ?? 0), 0));
}
