/** `/fusionner`: two readers of one diagnostic; the director chooses, question by question, and nothing is sent. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { overflow, violations } from "./axe.ts";
import { useBrowser } from "./browser.ts";
import { codeOf, displayedOf, modelOf } from "./codes.ts";
import { type Example, example, questionOf } from "./example.ts";
import { onScreen, words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const asked = displayedOf(ehpad);
const half = asked.slice(0, 20);
const toFusionner = () => visit({}, async () => {}, "/fusionner");

const changed = (changes: Example["answers"]): Example => ({ ...ehpad, answers: { ...ehpad.answers, ...changes } });

async function merge(page: Page, mine: string, theirs: string): Promise<void> {
  await page.locator("#code-mine").fill(mine);
  await page.locator("#code-theirs").fill(theirs);
  await page.getByRole("button", { name: "Réunir", exact: true }).click();
}

const side = (page: Page, id: string, which: "mine" | "theirs") => page.locator(`label[for="choice-${id}-${which}"]`);
const merged = (page: Page) => page.locator("#merged-code").inputValue();

it("keeps what agrees and what one alone answered, asks for each difference, and gives the code of the whole", async () => {
  const { page, requests, faults, close } = await toFusionner();
  const theirs = changed({ "gouv-referent": 1, "sauv-test": 4 });
  await merge(page, codeOf(ehpad, modelOf(), [...half, "sauv-test"]), codeOf(theirs));
  await page.locator(".outcome").waitFor();
  const said = words(await page.locator(".outcome").textContent());
  expect(said).toContain("Réponses différentes : 2");
  expect(said).toContain("Il reste à choisir : 2.");
  expect(await page.locator("#merged-code").count()).toBe(0);
  const choice = words(await page.locator("fieldset", { has: page.locator("#choice-sauv-test-mine") }).textContent());
  expect(choice).toContain(words(questionOf("sauv-test").label));
  expect(choice).toContain(`Vous : ${words(questionOf("sauv-test").options[0] ?? "")}`);
  expect(choice).toContain(`Votre prestataire : ${words(questionOf("sauv-test").options[4] ?? "")}`);
  await side(page, "gouv-referent", "mine").click();
  await page.getByText("Il reste à choisir : 1.").waitFor();
  await side(page, "sauv-test", "theirs").click();
  await page.getByText("Tout est choisi.").waitFor();
  expect(await merged(page)).toBe(codeOf(changed({ "sauv-test": 4 })));
  await page.getByRole("button", { name: "Garder toutes les miennes" }).click();
  await expect.poll(() => merged(page)).toBe(codeOf(ehpad));
  await page.getByRole("button", { name: "Prendre toutes les siennes" }).click();
  await expect.poll(() => merged(page)).toBe(codeOf(theirs));
  expect(requests.filter((url) => /[A-Z0-9]{20}/.test(url))).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it("ticks a known answer where the other one does not know, and the director may still say otherwise", async () => {
  const { page, close } = await toFusionner();
  await merge(page, codeOf(changed({ "sauv-test": "nsp" })), codeOf(changed({ "sauv-test": 4 })));
  await page.getByText("Tout est choisi.").waitFor();
  expect(await page.locator("#choice-sauv-test-theirs").isChecked()).toBe(true);
  expect(await merged(page)).toBe(codeOf(changed({ "sauv-test": 4 })));
  await side(page, "sauv-test", "mine").click();
  expect(await merged(page)).toBe(codeOf(changed({ "sauv-test": "nsp" })));
  await close();
});

it("lets the director choose between two profiles, and says which answers then have no place", async () => {
  const { page, close } = await toFusionner();
  const other: Example = { ...ehpad, profile: { ...ehpad.profile, wifi_public: "non" } };
  await merge(page, codeOf(ehpad, modelOf(), half), codeOf(other));
  await page.getByText("Les deux profils diffèrent").waitFor();
  expect(await page.locator("#profile-mine").isChecked()).toBe(true);
  const kept = await merged(page);
  await page.locator('label[for="profile-theirs"]').click();
  await expect.poll(() => merged(page)).not.toBe(kept);
  await close();
});

it("opens the whole in the diagnostic, by the fragment", async () => {
  const { page, requests, close } = await toFusionner();
  await merge(page, codeOf(ehpad, modelOf(), half), codeOf(ehpad));
  await page.getByText("Aucune réponse ne se contredit.").waitFor();
  const code = await merged(page);
  await page.getByRole("link", { name: "Continuer avec ce diagnostic" }).click();
  await onScreen(page, "Votre résultat");
  expect(await page.locator("diag-cyber-esms .score").first().textContent()).toBe("59");
  expect(requests.filter((url) => url.includes(code.slice(-12)))).toEqual([]);
  await close();
});

it("carries an older code and says what is to be asked again", async () => {
  const { page, close } = await toFusionner();
  await merge(page, codeOf(ehpad), codeOf(changed({ "conf-registre": 4 }), modelOf("1.0.0")));
  await page.getByText("vient de la version 1.0.0 du questionnaire. Questions à reposer : 1.").waitFor();
  await close();
});

it("says whose code is wrong, keeps both texts and merges nothing", async () => {
  const { page, close } = await toFusionner();
  await merge(page, codeOf(ehpad), codeOf(ehpad).slice(0, -4));
  await page.locator("#code-theirs-error").filter({ hasText: "Erreur : Ce code contient une erreur" }).waitFor();
  expect(await page.locator("#code-theirs").evaluate((node) => node.matches(":focus"))).toBe(true);
  expect(await page.locator("#code-mine").inputValue()).toBe(codeOf(ehpad));
  expect(await page.locator("#code-mine-error, .outcome").count()).toBe(0);
  await close();
});

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
] as const)("at $width pixels, $colorScheme", ({ width, colorScheme }) => {
  it("has nothing for axe to say and nothing sideways", async () => {
    const { page, close } = await visit(
      { viewport: { width, height: 800 }, colorScheme },
      async () => {},
      "/fusionner",
    );
    const other: Example = { ...changed({ "sauv-test": 4 }), profile: { ...ehpad.profile, wifi_public: "non" } };
    await merge(page, codeOf(ehpad), codeOf(other));
    await page.locator(".outcome").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Prendre toutes les siennes" }).click();
    await page.locator("#merged-code").waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  });
});
