/** A picture of a page, small enough to be kept: cut at a height, with a palette of few colours. */
import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import UPNG from "upng-js";

/** CSS pixels: longer screens are cut, the rest is more of the same. */
const TALLEST = 1400;
/** Colours of the palette: flat surfaces and smoothed letters need no more. */
const COLOURS = 40;

export async function takePicture(page: Page, file: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  const { width = 0 } = page.viewportSize() ?? {};
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const shot = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
    caret: "hide",
  });
  const image = UPNG.decode(new Uint8Array(shot).buffer);
  writeFileSync(file, new Uint8Array(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS)));
}
