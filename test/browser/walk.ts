/** Walks through the diagnostic with the pointer: quick ways to reach any screen. The keyboard has its own file. */
import type { Page } from "playwright-core";
import { controlOf, type Example, placeOf } from "./example.ts";

export const heading = (page: Page) => page.locator("diag-cyber-esms [data-heading]");
export const next = (page: Page) => page.locator("diag-cyber-esms button[type=submit]").click();

/** Waits for a screen, named by its heading's text. */
export async function onScreen(page: Page, title: string | RegExp): Promise<void> {
  await heading(page).filter({ hasText: title }).waitFor();
}

/** From the start to the overview, all required variables given. */
export async function fillProfile(page: Page, example: Example): Promise<void> {
  await page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(page, "Votre structure");
  await fillStructure(page, example);
  await onScreen(page, "Votre informatique");
  await fillComputing(page, example);
  await onScreen(page, "Quelques précisions");
  await next(page);
  await onScreen(page, "Votre questionnaire est prêt");
}

/** The first screen of the profile, and its « Continuer ». */
export async function fillStructure(page: Page, { profile }: Example): Promise<void> {
  await page.locator("#categorie").selectOption(String(profile.categorie));
  await choose(page, profile, ["secteur", "medicalise", "hebergement_247", "taille", "rattachement"]);
  await next(page);
}

/** The second one. */
export async function fillComputing(page: Page, { profile }: Example): Promise<void> {
  const computing = ["informatique", "hebergement", "serveur_local", "dui", "equipements", "wifi_public", "telesante"];
  await choose(page, profile, [...computing, "mobilite"]);
  await next(page);
}

/** As far as the profile goes while the questions have not come: which screens travel with the first file may change. */
export async function fillUntilWaiting(page: Page, example: Example): Promise<void> {
  await fillStructure(page, example);
  if ((await heading(page).textContent()) === "Votre informatique") await fillComputing(page, example);
}

/** What follows the waiting screen, filled in up to the last screen of the profile. */
export async function fillAfterWaiting(page: Page, example: Example): Promise<void> {
  await onScreen(page, /Votre informatique|Quelques précisions/);
  if ((await heading(page).textContent()) === "Votre informatique") await fillComputing(page, example);
  await onScreen(page, "Quelques précisions");
}

async function choose(page: Page, profile: Example["profile"], variables: readonly string[]): Promise<void> {
  for (const variable of variables) {
    for (const value of [profile[variable] ?? []].flat()) await check(page, controlOf(variable, value));
  }
}

/** Text as people read it: non-breaking spaces are spaces. */
export function words(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

/** Ticks a control by its label: the whole line is the target. */
export async function check(page: Page, id: string): Promise<void> {
  await page.locator(`label[for="${id}"]`).click();
}

/** The ids of the questions asked on this step. */
export async function questionsOnStep(page: Page): Promise<readonly string[]> {
  const ids = await page.locator("diag-cyber-esms fieldset.field").evaluateAll((all) => all.map((one) => one.id));
  return ids.map((id) => id.replace(/-field$/, ""));
}

/** Answers the questions of this step, without leaving it; those that become deduced meanwhile are left alone. */
export async function answerStep(page: Page, answers: Example["answers"]): Promise<void> {
  const wanted = (await questionsOnStep(page)).map((id) => {
    const answer = answers[id];
    if (answer === undefined) throw new Error(`The example does not answer ${id}`);
    return `${id}-${placeOf(id, answer)}`;
  });
  await page.evaluate((ids) => {
    const root = document.querySelector("diag-cyber-esms")?.shadowRoot;
    for (const id of ids) root?.getElementById(id)?.click();
  }, wanted);
}

/** Answers step after step until this heading. */
export async function answerUntil(page: Page, answers: Example["answers"], title: string): Promise<void> {
  for (;;) {
    const before = await page.locator("diag-cyber-esms .progress p").textContent();
    await answerStep(page, answers);
    await next(page);
    await leaveStep(page, before);
    if ((await heading(page).textContent())?.startsWith(title)) return;
  }
}

/** Waits until the counter of this step has gone. */
export async function leaveStep(page: Page, counter: string | null): Promise<void> {
  await page.waitForFunction((before) => {
    const root = document.querySelector("diag-cyber-esms")?.shadowRoot;
    return root?.querySelector(".progress p")?.textContent !== before;
  }, counter);
}

/** All the way to the flash result, from the start. */
export async function reachFlash(page: Page, example: Example): Promise<void> {
  await fillProfile(page, example);
  await next(page);
  await answerUntil(page, example.answers, "Votre premier résultat");
}

/** Another diagnostic than the example: the same answers but these. */
export function withAnswers(example: Example, answers: Example["answers"]): Example {
  return { ...example, answers: { ...example.answers, ...answers } };
}

/** All the way to the result, from the start. */
export async function reachResult(page: Page, example: Example, title = "Votre résultat"): Promise<void> {
  await reachFlash(page, example);
  await next(page);
  await answerUntil(page, example.answers, title);
}
