/** The main job, end to end, without a mouse: the worked example of the EHPAD must end where it was worked out by hand. */
import { expect, it } from "vitest";
import { DESKTOP, PHONE, useBrowser } from "./browser.ts";
import { example } from "./example.ts";
import { answerByKeyboard, enter, fillByKeyboard, focused } from "./keyboard.ts";
import { heading, leaveStep, onScreen, reachResult, words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");

async function expectTheVerdict(page: Parameters<typeof heading>[0]): Promise<void> {
  const verdict = page.locator("diag-cyber-esms .verdict");
  await expect.poll(() => verdict.locator(".score").textContent()).toBe("59");
  expect(await verdict.locator(".level").textContent()).toContain("Essentiel");
  const capped = words(await verdict.locator(".capped").textContent());
  expect(capped).toContain("Il est ramené à 59");
  expect(capped).toContain("De quand date la dernière restauration réelle");
  expect(capped).toContain("Votre réponse : Jamais");
  expect(await page.locator("diag-cyber-esms .action .h2").first().textContent()).toContain(
    "Tester une restauration complète",
  );
}

it("fills in the EHPAD of the blueprint with the keyboard alone and ends on 59, « Essentiel », capped by the missing restoration", async () => {
  const { page, faults, close } = await visit({ viewport: DESKTOP });
  await page.keyboard.press("Tab"); // into the page
  const button = page.getByRole("button", { name: "Commencer" });
  while (!(await button.evaluate((node) => node.matches(":focus")))) await page.keyboard.press("Tab");
  await enter(page);

  await onScreen(page, "Votre structure");
  expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
  await fillByKeyboard(page, ["categorie", "taille", "rattachement"], ehpad); // the category gives the rest
  await enter(page);
  await onScreen(page, "Votre informatique");
  const computing = [
    "informatique",
    "hebergement",
    "serveur_local",
    "dui",
    "equipements",
    "wifi_public",
    "telesante",
    "mobilite",
  ];
  await fillByKeyboard(page, computing, ehpad);
  await enter(page);
  await onScreen(page, "Quelques précisions");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  while ((await focused(page)) !== "places") await page.keyboard.press("Tab");
  await enter(page);
  await onScreen(page, "Votre questionnaire est prêt");
  const begin = page.getByRole("button", { name: "Répondre aux questions" });
  while (!(await begin.evaluate((node) => node.matches(":focus")))) await page.keyboard.press("Tab");
  await enter(page);

  for (;;) {
    await page.locator("diag-cyber-esms .progress").waitFor();
    const step = await page.locator("diag-cyber-esms .progress p").textContent();
    expect(await heading(page).evaluate((node) => node.matches(":focus")), `focus on the heading at ${step}`).toBe(
      true,
    );
    await answerByKeyboard(page, ehpad.answers);
    await enter(page);
    await leaveStep(page, step);
    const title = await heading(page).textContent();
    if (title === "Votre premier résultat") {
      const go = page.getByRole("button", { name: "Continuer le diagnostic" });
      while (!(await go.evaluate((node) => node.matches(":focus")))) await page.keyboard.press("Tab");
      await enter(page);
    } else if (title === "Votre résultat") break;
  }
  await expectTheVerdict(page);
  expect(faults).toEqual([]);
  await close();
});

it("ends on the same verdict on a phone of 360 pixels, with a finger", async () => {
  const { page, faults, close } = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
  await reachResult(page, ehpad);
  await expectTheVerdict(page);
  expect(faults).toEqual([]);
  await close();
});
