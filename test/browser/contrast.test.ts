/** What is not text and must be seen: borders, marks, focus, bars, at 3:1 at least (WCAG 1.4.11), which axe does not test. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { drawnContrast, type Places } from "./pixels.ts";
import { screenWalk } from "./screens.ts";

const visit = useBrowser();
const LEAST = 3;

interface Probe {
  readonly name: string;
  /** The screens where it stands. */
  readonly on: RegExp;
  readonly selector: string;
  readonly places: Places;
  /** Before looking: what the keyboard or the finger does. */
  readonly act?: (page: Page, selector: string) => Promise<void>;
}

/** The left border, two pixels thick, against what is four pixels outside. */
const border: Places = ({ height }) => [
  [1, height / 2],
  [-4, height / 2],
];
/** The inside, close to the left edge, against the outside. */
const fill: Places = ({ height }) => [
  [5, height / 2],
  [-4, height / 2],
];
/** The dot in the middle, against the ring of page around it: two pixels of border, four of ring. */
const dot: Places = ({ width, height }) => [
  [width / 2, height / 2],
  [4, height / 2],
];
/** A ring of three pixels, three pixels away, against what is beyond. */
const ring: Places = ({ width }) => [
  [width / 2, -4.5],
  [width / 2, -9],
];
/** A mark that stands up from its bar: its top against the page. */
const top: Places = ({ width }) => [
  [width / 2, 2],
  [width / 2 - 8, -4],
];

const tick = (page: Page, selector: string) => page.locator(`${selector} + label`).first().click();
/** By script, as a keyboard does: a click shows no ring. */
async function focus(page: Page, selector: string): Promise<void> {
  await page.keyboard.press("Tab");
  await page.locator(selector).first().focus();
}
const INSIDE = "diag-cyber-esms ";

const PROBES: readonly Probe[] = [
  { name: "a radio", on: /^(profile|step)$/, selector: ".choice [type=radio]:not(:checked)", places: border },
  {
    name: "the mark of a radio",
    on: /^(profile|step)$/,
    selector: ".choice [type=radio]:checked",
    places: dot,
    act: (page) => tick(page, `${INSIDE}.choice [type=radio]`),
  },
  { name: "a list", on: /^profile$/, selector: "select.box", places: border },
  { name: "a field", on: /^profile-optional$/, selector: "input.box", places: border },
  { name: "a field to correct", on: /-errors$/, selector: ".field.wrong:not(.summary)", places: border },
  { name: "a main button", on: /^(start|profile|contribution)$/, selector: "button.primary", places: fill },
  {
    name: "a second button",
    on: /^(profile|waiting|contribution)$/,
    selector: ".buttons > button:not(.primary)",
    places: border,
  },
  { name: "a button that erases", on: /^result-reset$/, selector: "button.danger", places: border },
  {
    name: "the focus of a button",
    on: /^(start|waiting-failed|flash)$/,
    selector: "button.primary",
    places: ring,
    act: focus,
  },
  {
    name: "the focus of a radio",
    on: /^(profile|step)$/,
    selector: ".choice [type=radio] + label",
    places: ring,
    act: (page) => focus(page, `${INSIDE}.choice [type=radio]`),
  },
  { name: "the focus of a list", on: /^profile$/, selector: "select.box", places: ring, act: focus },
  {
    name: "the focus of a fold",
    on: /^(step|result)$/,
    selector: ".fold summary, .emergency summary",
    places: ring,
    act: focus,
  },
  {
    name: "the progress",
    on: /^flash$/,
    selector: ".span",
    places: ({ width, height }) => [
      [width / 2, height / 2],
      [width / 2, -6],
    ],
  },
  {
    name: "the pin of the score",
    on: /^result$/,
    selector: ".pin",
    places: ({ width, height }) => [
      [width / 2, height / 2],
      [2, height / 2],
    ],
  },
  { name: "the threshold on the scale", on: /^(flash|result)$/, selector: ".goal", places: top },
  {
    name: "the bar of a domain",
    on: /^result$/,
    selector: ".domains .track > div",
    places: ({ height }) => [
      [3, height / 2],
      [3, -4],
    ],
  },
  {
    name: "the end of a domain's bar",
    on: /^result$/,
    selector: ".domains .track > div",
    places: ({ width, height }) => [
      [width - 6, height / 2],
      [width + 6, height / 2],
    ],
  },
  { name: "the target of a domain", on: /^result$/, selector: ".domains .track i", places: top },
  {
    name: "the key of the score",
    on: /^result$/,
    selector: ".key:not(.goal-key)",
    places: ({ width }) => [
      [width / 2, 1.5],
      [width / 2, -5],
    ],
  },
  {
    name: "the key of the target",
    on: /^result$/,
    selector: ".goal-key",
    places: ({ width }) => [
      [3, 1.5],
      [width / 2, -5],
    ],
  },
];

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  it("draws every control, mark, bar and focus at 3:1 or more", async () => {
    const walk = screenWalk();
    const { page, close } = await visit({ colorScheme, deviceScaleFactor: 2 }, walk.before);
    const found: string[] = [];
    const looked = new Set<string>();
    await walk.through(page, async (screen) => {
      for (const { name, selector, places, act } of PROBES.filter((probe) => probe.on.test(screen))) {
        await act?.(page, INSIDE + selector);
        const contrast = await drawnContrast(page, page.locator(INSIDE + selector), places);
        looked.add(name);
        if (contrast < LEAST) found.push(`${screen} — ${name}: ${contrast.toFixed(2)}:1`);
      }
    });
    expect(found).toEqual([]);
    expect(looked.size).toBe(PROBES.length);
    await close();
  });
});

it("sees the border that a widespread form product draws by default, and a focus of the colour of the page", async () => {
  const walk = screenWalk();
  const { page, close } = await visit({ deviceScaleFactor: 2 }, walk.before);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".choice input { border-color: #f0f0f0 } :focus-visible { outline-color: #e8f0f2 }");
    document.querySelector("diag-cyber-esms")?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  const radio = page.locator(`${INSIDE}.choice [type=radio]`);
  expect(await drawnContrast(page, radio, border)).toBeLessThan(1.5);
  await focus(page, `${INSIDE}select.box`);
  expect(await drawnContrast(page, page.locator(`${INSIDE}select.box`), ring)).toBeLessThan(1.5);
  await close();
});
