/** On paper: what the result and the flash print, on how many pages, dated, and nothing over anything else. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { type Example, example, questionnaire } from "./example.ts";
import { reachFlash, reachResult, withAnswers, words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const highest = questionnaire.questions.map(({ id, options }) => [id, Math.min(3, options.length - 1)] as const);
const unknown = questionnaire.questions.map(({ id, unknownAllowed }) => [id, unknownAllowed ? "nsp" : 0] as const);
const hostel = { ...ehpad.profile, categorie: "214", secteur: "insertion", medicalise: "non" };
/** Nothing but the backups left to test; and the longest paper there is. */
const strong = withAnswers(ehpad, { ...Object.fromEntries(highest), "sauv-test": 0 });
const lost: Example = { ...withAnswers(ehpad, Object.fromEntries(unknown)), profile: hostel };

/** A4 inside its margins, at 96 pixels per inch. */
const PAPER = { width: 680, height: 1009 };

/** Every page of a PDF is an object that says so; the object of their tree is « Pages ». */
async function pages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** What the browser does when it prints: another medium, and the event that unfolds. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

/** What is drawn over what, sticks out of the page, or may be broken without being a block. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(PAPER);
  await onPaper(page);
  return page.evaluate((width) => {
    const root = document.querySelector("diag-cyber-esms")?.shadowRoot;
    const seen = (selector: string) =>
      [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((one) => one.getClientRects().length > 0);
    const name = (one: Element) => `${one.className || one.tagName}: ${one.textContent?.slice(0, 40)}`;
    const boxes = seen(".lines > li, .action").map((one) => [name(one), one.getBoundingClientRect()] as const);
    const over = boxes.flatMap(([above, { bottom }], index) =>
      boxes.slice(index + 1).flatMap(([below, { top }]) => (top < bottom - 1 ? [`${below} over ${above}`] : [])),
    );
    const wide = seen("*").filter((one) => one.getBoundingClientRect().right > width + 1);
    const broken = seen(".screen, .card, .plan > section, .body, .capped, .screen ol, .screen ul, details").filter(
      (one) => getComputedStyle(one).display !== "block",
    );
    return [...over, ...wide.map((one) => `wide ${name(one)}`), ...broken.map((one) => `not a block ${name(one)}`)];
  }, PAPER.width);
}

it("prints a result of 8 pages at most, of 14 when nothing is known, each thing in its own place", async () => {
  for (const [diagnostic, title, most] of [
    [strong, "Votre résultat", 8],
    [lost, "Votre résultat provisoire", 14],
  ] as const) {
    const { page, close } = await visit();
    await reachResult(page, diagnostic, title);
    const count = await pages(page);
    expect(count).toBeGreaterThan(3);
    expect(count).toBeLessThanOrEqual(most);
    expect(await faults(page)).toEqual([]);
    await close();
  }
});

it("prints a first result of 2 pages at most, without the sentences that speak of the screen", async () => {
  for (const diagnostic of [ehpad, lost]) {
    const { page, close } = await visit();
    await reachFlash(page, diagnostic);
    expect(await pages(page)).toBeLessThanOrEqual(2);
    expect(await faults(page)).toEqual([]);
    expect(await page.getByText("Continuez pour un résultat précis").isVisible()).toBe(false);
    expect(await page.locator("diag-cyber-esms .by-hand").isVisible()).toBe(true);
    await close();
  }
});

it("says the day, the profile and whose it is on paper alone, and by which day each part of the plan is due", async () => {
  const { page, close } = await visit({ timezoneId: "Europe/Paris" }, (fresh) =>
    fresh.clock.setFixedTime("2026-03-10T10:00:00Z"),
  );
  await reachResult(page, ehpad);
  const head = page.locator("diag-cyber-esms .print-only");
  const structure = page.locator("diag-cyber-esms .by-hand");
  expect(await head.isVisible()).toBe(false);
  const due = await page.locator("diag-cyber-esms .plan section .h2").allTextContents();
  expect(due.map(words)).toContain("Sous 30 jours avant le 9 avril 2026");
  await onPaper(page);
  const said = words(await head.textContent());
  expect(said).toContain("Diagnostic du 10 mars 2026");
  expect(said).toContain("catégorie FINESS : EHPAD · public accompagné : Personnes âgées en établissement");
  expect(words(await structure.textContent())).toBe("Structure :");
  expect((await structure.boundingBox())?.width).toBeGreaterThan(300);
  expect(await page.getByText("Ouvrez une action").isVisible()).toBe(false);
  await close();
});

it("keeps to one line each action of the annex, and to the domain's bar what the table repeats", async () => {
  const { page, close } = await visit();
  await reachResult(page, lost, "Votre résultat provisoire");
  await onPaper(page);
  const annex = page.locator("diag-cyber-esms .plan > details .line");
  expect(await annex.count()).toBeGreaterThan(0);
  for (const line of await annex.all()) {
    expect(await line.locator("summary").first().isVisible()).toBe(true);
    expect(await line.locator(".body").isVisible()).toBe(false);
  }
  expect(await page.locator("diag-cyber-esms .domains").isVisible()).toBe(true);
  expect(await page.locator("diag-cyber-esms table").isVisible()).toBe(false);
  await close();
});
