/** Every screen and every hosted page, in every way of displaying them that people choose: nothing lost, nothing to say. */
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { overflow, violations } from "./axe.ts";
import { PHONE, useBrowser } from "./browser.ts";
import {
  doubleText,
  focusPlace,
  lostText,
  movements,
  outlineFaults,
  smallTargets,
  spaceText,
  tableFaults,
} from "./layout.ts";
import { screenWalk } from "./screens.ts";

const visit = useBrowser();
const SMALL = { width: 320, height: 640 };

interface Mode {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly settle?: (page: Page) => Promise<void>;
  /** axe takes most of the time, and sees the same where only widths differ. */
  readonly withoutAxe?: true;
}

const MODES: readonly Mode[] = [
  { name: "on a desktop", options: { colorScheme: "light" } },
  { name: "on a desktop, dark", options: { colorScheme: "dark" } },
  { name: "on a phone", options: { viewport: PHONE, colorScheme: "light" } },
  { name: "on a phone, dark", options: { viewport: PHONE, colorScheme: "dark" } },
  { name: "in forced colours", options: { forcedColors: "active" } },
  { name: "at 320 pixels", options: { viewport: SMALL } },
  { name: "with letters twice as large", options: {}, settle: doubleText },
  {
    name: "with letters twice as large on half a screen",
    options: { viewport: { width: 640, height: 800 } },
    settle: doubleText,
    withoutAxe: true,
  },
  { name: "with spaced text", options: { viewport: PHONE }, settle: spaceText, withoutAxe: true },
  { name: "on a screen of 4K", options: { viewport: { width: 3840, height: 2160 } }, withoutAxe: true },
];

/** What any screen may be reproached with, one line each. */
async function faultsOf(page: Page, { withoutAxe }: Mode): Promise<readonly string[]> {
  const wider = await overflow(page);
  return [
    ...(withoutAxe ? [] : await violations(page)),
    ...(wider > 0 ? [`${wider} pixels sideways`] : []),
    ...(await lostText(page)),
    ...(await smallTargets(page)),
    ...(await outlineFaults(page)),
    ...(await tableFaults(page)),
  ];
}

describe.each(MODES)("$name", (mode) => {
  const { options, settle = async () => {} } = mode;

  it("leaves axe nothing to say on any screen, cuts no text, scrolls only downwards, keeps targets and outline", async () => {
    const walk = screenWalk();
    const { page, faults, close } = await visit(options, walk.before);
    await settle(page);
    const found: string[] = [];
    await walk.through(page, async (screen) => {
      found.push(...(await faultsOf(page, mode)).map((fault) => `${screen} — ${fault}`));
    });
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("does as much on the other hosted pages", async () => {
    const found: string[] = [];
    for (const name of otherPages()) {
      const { page, close } = await visit(options, async () => {}, `/${name}`);
      await settle(page);
      found.push(...(await faultsOf(page, mode)).map((fault) => `${name} — ${fault}`));
      await close();
    }
    expect(found).toEqual([]);
  });
});

/** The hosted pages beside the diagnostic's own; what other sites frame is no page: its headings follow theirs. */
function otherPages(): readonly string[] {
  const pages = fileURLToPath(new URL("../../widget/pages/", import.meta.url));
  const here = (name: string) => ["main.html", "main.ts"].some((main) => existsSync(`${pages}${name}/${main}`));
  return readdirSync(pages).filter((name) => name !== "home" && !name.startsWith("frame") && here(name));
}

it("never loses the focus, speaks French, and says what happens in one region that was always there", async () => {
  const walk = screenWalk();
  const { page, close } = await visit({}, walk.before);
  const region = await page.locator("diag-cyber-esms [role=status]").elementHandle();
  const found: string[] = [];
  await walk.through(page, async (screen) => {
    const place = await focusPlace(page);
    // The first screen leaves the focus where the host page has it (widget.md §5.1).
    if ((place === "body") !== (screen === "start") || place === "nowhere") found.push(`${screen}: focus on ${place}`);
    const regions = await page.locator("diag-cyber-esms [role=status]").elementHandles();
    const same = await page.evaluate(([one, two]) => one === two, [region, regions[0]]);
    if (regions.length !== 1 || !same) found.push(`${screen}: another region`);
    const said = (await region?.textContent()) ?? "";
    const speaks = /^(waiting|contribution)/.test(screen);
    if ((said !== "") !== speaks) found.push(`${screen}: the region says « ${said} »`);
    const languages = await page
      .locator("html, diag-cyber-esms .cd")
      .evaluateAll((all) => all.map((node) => node.getAttribute("lang")));
    if (languages.join() !== "fr,fr") found.push(`${screen}: language ${languages}`);
    if (page.context().pages().length !== 1) found.push(`${screen}: another window`);
  });
  expect(found).toEqual([]);
  await close();
});

it("moves nothing for people who asked for less movement, and fits a phone that lies on its side", async () => {
  const walk = screenWalk();
  const lying = { width: PHONE.height, height: PHONE.width };
  const { page, close } = await visit({ reducedMotion: "reduce", viewport: lying }, walk.before);
  const found: string[] = [];
  await walk.through(page, async (screen) => {
    found.push(...(await movements(page)).map((movement) => `${screen} — ${movement}`));
    if ((await overflow(page)) > 0) found.push(`${screen} — sideways`);
  });
  expect(found).toEqual([]);
  await close();
});

it("leads past the head of the page with its first link", async () => {
  const { page, close } = await visit();
  await page.keyboard.press("Tab");
  const link = page.getByRole("link", { name: "Aller au contenu" });
  expect(await link.evaluate((node) => node.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  expect(await page.locator("main").evaluate((node) => node.matches(":focus"))).toBe(true);
  await close();
});

it("gives radios and boxes back to the system in forced colours", async () => {
  const walk = screenWalk();
  const { page, close } = await visit({ forcedColors: "active" }, walk.before);
  const seen = new Set<string>();
  await walk.through(page, async (screen) => {
    if (!/^(profile|step)/.test(screen)) return;
    const looks = await page
      .locator("diag-cyber-esms .choice input")
      .evaluateAll((all) => all.map((node) => getComputedStyle(node).appearance));
    for (const look of looks) seen.add(look);
  });
  expect([...seen]).toEqual(["auto"]);
  await close();
});

describe("the measures themselves", () => {
  it.each([
    ["a text cut by its box", ".h0 { overflow: hidden; height: 10px }", lostText],
    ["a text over another", ".lead { margin-top: -60px }", lostText],
    ["a target too low", "button { min-height: 30px; padding: 0 }", smallTargets],
    ["something that moves", ".card { transition: all 0.2s }", movements],
    [
      "something too wide",
      ".card { width: 2000px }",
      async (page: Page) => ((await overflow(page)) > 0 ? ["wide"] : []),
    ],
  ])("see %s", async (_, css, measure) => {
    const { page, close } = await visit();
    expect(await measure(page)).toEqual([]);
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.querySelector("diag-cyber-esms")?.shadowRoot?.adoptedStyleSheets.push(sheet);
    }, css);
    expect(await measure(page)).not.toEqual([]);
    await close();
  });
});
