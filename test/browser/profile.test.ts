/** The profile: what the category fills in, what stays the person's own, what is refused and how it is said. */
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { controlOf, example } from "./example.ts";
import { focused } from "./keyboard.ts";
import { check, fillProfile, heading, next, onScreen, words } from "./walk.ts";

const visit = useBrowser();
const savs = example("SAVS");

async function open() {
  const opened = await visit();
  await opened.page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(opened.page, "Votre structure");
  return opened;
}

it("groups the categories by public, with their FINESS code", async () => {
  const { page, close } = await open();
  const groups = page.locator("#categorie optgroup");
  expect(await groups.first().getAttribute("label")).toBe("Personnes âgées en établissement");
  expect(await groups.first().locator("option").first().textContent()).toBe("EHPAD (500)");
  expect(await page.locator("#categorie > option").allTextContents()).toContain("Autre catégorie ou je ne sais pas");
  await close();
});

it("fills in from the category, says so, and lets everything be changed", async () => {
  const { page, close } = await open();
  const note = page.locator("#secteur-note");
  expect(await note.count()).toBe(0);
  await page.locator("#categorie").selectOption("500");
  expect(await page.locator(`#${controlOf("secteur", "pa")}`).isChecked()).toBe(true);
  expect(await page.locator(`#${controlOf("medicalise", "oui")}`).isChecked()).toBe(true);
  expect(words(await note.textContent())).toBe("Valeur habituelle de cette catégorie : à vérifier");

  await check(page, controlOf("medicalise", "partiel"));
  expect(await page.locator("#medicalise-note").count()).toBe(0);
  await page.locator("#categorie").selectOption("354"); // SSIAD: care at the core, nobody housed
  expect(await page.locator(`#${controlOf("medicalise", "partiel")}`).isChecked()).toBe(true); // chosen, so kept
  expect(await page.locator(`#${controlOf("secteur", "domicile")}`).isChecked()).toBe(true); // not chosen, so follows
  await close();
});

it("asks what the category does not say", async () => {
  const { page, close } = await open();
  await page.locator("#categorie").selectOption("autre");
  await next(page);
  const links = page.locator("diag-cyber-esms [data-errors] a");
  expect(await links.count()).toBe(5);
  await close();
});

it("says errors only on « Continuer », in a summary that has the focus and leads to each field, and keeps what was typed", async () => {
  const { page, close } = await open();
  await check(page, controlOf("taille", "10_49"));
  expect(await page.locator("diag-cyber-esms .error").count()).toBe(0);
  await next(page);
  const summary = page.locator("diag-cyber-esms [data-errors]");
  expect(await summary.evaluate((node) => node.matches(":focus"))).toBe(true);
  expect(words(await summary.locator("a").first().textContent())).toBe("Choisissez une réponse : catégorie FINESS");

  const field = page.locator("#rattachement-field");
  const error = page.locator("#rattachement-error");
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect(await field.getAttribute("aria-describedby")).toContain("rattachement-error");
  expect(words(await error.textContent())).toBe("Erreur : Choisissez une réponse : rattachement");
  await summary.getByRole("link", { name: "rattachement" }).click();
  expect(await focused(page)).toBe("rattachement-0");
  expect(await page.locator(`#${controlOf("taille", "10_49")}`).isChecked()).toBe(true);

  await check(page, controlOf("rattachement", "og"));
  expect(await error.count()).toBe(0); // mended, so no longer said
  expect(await page.title()).toContain("Erreur");
  await close();
});

it("leaves an exclusive choice alone, and takes it away when another one comes", async () => {
  const { page, close } = await open();
  await page.locator("#categorie").selectOption("500");
  await check(page, controlOf("taille", "10_49"));
  await check(page, controlOf("rattachement", "og"));
  await next(page);
  await onScreen(page, "Votre informatique");
  const box = (value: string) => page.locator(`#${controlOf("equipements", value)}`);
  await check(page, controlOf("equipements", "video"));
  await check(page, controlOf("equipements", "dm"));
  await check(page, controlOf("equipements", "aucun"));
  expect(await box("video").isChecked()).toBe(false);
  expect(await box("aucun").isChecked()).toBe(true);
  await check(page, controlOf("equipements", "video"));
  expect(await box("aucun").isChecked()).toBe(false);
  await close();
});

it("checks a typed number beside its field, and lets the optional screen be skipped", async () => {
  const { page, close } = await visit();
  await fillProfile(page, savs);
  await page.getByRole("button", { name: "Précédent" }).click();
  await onScreen(page, "Quelques précisions");
  await page.locator("#places").fill("beaucoup");
  await next(page);
  expect(words(await page.locator("#places-error").textContent())).toContain("Écrivez un nombre entier");
  expect(await page.locator("#places").inputValue()).toBe("beaucoup");
  await page.locator("#places").fill("45");
  await next(page);
  await onScreen(page, "Votre questionnaire est prêt");
  await close();
});

it("shows what looks odd in the profile without blocking", async () => {
  const { page, close } = await visit();
  await fillProfile(page, { ...savs, profile: { ...savs.profile, rattachement: "autonome" } });
  const warnings = page.locator("diag-cyber-esms .attention");
  expect(words(await warnings.textContent())).toContain("service informatique mutualisé");
  await next(page);
  await page.locator("diag-cyber-esms .progress").waitFor();
  await close();
});

it("goes back to the screen before with the browser's own button, and keeps everything", async () => {
  const { page, close } = await visit();
  await fillProfile(page, savs);
  await page.goBack();
  await onScreen(page, "Quelques précisions");
  await page.goBack();
  await onScreen(page, "Votre informatique");
  expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
  expect(await page.locator(`#${controlOf("dui", "segur")}`).isChecked()).toBe(true);
  await page.goForward();
  await onScreen(page, "Quelques précisions");
  await close();
});
