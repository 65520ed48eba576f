/** What a set of actions costs to do: the measure by which one set is cheaper than another. */
import type { Action } from "../schema/compiled.ts";

/** Effort plus half the cost class: the denominator of a priority (blueprint §5.12), without unit. */
export function burden({ effort, cost }: Action): number {
  return effort + cost / 2;
}

/** The burden as a whole number, in halves: what the search for the cheapest set counts. */
export function price(action: Action): number {
  return 2 * burden(action);
}
