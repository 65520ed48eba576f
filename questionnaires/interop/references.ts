/** Takes a written reference apart: the framework it names, then each of its items. Knows no framework by itself. */
import type { Framework } from "../schema/compiled.ts";
import { citedParts } from "./reference-parts.ts";

/** A note in brackets at the end: it explains an item, or is the item when nothing else is said. */
const NOTE = /\s*\(([^()]*)\)$/u;

/** The framework whose prefix or suffix the reference bears; of several, the one that says most. */
export function citedFramework<F extends Marks>(frameworks: readonly F[], reference: string): F | undefined {
  const claims = frameworks.flatMap((framework) =>
    marksOf(framework, reference).map((mark) => ({ framework, length: mark.length })),
  );
  return claims.sort((a, b) => b.length - a.length)[0]?.framework;
}

/**
 * The items that a reference cites, written in full: « Hyg 13 et 24 » → Hyg 13, Hyg 24. Empty when the framework is
 * not the one cited. A mark that has several spellings is written as the first one.
 */
export function citedItems({ prefixes, suffixes }: Marks, reference: string): readonly string[] {
  const prefix = longest(prefixes.filter((one) => begins(reference, one)));
  if (prefix !== undefined) {
    const written = prefixes[0] ?? prefix;
    const rest = reference.slice(prefix.length).trim();
    const body = rest.replace(NOTE, "");
    if (body === "") return [rest === "" ? written : `${written} ${rest}`];
    return citedParts(body).map((part) => `${written} ${part}`);
  }
  const suffix = longest(suffixes.filter((one) => reference.endsWith(` ${one}`)));
  if (suffix === undefined) return [];
  return citedParts(reference.slice(0, -suffix.length).trim()).map((part) => `${part} ${suffixes[0] ?? suffix}`);
}

/** The items of a framework whose list is known, written as `citedItems` writes them; empty for the others. */
export function knownItems({ prefixes, items }: Pick<Framework, "prefixes" | "items">): readonly string[] {
  const prefix = prefixes[0];
  if (items === null || prefix === undefined) return [];
  return Array.from({ length: items.last - items.first + 1 }, (_, index) => `${prefix} ${items.first + index}`);
}

type Marks = Pick<Framework, "prefixes" | "suffixes">;

function marksOf({ prefixes, suffixes }: Marks, reference: string): readonly string[] {
  return [
    ...prefixes.filter((prefix) => begins(reference, prefix)),
    ...suffixes.filter((suffix) => reference.endsWith(` ${suffix}`)),
  ];
}

function begins(reference: string, prefix: string): boolean {
  return reference === prefix || reference.startsWith(`${prefix} `);
}

function longest(marks: readonly string[]): string | undefined {
  return [...marks].sort((a, b) => b.length - a.length)[0];
}
