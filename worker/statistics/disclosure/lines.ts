/**
 * The lines of one dimension against the grand total: which may move. Those that may not are one group, whatever their
 * number: a total minus the shown lines tells their sum, which must be nothing or enough.
 */
import type { History } from "./history.ts";
import { INSIDER } from "./thresholds.ts";
import { type Fate, heldBack, ownFate, type Unit, unshown } from "./unit.ts";

export interface Line extends Unit {
  readonly code: string;
  /** `ever` when the grand total last moved. */
  readonly mark: number;
  /** What was told of it, the epoch of this release included. */
  readonly history: History;
}

/** The fate of each line; those of `held` may not move, for the sake of a table that they are a margin of. */
export function protectLines(
  lines: readonly Line[],
  minimum: number,
  held: ReadonlySet<string>,
): ReadonlyMap<string, Fate> {
  const fates = new Map(
    lines.map((line) => {
      const fate = ownFate(line, minimum);
      return [line.code, fate === "moves" && held.has(line.code) ? heldBack(line) : fate] as const;
    }),
  );
  const bySize = lines.toSorted((a, b) => unshown(a) - unshown(b) || (a.code < b.code ? -1 : 1));
  for (const line of bySize) {
    if (isEnough(together(lines, fates), minimum)) break;
    if (fates.get(line.code) === "moves") fates.set(line.code, heldBack(line));
  }
  return fates;
}

/** What the lines that are not told hold together: in all, and since the total last moved. */
function together(lines: readonly Line[], fates: ReadonlyMap<string, Fate>): readonly [number, number] {
  let all = 0;
  let recent = 0;
  for (const line of lines) {
    if (isTold(fates.get(line.code))) continue;
    all += unshown(line);
    recent += line.ever - line.mark;
  }
  return [all, recent];
}

/** True when what is shown of the line is what it holds now. */
export function isTold(fate: Fate | undefined): boolean {
  return fate === "moves" || fate === "same";
}

/** Nothing, or more than the minimum: what a difference between published figures may leave. */
export function isEnough(remainders: readonly number[], minimum: number): boolean {
  return remainders.every((one) => one === 0 || one >= minimum + INSIDER);
}
