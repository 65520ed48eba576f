/** What axe cannot do without us: being loaded under our own policy, and the contrast of the borders of controls. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Axe {
  run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The violations on this screen, one line each; none is the aim. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: Axe }; // put there by the line above
    const { violations: found } = await axe.run(document, { runOnly: tags });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  }, TAGS);
}

/** The lowest contrast between the border of an unticked control and the page behind it (WCAG 1.4.11 wants 3). */
export function borderContrast(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll((controls) => {
    const channel = (value: number) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    };
    const behind = (node: Element | null): string => {
      for (let one = node; one; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if (!backgroundColor.endsWith(", 0)") && backgroundColor !== "transparent") return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    const contrasts = controls.map((control) => {
      const one = luminance(getComputedStyle(control).borderTopColor);
      const two = luminance(behind(control.parentElement));
      return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    });
    return Math.min(...contrasts);
  });
}

/** By how many pixels the page is wider than its window; 0 when nothing scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
