/**
 * The share of one line that has something (an action in its plan, an alert): a line of two cells, those that have it and
 * those that do not. What the line alone would allow, and what an attacker then knows of it.
 */
import { isTold } from "./lines.ts";
import type { Blurred } from "./rounding.ts";
import { isPlain, type Range, rangeOf, safeShare } from "./safe-share.ts";
import { INSIDER } from "./thresholds.ts";
import type { Fate, Holding } from "./unit.ts";

/** How many of a line have it, do not, and could not: those of versions without it. */
export interface Split {
  readonly held: Holding;
  readonly free: Holding;
  readonly others: Holding;
}

/** What was last said of a share, exactly. */
export interface Said {
  readonly split: Split;
  readonly share: Blurred;
  /** The number of the release that first said it. */
  readonly since: number;
}

/** What is remembered of a share. */
export interface RememberedShare {
  /** What there was at the release before. */
  readonly split: Split;
  /** Whether the share said was then true of it. */
  readonly told: boolean;
  readonly said: Said | null;
}

/** One share, before the decision. */
export interface Mark {
  readonly split: Split;
  readonly before: RememberedShare | null;
  /** The fate of its line. */
  readonly line: Fate;
}

/** What the share alone would allow. */
export function ownShareFate({ split, before, line }: Mark, minimum: number): Fate {
  const enough = minimum + INSIDER;
  const said = before?.said ?? null;
  if (line === "hidden") return "hidden";
  if (said !== null && isUnchanged(split, said.split)) return "same";
  const share = safeShare(split.held.count, wholeOf(split), enough);
  const isEnough = (change: number) => change === 0 || change >= enough;
  const mayMove =
    isTold(line) &&
    isEnough(split.others.count) &&
    share !== null &&
    (said === null || isSameBand(share, said.share) || changes(split, said.split).every(isEnough));
  return mayMove ? "moves" : heldBackShare(before);
}

/** The same share when it may not move. */
export function heldBackShare(before: RememberedShare | null): Fate {
  return (before?.said ?? null) === null ? "hidden" : "waits";
}

/** Among how many it is a share. */
export function wholeOf({ held, free }: Split): number {
  return held.count + free.count;
}

/** How many may have it, for who reads what is said; who knows the whole line exactly, and plain shares too. */
export function knownOf({ split, before }: Mark, fate: Fate, minimum: number): Range {
  const whole = wholeOf(split);
  const now = split.held.count;
  if (isTold(fate)) return readingOf(split, minimum);
  const said = before?.said ?? null;
  if (fate === "hidden" || said === null) return { least: 0, most: whole };
  const { least, most } = readingOf(said.split, minimum);
  const gone = (side: "held" | "free") => removed(split[side]) - removed(said.split[side]);
  return {
    least: Math.min(now, Math.max(0, least - gone("held"))),
    most: Math.max(now, whole - Math.max(0, wholeOf(said.split) - most - gone("free"))),
  };
}

/** What a told share says: exactly how many when both sides are enough, as a precaution; else its band. */
function readingOf(split: Split, minimum: number): Range {
  const [part, whole] = [split.held.count, wholeOf(split)];
  return isPlain(part, whole, minimum + INSIDER) ? { least: part, most: part } : rangeOf(part, whole);
}

/** What came and what went, on each side. */
function changes(now: Split, then: Split): readonly number[] {
  return (["held", "free", "others"] as const).flatMap((side) => [
    now[side].ever - then[side].ever,
    removed(now[side]) - removed(then[side]),
  ]);
}

function isUnchanged(now: Split, then: Split): boolean {
  return changes(now, then).every((change) => change === 0);
}

/** Both times the same band: it said nothing of the few. */
function isSameBand(now: Blurred, then: Blurred): boolean {
  return typeof now === "object" && typeof then === "object" && now.band === then.band;
}

function removed({ count, ever }: Holding): number {
  return ever - count;
}
