/** Comes only when a page has set colours of its own: mends those that could not be read, and says so once in the console. */
import words from "virtual:words/colours";
import { adopt } from "../effects/style.ts";
import { createText } from "../text/text.ts";
import { hexadecimal, type Rgb } from "./contrast.ts";
import type { HostColours } from "./host-colours.ts";
import { type Correction, readable } from "./palette.ts";

const t = createText(words);
/** What has been said already, so that several elements, or a change of theme, do not say it again. */
const said = new Set<string>();

/** Our corrections of each element, replaced when its colours change. */
const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** Mends now, and again when the theme or the attributes of the element change; returns what stops that. */
export function mendColours(element: HTMLElement, root: ShadowRoot, read: () => HostColours): () => void {
  const mend = () => {
    const sheet = sheets.get(root) ?? adopt(root, "");
    sheets.set(root, sheet);
    sheet.replaceSync(corrections(element, read()));
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(mend);
  observer.observe(element, { attributes: true });
  dark.addEventListener("change", mend);
  mend();
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", mend);
  };
}

/** On the first element inside: what the page sets on ours would win over a rule of `:host`. */
function corrections(element: HTMLElement, { own, chosen }: HostColours): string {
  const shown = getComputedStyle(element);
  const given: Record<string, Rgb> = {};
  const invalid: string[] = [];
  for (const [name, ours] of own) {
    const text = shown.getPropertyValue(name).trim();
    const colour = parseColour(text);
    if (!colour) {
      invalid.push(bare(name));
      say("colour.unknown", { name, given: text });
    }
    given[bare(name)] = colour ?? parseColour(ours) ?? [0, 0, 0];
  }
  const mended = readable(
    given,
    chosen.map(bare).filter((name) => !invalid.includes(name)),
  );
  for (const correction of mended.corrections) report(correction);
  const changed = Object.entries(mended.palette).filter(
    ([name, colour]) => colour !== given[name] || invalid.includes(name),
  );
  return `.cd{${changed.map(([name, colour]) => `--cd-${name}:${hexadecimal(colour)}`).join(";")}}`;
}

function bare(name: string): string {
  return name.replace("--cd-", "");
}

function report({ name, given, mended, ratio, needed, against }: Correction): void {
  const number = new Intl.NumberFormat(words.language, { maximumFractionDigits: 2 });
  say("colour.corrected", {
    name: `--cd-${name}`,
    given: hexadecimal(given),
    ratio: number.format(Math.floor(ratio * 100) / 100),
    against: `--cd-${against}`,
    needed: number.format(needed),
    mended: hexadecimal(mended),
  });
}

function say(key: string, values: Readonly<Record<string, string>>): void {
  const sentence = t(key, values);
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(sentence);
}

/** Any opaque colour that the browser knows, as red, green, blue; null for what is none. */
function parseColour(text: string): Rgb | null {
  if (!CSS.supports("color", text)) return null;
  const probe = document.createElement("i");
  probe.style.color = text;
  // Whatever the notation, as shares of red, green and blue; a browser that does not know this keeps the line above.
  probe.style.color = `color-mix(in srgb, ${text}, ${text})`;
  document.body.append(probe);
  const shown = getComputedStyle(probe).color;
  probe.remove();
  const numbers = (shown.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const [red, green, blue] = shown.startsWith("rgb") ? numbers : numbers.map((share) => share * 255);
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [red, green, blue].map((part) => Math.round(Math.min(255, Math.max(0, part)))) as unknown as Rgb; // three of them
}
