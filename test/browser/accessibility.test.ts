/** Every screen, on a wide and on a narrow one, light and dark: nothing for axe to say, borders seen, nothing sideways. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { borderContrast, overflow, violations } from "./axe.ts";
import { useBrowser } from "./browser.ts";
import { example } from "./example.ts";
import { answerUntil, fillProfile, next, onScreen } from "./walk.ts";

const visit = useBrowser();
/** Has alerts, unknown answers, a cap and a plan with an annex: the fullest result of the examples. */
const ssiad = example("SSIAD");

/** Goes through the whole diagnostic and stops at each screen. */
async function everyScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await look("start");
  await page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(page, "Votre structure");
  await look("profile");
  await next(page);
  await page.locator("diag-cyber-esms [data-errors]").waitFor();
  await look("profile, errors");
  await page.getByRole("button", { name: "Précédent" }).click();
  await fillProfile(page, ssiad);
  await look("overview");
  await next(page);
  await page.locator("diag-cyber-esms .progress").waitFor();
  await look("step");
  await next(page);
  await page.locator("diag-cyber-esms [data-errors]").waitFor();
  await look("step, errors");
  await answerUntil(page, ssiad.answers, "Votre premier résultat");
  await look("flash");
  await next(page);
  await answerUntil(page, ssiad.answers, "Votre résultat");
  await look("result");
  await page.locator("diag-cyber-esms details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
  await look("result, unfolded");
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
  await look("contribution");
}

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
] as const)("at $width pixels, $colorScheme", ({ width, colorScheme }) => {
  it("has nothing that axe finds on any screen, borders of controls at 3:1, and no sideways scroll", async () => {
    const { page, close } = await visit({ viewport: { width, height: 800 }, colorScheme });
    const found: string[] = [];
    await everyScreen(page, async (screen) => {
      for (const violation of await violations(page)) found.push(`${screen} — ${violation}`);
      const wider = await overflow(page);
      if (wider > 0) found.push(`${screen} — ${wider} pixels sideways`);
      const controls =
        "diag-cyber-esms .choice input:not(:checked), diag-cyber-esms .box, diag-cyber-esms button.primary";
      if ((await page.locator(controls).count()) === 0) return;
      const contrast = await borderContrast(page, controls);
      if (contrast < 3) found.push(`${screen} — a border at ${contrast.toFixed(2)}:1`);
    });
    expect(found).toEqual([]);
    await close();
  });
});

it("scrolls only downwards at 320 pixels, and with letters twice as large", async () => {
  const { page, close } = await visit({ viewport: { width: 320, height: 640 } });
  const found: string[] = [];
  await everyScreen(page, async (screen) => {
    if ((await overflow(page)) > 0) found.push(screen);
  });
  expect(found).toEqual([]);
  await close();

  const large = await visit({ viewport: { width: 640, height: 800 } });
  await large.page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await large.page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(large.page, "Votre structure");
  expect(await overflow(large.page)).toBe(0);
  const size = await large.page.locator("diag-cyber-esms .cd").evaluate((node) => getComputedStyle(node).fontSize);
  expect(size).toBe("36px");
  await large.close();
});

it("offers targets at least 44 pixels high", async () => {
  const { page, close } = await visit({ viewport: { width: 360, height: 740 } });
  const small: string[] = [];
  await everyScreen(page, async (screen) => {
    const heights = await page
      .locator("diag-cyber-esms button, diag-cyber-esms .choice label, diag-cyber-esms .box, diag-cyber-esms summary")
      .evaluateAll((all) => all.map((node) => [node.getBoundingClientRect().height, node.textContent] as const));
    for (const [height, text] of heights) if (height > 0 && height < 44) small.push(`${screen}: ${height} ${text}`);
  });
  expect(small).toEqual([]);
  await close();
});

it("keeps its borders and its marks in forced colours", async () => {
  const { page, close } = await visit({ forcedColors: "active" });
  await fillProfile(page, ssiad);
  await next(page);
  await page.locator("diag-cyber-esms .progress").waitFor();
  expect(await violations(page)).toEqual([]);
  const appearance = await page
    .locator("diag-cyber-esms .choice input")
    .first()
    .evaluate((node) => getComputedStyle(node).appearance);
  expect(appearance).toBe("auto");
  await close();
});
