/** From the chosen lines of a grid to what a picture holds. Pure: nothing here knows Chart.js. */
import type { Grid, Line, Picture, Value } from "./grid.ts";

/** A bar, or a part of one. `blurred`: only a band is published; its length is a guess, and drawn as such. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly blurred: boolean;
}

export interface Series {
  readonly label: string;
  /** One per label of the drawing; null = nothing to draw. */
  readonly bars: readonly (Bar | null)[];
}

export interface Drawing {
  readonly picture: Picture;
  /** One per line of bars: its name, then how many stand behind it, where that is the line's own. */
  readonly labels: readonly { readonly name: string; readonly count: string }[];
  readonly series: readonly Series[];
  /** Points over the bars: the median and the mean. */
  readonly points: readonly { readonly label: string; readonly at: readonly (Bar | null)[] }[];
}

/** How many lines of a table a picture can hold and still be read. */
export const MOST: Readonly<Record<Picture, number>> = { quartiles: 12, shares: 12, bars: 4 };
/** A table with one figure a line draws each line as a bar. */
const MOST_SINGLE = 15;

export function mostOf({ picture, drawn }: Grid): number {
  return drawn.length === 1 ? MOST_SINGLE : MOST[picture];
}

/** `countOf`: how many stand behind a line, in words; empty where the table does not say. */
export function drawingOf(grid: Grid, lines: readonly Line[], countOf: (line: Line) => string): Drawing {
  const { picture, figures, drawn } = grid;
  const names = lines.map((line) => ({ name: line.heads.join(", "), count: countOf(line) }));
  const column = (place: number) => lines.map(({ values }) => barOf(values[place]));
  const label = (place: number) => figures[place]?.label ?? "";
  if (picture === "quartiles") {
    const [mean = 0, low = 0, median = 0, high = 0] = drawn;
    const span = lines.map(({ values }) => between(values[low], values[high]));
    return {
      picture,
      labels: names,
      series: [{ label: `${label(low)} – ${label(high)}`, bars: span }],
      points: [median, mean].map((place) => ({ label: label(place), at: column(place) })),
    };
  }
  if (picture === "shares") {
    const stacks = lines.map(({ values }) => stack(drawn.map((place) => values[place])));
    const series = drawn.map((place, index) => ({
      label: label(place),
      bars: stacks.map((bars) => bars[index] ?? null),
    }));
    return { picture, labels: names, series, points: [] };
  }
  if (drawn.length === 1) {
    const [place = 0] = drawn;
    return { picture, labels: names, series: [{ label: label(place), bars: column(place) }], points: [] };
  }
  const series = lines.map(({ values }, index) => ({
    label: [names[index]?.name, names[index]?.count].filter(Boolean).join(", "),
    bars: drawn.map((place) => barOf(values[place])),
  }));
  return { picture, labels: drawn.map((place) => ({ name: label(place), count: "" })), series, points: [] };
}

/** The bounds of the bands (docs/statistics.md, rounding): what is drawn of one ends there. */
const LOW = 10;
const HIGH = 90;

function barOf(value: Value | undefined): Bar | null {
  if (typeof value === "number") return { from: 0, to: value, blurred: false };
  if (value === null || value === undefined || typeof value === "string" || !("band" in value)) return null;
  return { from: 0, to: value.band === "<=10" ? LOW : HIGH, blurred: true };
}

function between(low: Value | undefined, high: Value | undefined): Bar | null {
  const [one, two] = [barOf(low), barOf(high)];
  return one && two && { from: one.to, to: two.to, blurred: one.blurred || two.blurred };
}

/**
 * Shares end to end, up to 100. Bands of « 10 or less » share what the published shares leave, since together they make the
 * whole: each is within its band or the rounding of the others; what is not published has no length.
 */
export function stack(values: readonly (Value | undefined)[]): readonly (Bar | null)[] {
  const bars = values.map(barOf);
  const isLow = (bar: Bar | null) => bar?.blurred === true && bar.to === LOW;
  const known = bars.reduce((sum, bar) => sum + (bar === null || isLow(bar) ? 0 : bar.to), 0);
  const lows = bars.filter(isLow).length;
  const each = lows === 0 ? 0 : Math.min(LOW, Math.max(0, 100 - known) / lows);
  let end = 0;
  return bars.map((bar) => {
    if (bar === null) return null;
    const from = end;
    end += isLow(bar) ? each : bar.to;
    return { from, to: end, blurred: bar.blurred };
  });
}
