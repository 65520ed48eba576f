/** The total order of the plan: no tie is left to luck, and a triggered prerequisite comes first (law 8, rules 30). */
import type { PlannedAction } from "./plan.ts";

/** The lowest lifted cap first, then priority, delay, cost and id; each prerequisite just before what needs it. */
export function byUrgency(planned: readonly PlannedAction[]): readonly PlannedAction[] {
  const sorted = [...planned].sort(compare);
  const byId = new Map(sorted.map((one) => [one.action.id, one]));
  const placed = new Set<PlannedAction>();
  const place = (one: PlannedAction): void => {
    if (placed.has(one)) return;
    const prerequisites = one.action.requires.flatMap((id) => byId.get(id) ?? []);
    for (const prerequisite of prerequisites.sort(compare)) place(prerequisite);
    placed.add(one);
  };
  for (const one of sorted) place(one);
  return [...placed];
}

function compare(a: PlannedAction, b: PlannedAction): number {
  return (
    (a.liftsCap ?? Number.POSITIVE_INFINITY) - (b.liftsCap ?? Number.POSITIVE_INFINITY) ||
    b.comparedPriority - a.comparedPriority ||
    a.action.days - b.action.days ||
    a.action.cost - b.action.cost ||
    byCodePoint(a.action.id, b.action.id)
  );
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
