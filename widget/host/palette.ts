/**
 * The colours of a page around us, made readable: what each colour stands on, what it must reach, and what follows from
 * those that the page chose when it did not choose the rest. Pure.
 */
import { CONTROL, contrast, lowestContrast, mended, mixed, type Rgb, TEXT } from "./contrast.ts";

/** Name without `--cd-` → colour. */
export type Palette = Readonly<Record<string, Rgb>>;

export interface Correction {
  readonly name: string;
  readonly given: Rgb;
  readonly mended: Rgb;
  /** What it was, on the background where it was least. */
  readonly ratio: number;
  readonly needed: number;
  readonly against: string;
}

interface Rule {
  readonly name: string;
  readonly on: readonly string[];
  readonly needed: number;
}

/** Backgrounds first come from the page and stay as they are; these are mended. Links and buttons are text too. */
export const RULES: readonly Rule[] = [
  { name: "ink", on: ["page", "soft", "tint", "warm"], needed: TEXT },
  { name: "muted", on: ["page", "soft"], needed: TEXT },
  { name: "accent", on: ["page", "soft", "tint"], needed: TEXT },
  { name: "strong", on: ["page", "tint"], needed: TEXT },
  { name: "error", on: ["page"], needed: TEXT },
  { name: "control", on: ["page"], needed: CONTROL },
  { name: "goal", on: ["page", "soft"], needed: CONTROL },
];

/** Colours that follow others: `share` of the second in the first. */
const FOLLOWERS = [
  { name: "soft", from: "page", to: "ink", share: 0.05 },
  { name: "line", from: "page", to: "ink", share: 0.2 },
  { name: "tint", from: "page", to: "accent", share: 0.1 },
  { name: "warm", from: "page", to: "goal", share: 0.08 },
] as const;

export interface Readable {
  readonly palette: Palette;
  /** Of the colours that the page chose, in the order of the rules. */
  readonly corrections: readonly Correction[];
}

/** `all`: the colours as they stand; `chosen`: the names of those that the page around us set. */
export function readable(all: Palette, chosen: readonly string[]): Readable {
  const palette: Record<string, Rgb> = { ...all };
  const corrections: Correction[] = [];
  const colour = (name: string): Rgb => palette[name] ?? [0, 0, 0];
  // The text and the mark come before what is mixed with them.
  for (const name of ["ink", "accent", "goal"]) mend({ name, on: ["page"], needed: neededOf(name) });
  for (const { name, from, to, share } of FOLLOWERS) {
    const moved = [from, to].some((one) => chosen.includes(one) || palette[one] !== all[one]);
    if (moved && !chosen.includes(name)) palette[name] = mixed(colour(from), colour(to), share);
  }
  if (chosen.includes("accent") && !chosen.includes("strong")) {
    palette.strong = mixed(colour("accent"), colour("ink"), 0.35);
  }
  for (const rule of RULES) mend(rule);
  return { palette, corrections };

  function mend({ name, on, needed }: Rule): void {
    const given = colour(name);
    const backgrounds = on.map(colour);
    const ratio = lowestContrast(given, backgrounds);
    if (ratio >= needed) return;
    palette[name] = mended(given, backgrounds, needed);
    if (!chosen.includes(name)) return;
    const against = on.find((one) => contrast(given, colour(one)) === ratio) ?? "";
    const earlier = corrections.findIndex((one) => one.name === name);
    const correction = { name, given: all[name] ?? given, mended: colour(name), ratio, needed, against };
    if (earlier < 0) corrections.push(correction);
    else corrections[earlier] = { ...correction, ratio: corrections[earlier]?.ratio ?? ratio };
  }
}

function neededOf(name: string): number {
  return RULES.find((rule) => rule.name === name)?.needed ?? TEXT;
}
