/** What a person has marked in the plan: which actions are done, which are planned and by which day. Pure, in memory. */
import type { Result } from "../../../questionnaires/schema/result.ts";
import { addDays, type Day } from "./days.ts";

export type Mark = "todo" | "planned" | "done";

export interface Marks {
  /** The day from which delays are counted: when the plan was first opened. */
  readonly from: Day;
  readonly done: ReadonlySet<string>;
  /** Each planned action, with the day that was chosen for it, or null for the plan's own delay. */
  readonly planned: ReadonlyMap<string, Day | null>;
}

export function noMarks(from: Day): Marks {
  return { from, done: new Set(), planned: new Map() };
}

export function markOf({ done, planned }: Marks, id: string): Mark {
  if (done.has(id)) return "done";
  return planned.has(id) ? "planned" : "todo";
}

/** An action is one of the three, never two; the day chosen for it is forgotten when it is no longer planned. */
export function mark(marks: Marks, id: string, as: Mark): Marks {
  const done = new Set(marks.done);
  const planned = new Map(marks.planned);
  done.delete(id);
  if (as === "done") done.add(id);
  if (as !== "planned") planned.delete(id);
  else planned.set(id, marks.planned.get(id) ?? null);
  return { ...marks, done, planned };
}

/** Plans these actions and no other; what is done stays done. */
export function planOnly(marks: Marks, ids: readonly string[]): Marks {
  const wanted = ids.filter((id) => !marks.done.has(id));
  return { ...marks, planned: new Map(wanted.map((id) => [id, marks.planned.get(id) ?? null])) };
}

/** The day by which a planned action is to be done; null gives it back the plan's delay. */
export function planBy(marks: Marks, id: string, day: Day | null): Marks {
  return { ...marks, planned: new Map(marks.planned).set(id, day) };
}

/** The day chosen for an action, or else its delay counted from the day of the plan. */
export function deadlineOf(
  { from, planned }: Marks,
  { id, days }: Pick<Result["actions"][number], "id" | "days">,
): Day {
  return planned.get(id) ?? addDays(from, days);
}

/** Everything marked, as the what-if takes it. */
export function chosen({ done, planned }: Marks): readonly string[] {
  return [...done, ...planned.keys()];
}
