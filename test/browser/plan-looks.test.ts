/** The pages of the plan and of the crisis sheet, wide and narrow, light and dark: nothing for axe to say, nothing sideways. */
import { describe, expect, it } from "vitest";
import { overflow, violations } from "./axe.ts";
import { borderContrast } from "./borders.ts";
import { useBrowser } from "./browser.ts";
import { codeOf } from "./diagnostic-code.ts";
import { example } from "./example.ts";

const visit = useBrowser();
const ssiad = codeOf(example("SSIAD"));
const PLACES = [
  [`/plan#${ssiad}&done=1&planned=37~2027-01-15&territory=ara`, "#plan #support #to-grades, #plan #support ul"],
  ["/plan", "#plan #code"],
  ["/plan#bonjour", "#plan #code-error"],
  [`/crise#${ssiad}`, ".sheet"],
  ["/crise", ".sheet"],
] as const;

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
  { width: 320, colorScheme: "light" },
] as const)("at $width pixels, $colorScheme", ({ width, colorScheme }) => {
  it("have nothing that axe finds, borders at 3:1, targets of 44 pixels, and no sideways scroll", async () => {
    const found: string[] = [];
    for (const [path, ready] of PLACES) {
      const options = { viewport: { width, height: 800 }, colorScheme };
      const { page, faults, close } = await visit(options, async () => {}, path, ready);
      if (path.includes("&done=")) {
        await page.locator("#plan .act summary").first().click();
        await page
          .locator("#plan .act .fold", { has: page.locator(".services") })
          .locator("> summary")
          .first()
          .click();
        await page.locator("#support .wishes label").first().click();
        await page.locator("#request-body").fill("Bonjour,");
      }
      for (const violation of await violations(page)) found.push(`${path} — ${violation}`);
      const wider = await overflow(page);
      if (wider > 0) found.push(`${path} — ${wider} pixels sideways`);
      const controls = page.locator(
        "#plan :is(button, .button, .box, .marks > label, summary), .around :is(button, a)",
      );
      const heights = await controls.evaluateAll((all) =>
        all.map((node) => [node.getBoundingClientRect().height, node.textContent] as const),
      );
      for (const [height, text] of heights) if (height > 0 && height < 44) found.push(`${path} — ${height} ${text}`);
      const bordered = "#plan :is(.marks input:not(:checked), .box, button:not(.quiet)), .around :is(button, a)";
      const contrast = await borderContrast(page, bordered);
      if (contrast < 3) found.push(`${path} — a border at ${contrast.toFixed(2)}:1`);
      found.push(...faults);
      await close();
    }
    expect(found).toEqual([]);
  });
});
