/** The total order of the plan: no tie is left to luck, and a triggered prerequisite comes first (law 8, rules 30). */
import type { PlannedAction } from "./plan.ts";

/** The lowest lifted cap first, then priority, delay, cost and id; each prerequisite just before what needs it. */
export function byUrgency(planned: readonly PlannedAction[]): readonly PlannedAction[] {
  const sorted = [...planned].sort(compare);
  const byId = new Map<string, PlannedAction>();
  for (const one of sorted) byId.set(one.action.id, one);
  const placed = new Set<PlannedAction>(); // keeps the first place of an action that is placed again
  const place = (one: PlannedAction): void => {
    for (const prerequisite of triggeredPrerequisites(one, byId)) place(prerequisite);
    placed.add(one);
  };
  for (const one of sorted) place(one);
  return [...placed];
}

/** In the same order as the plan; one that nothing triggers is skipped with those behind it. */
function triggeredPrerequisites(
  { action }: PlannedAction,
  byId: ReadonlyMap<string, PlannedAction>,
): readonly PlannedAction[] {
  const triggered: PlannedAction[] = [];
  for (const id of action.requires) {
    const prerequisite = byId.get(id);
    if (prerequisite) triggered.push(prerequisite);
  }
  return triggered.sort(compare);
}

function compare(a: PlannedAction, b: PlannedAction): number {
  return (
    limit(a) - limit(b) ||
    b.comparedPriority - a.comparedPriority ||
    a.action.days - b.action.days ||
    a.action.cost - b.action.cost ||
    byCodePoint(a.action.id, b.action.id)
  );
}

/** Above every cap when the action lifts none; finite, so that two of them compare as equal. */
function limit({ liftsCap }: PlannedAction): number {
  return liftsCap ?? Number.MAX_VALUE;
}

/** Ids are unique: there is no equality. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : 1;
}
