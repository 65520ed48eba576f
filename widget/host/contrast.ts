/** How well two colours are told apart (WCAG 2.2, 1.4.3 and 1.4.11), and the nearest colour that is told apart enough. Pure. */

/** Red, green and blue, from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Text of normal size on its background. */
export const TEXT = 4.5;
/** The border of a control, a mark that carries meaning. */
export const CONTROL = 3;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/** How finely the way to black or white is tried. */
const STEPS = 50;

/** From 1, the same, to 21, black on white. */
export function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]; // two in, two out
  return (high + 0.05) / (low + 0.05);
}

/** The least contrast of a colour with several backgrounds. */
export function lowestContrast(colour: Rgb, backgrounds: readonly Rgb[]): number {
  return Math.min(...backgrounds.map((background) => contrast(colour, background)));
}

/** The colour itself when it reaches `needed` on every background, else the nearest on its way to black or to white. */
export function mended(colour: Rgb, backgrounds: readonly Rgb[], needed: number): Rgb {
  for (let step = 0; step <= STEPS; step++) {
    const tried = [BLACK, WHITE].map((end) => mixed(colour, end, step / STEPS));
    const found = tried.find((one) => lowestContrast(one, backgrounds) >= needed);
    if (found) return found;
  }
  return lowestContrast(BLACK, backgrounds) > lowestContrast(WHITE, backgrounds) ? BLACK : WHITE;
}

/** `share` of the second in the first, in whole figures. */
export function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (place: 0 | 1 | 2) => Math.round(one[place] + (other[place] - one[place]) * share);
  return [part(0), part(1), part(2)];
}

/** `#rrggbb`. */
export function hexadecimal(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
