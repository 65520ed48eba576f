/** Contrast as it is drawn: two points of a real picture of the page, and nothing supposed about style sheets. */
import type { Locator, Page } from "playwright-core";
import UPNG from "upng-js";

/** In CSS pixels, from the top left corner of the element; negative is outside of it. */
export type Point = readonly [x: number, y: number];

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Where to look: what must be seen, and what it stands on. */
export type Places = (box: Box) => readonly [mark: Point, ground: Point];

/** Pixels of picture around the two places. */
const MARGIN = 2;

/** The contrast ratio, 1 to 21, between two places of the first element found. */
export async function drawnContrast(page: Page, target: Locator, places: Places): Promise<number> {
  const element = target.first();
  await element.evaluate((node) => node.scrollIntoView({ block: "center" }));
  const box = await element.boundingBox();
  if (!box) throw new Error("The element is not drawn");
  const points = places(box).map(([x, y]) => [box.x + x, box.y + y] as const);
  const left = Math.min(...points.map(([x]) => x)) - MARGIN;
  const top = Math.min(...points.map(([, y]) => y)) - MARGIN;
  const width = Math.max(...points.map(([x]) => x)) + MARGIN - left;
  const height = Math.max(...points.map(([, y]) => y)) + MARGIN - top;
  const file = await page.screenshot({ clip: { x: left, y: top, width, height } });
  const image = UPNG.decode(new Uint8Array(file).buffer);
  const rgba = new Uint8Array(UPNG.toRGBA8(image)[0] ?? new ArrayBuffer(0));
  const scale = image.width / width;
  const [one = 0, two = 0] = points.map(([x, y]) => {
    const at = 4 * (Math.floor((y - top) * scale) * image.width + Math.floor((x - left) * scale));
    return luminance(rgba.subarray(at, at + 3));
  });
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

/** Relative luminance of an sRGB pixel (WCAG 2.2, definition). */
function luminance([red = 0, green = 0, blue = 0]: Uint8Array): number {
  const channel = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}
