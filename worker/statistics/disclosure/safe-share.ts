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
