/**
 * Searches the whole space of profiles for one that meets every demand. Exact, not sampled: a branch is cut only when
 * it can no longer succeed, and values are merged only when no condition at stake tells them apart.
 */
import { type Facts, holds } from "../../engine/condition.ts";
import type { Condition } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import { possibleChoices } from "./choices.ts";
import { expand } from "./expand.ts";

/** What is asked of a profile: the points of the conditions that hold add up to at least `min`, at most `max`. */
export type Demand = {
  readonly terms: readonly { readonly points: number; readonly when: Condition }[];
  readonly min: number;
  readonly max: number;
};

/** Where profiles come from, and what derived variables mean. */
export type Space = Pick<Draft, "profile" | "derived">;

/** The values that decide, by variable; the other variables may have any. */
export type Witness = ReadonlyMap<string, readonly string[]>;

type Term = Demand["terms"][number];
/** A demand part-way: points won for certain, and terms still undecided. */
type Progress = { readonly won: number; readonly open: readonly Term[]; readonly min: number; readonly max: number };

/** A profile that meets all demands, or null when there is none; `allowAbsent`: optional variables may be left out. */
export function findProfile(space: Space, demands: readonly Demand[], allowAbsent = false): Witness | null {
  const start = demands.map(({ terms, min, max }) => ({
    won: 0,
    open: terms.map(({ points, when }) => ({ points, when: expand(when, space.derived) })),
    min,
    max,
  }));
  const conditions = start.flatMap(({ open }) => open.map(({ when }) => when));
  const choices = possibleChoices(space.profile, conditions, allowAbsent);
  const chosen = new Map<string, readonly string[]>();

  function search(depth: number, before: readonly Progress[]): boolean {
    const now = before.map((progress) => decide(progress, chosen));
    if (!now.every(isPossible)) return false;
    const next = choices[depth];
    if (!next || now.every(({ open }) => open.length === 0)) return true;
    for (const values of next.choices) {
      chosen.set(next.variable, values);
      if (search(depth + 1, now)) return true;
    }
    chosen.delete(next.variable);
    return false;
  }
  return search(0, start) ? chosen : null;
}

/** The demand that a condition holds. */
export function met(when: Condition): Demand {
  return { terms: [{ points: 1, when }], min: 1, max: 1 };
}

/** The demand that a condition does not hold. */
export function unmet(when: Condition): Demand {
  return { terms: [{ points: 1, when }], min: 0, max: 0 };
}

/** The demand that between `min` and `max` of the conditions hold. */
export function count(conditions: readonly Condition[], min: number, max: number): Demand {
  return { terms: conditions.map((when) => ({ points: 1, when })), min, max };
}

function decide({ won, open, min, max }: Progress, chosen: Facts): Progress {
  let points = won;
  const undecided: Term[] = [];
  for (const term of open) {
    const decided = verdict(term.when, chosen);
    if (decided === undefined) undecided.push(term);
    else if (decided) points += term.points;
  }
  return { won: points, open: undecided, min, max };
}

function isPossible({ won, open, min, max }: Progress): boolean {
  return won <= max && won + open.reduce((sum, { points }) => sum + points, 0) >= min;
}

/** True or false as soon as the choices made decide, undefined before; the engine's predicate judges each comparison. */
function verdict(condition: Condition, chosen: Facts): boolean | undefined {
  if (condition === true) return true;
  if ("var" in condition) return chosen.has(condition.var) ? holds(condition, chosen) : undefined;
  if ("not" in condition) {
    const inner = verdict(condition.not, chosen);
    return inner === undefined ? undefined : !inner;
  }
  const [parts, decisive] = "all" in condition ? [condition.all, false] : [condition.any, true];
  let open = false;
  for (const part of parts) {
    const one = verdict(part, chosen);
    if (one === decisive) return decisive;
    if (one === undefined) open = true;
  }
  return open ? undefined : !decisive;
}
