/**
 * Splits the body of a reference into its parts, each written in full: « D2.O2 et O3.d » → D2.O2, D2.O3.d ;
 * « art. 37 à 39 » → art. 37, art. 38, art. 39. Lists are joined by commas and « et », ranges by « à ».
 */

/** A range longer than this is a mistake or a number that is not a rank: its two ends are kept as they are. */
const LONGEST_RANGE = 60;

/** The parts, in the order in which they are written. */
export function citedParts(body: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of body.split(/\s*,\s*|\s+et\s+/u).filter((one) => one !== "")) {
    const [from = "", to] = piece.split(/\s+à\s+/u);
    const first = inFull(from, parts.at(-1));
    parts.push(first);
    if (to !== undefined) parts.push(...rangeAfter(first, inFull(to, first)));
  }
  return parts;
}

/** A part takes over what it leaves out from the one before: after « D2.O1.c », « d » is « D2.O1.d ». */
function inFull(part: string, before: string | undefined): string {
  if (before === undefined) return part;
  const [word, number] = splitWord(before);
  const steps = number.split(".");
  const at = steps.findIndex((step) => kindOf(step) === kindOf(part.split(".")[0] ?? ""));
  if (at < 0 || part.includes(" ")) return part;
  return `${word}${[...steps.slice(0, at), part].join(".")}`;
}

/** « art. 33 » → « art. » and « 33 »: only a word in front of a number is taken over. */
function splitWord(part: string): readonly [string, string] {
  const [, word = "", number = part] = /^(\p{L}+\.? )(\d.*)$/u.exec(part) ?? [];
  return [word, number];
}

/** What kind of label a step is: a number, a small letter, or the letters in front of its number. */
function kindOf(step: string): string {
  if (/^\d+$/u.test(step)) return "number";
  if (/^\p{Ll}$/u.test(step)) return "letter";
  return /^\p{Lu}+/u.exec(step)?.[0] ?? step;
}

/** What follows `first` up to `last`, both in full; just `last` when they do not end in comparable ranks. */
function rangeAfter(first: string, last: string): readonly string[] {
  const [stem, from] = splitEnd(first);
  const [lastStem, to] = splitEnd(last);
  const length = rankOf(to) - rankOf(from);
  if (stem !== lastStem || !(length > 0 && length <= LONGEST_RANGE)) return [last];
  return Array.from({ length }, (_, index) => `${stem}${labelAt(rankOf(from) + index + 1, from)}`);
}

function splitEnd(part: string): readonly [string, string] {
  const [, stem = "", end = ""] = /^(.*?)(\d+|(?<![\p{L}\d])\p{Ll})$/u.exec(part) ?? [];
  return [stem, end];
}

function rankOf(end: string): number {
  return /^\d+$/u.test(end) ? Number(end) : (end.codePointAt(0) ?? Number.NaN);
}

function labelAt(rank: number, like: string): string {
  return /^\d+$/u.test(like) ? String(rank) : String.fromCodePoint(rank);
}
