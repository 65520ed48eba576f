/** Whether each chosen colour can be read, in each theme that is shown: the very rules by which the element mends. Pure. */
import { hexadecimal, lowestContrast, type Rgb } from "../../host/contrast.ts";
import { type Palette, RULES, readable } from "../../host/palette.ts";
import { chosenColours, type Settings } from "./settings.ts";

export interface Verdict {
  readonly theme: "light" | "dark";
  readonly ratio: number;
  readonly needed: number;
  /** The colour that will be shown instead, or null when it is kept. */
  readonly mended: string | null;
}

/** Our own colours, as the style sheet of the widget writes them. */
export interface OwnColours {
  readonly light: Palette;
  readonly dark: Palette;
}

/** Reads them from that style sheet: light in the first block of colours, dark in the second. */
export function ownColours(css: string): OwnColours {
  const blocks = [...css.matchAll(/\{([^{}]*--cd-ink[^{}]*)\}/g)].map(([, block = ""]) => paletteOf(block));
  return { light: blocks[0] ?? {}, dark: blocks[1] ?? {} };
}

/** The verdicts on one chosen colour, none for a colour that only decorates; a background is judged by the text on it. */
export function verdictsOn(name: string, settings: Settings, own: OwnColours): readonly Verdict[] {
  const themes = settings.theme === "auto" ? (["light", "dark"] as const) : [settings.theme];
  return themes.flatMap((theme) => {
    const chosen = chosenColours(settings);
    const palette = { ...own[theme], ...Object.fromEntries(chosen.map(([one, value]) => [one, rgbOf(value)])) };
    const names = chosen.map(([one]) => one);
    const { palette: shown, corrections } = readable(palette, names);
    const rule = RULES.find((one) => one.name === name) ?? RULES.find(({ on }) => on.includes(name));
    if (!rule) return [];
    const correction = corrections.find((one) => one.name === name);
    const before = lowestContrast(
      palette[rule.name] ?? [0, 0, 0],
      rule.on.map((one) => (rule.name === name ? shown[one] : palette[name]) ?? [255, 255, 255]),
    );
    const mended = correction ? hexadecimal(correction.mended) : null;
    return [{ theme, ratio: correction?.ratio ?? before, needed: rule.needed, mended }];
  });
}

export function rgbOf(hex: string): Rgb {
  const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1);
  const part = (place: number) => Number.parseInt(long.slice(place, place + 2), 16);
  return [part(0), part(2), part(4)];
}

function paletteOf(block: string): Palette {
  const pairs = [...block.matchAll(/--cd-([a-z]+):\s*(#[0-9a-f]{3,6})\b/gi)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, rgbOf(value)]));
}
