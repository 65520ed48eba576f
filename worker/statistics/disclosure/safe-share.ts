/**
 * Which shares may be said: those that leave it possible that enough establishments are on each side. « 5 % of 60 » says
 * that there are seven at most, and « 0 to 10 % of 300 » does not: the same share would be said of twelve.
 */
import { type Blurred, share } from "./rounding.ts";

/** How many an attacker who reads a share, and knows the whole, must think possible. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The share, or null when it would bound the part, or the rest, below `enough`. */
export function safeShare(part: number, whole: number, enough: number): Blurred | null {
  if (whole < 2 * enough) return null; // whatever is said, one of the two is bounded
  const said = share(part, whole);
  const more = share(Math.max(part, enough), whole);
  const fewer = share(Math.min(part, whole - enough), whole);
  return said !== null && isSame(said, more) && isSame(said, fewer) ? said : null;
}

/** The parts of this whole of which the same would be said. */
export function rangeOf(part: number, whole: number): Range {
  const said = share(part, whole);
  const same = (other: number) => isSame(share(other, whole), said);
  return { least: edge(part, 0, same), most: edge(part, whole, same) };
}

/**
 * The shares of parts that make up the whole, null where one may not be said. What the others leave would tell a part that
 * is not said: so the smallest of them is not said either, until enough remains possible.
 */
export function safeShares(parts: readonly number[], whole: number, enough: number): readonly (Blurred | null)[] {
  const said = parts.map((part) => safeShare(part, whole, enough));
  for (;;) {
    const ranges = parts.map((part, index) =>
      said[index] === null ? { least: 0, most: whole } : rangeOf(part, whole),
    );
    if (parts.every((part, index) => isOpen(part, index, ranges, whole, enough))) return said;
    const shown = parts.flatMap((part, index) => (said[index] === null ? [] : [{ part, index }]));
    const large = shown.filter(({ part }) => part >= enough); // a band of few says little: it is not what betrays
    const [smallest] = (large.length > 0 ? large : shown).toSorted((a, b) => a.part - b.part);
    if (smallest === undefined) return said;
    said[smallest.index] = null;
  }
}

/** Whether a small part, and a small rest, could be enough once all other ranges are known. */
function isOpen(part: number, index: number, ranges: readonly Range[], whole: number, enough: number): boolean {
  const others = ranges.filter((_, other) => other !== index);
  const sum = (end: keyof Range) => others.reduce((total, range) => total + range[end], 0);
  const most = Math.min(ranges[index]?.most ?? whole, whole - sum("least"));
  const least = Math.max(ranges[index]?.least ?? 0, whole - sum("most"));
  const rest = whole - part;
  return (part === 0 || part >= enough || most >= enough) && (rest === 0 || rest >= enough || whole - least >= enough);
}

/** True when both sides are themselves enough: then even the exact part may be known. */
export function isPlain(part: number, whole: number, enough: number): boolean {
  return part >= enough && whole - part >= enough;
}

/** The furthest from `inside`, towards `end`, that is still the same: shares only grow with the part. */
function edge(inside: number, end: number, same: (part: number) => boolean): number {
  if (same(end)) return end;
  let [good, bad] = [inside, end];
  while (Math.abs(good - bad) > 1) {
    const middle = Math.trunc((good + bad) / 2);
    if (same(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function isSame(one: Blurred | null, other: Blurred | null): boolean {
  const code = (said: Blurred | null) => (said === null || typeof said === "number" ? said : said.band);
  return code(one) === code(other);
}
