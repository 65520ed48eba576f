/**
 * One walk that stops at every screen and state a director can meet, those of a bad network included. What is looked
 * at there is the caller's: axe, borders, focus, a picture.
 */
import type { Page, Route } from "playwright-core";
import { example } from "./example.ts";
import { answerUntil, fillComputing, fillStructure, next, onScreen } from "./walk.ts";

export type Look = (screen: string) => Promise<void>;

/** Has alerts, unknown answers, a cap and a plan with an annex: the fullest result of the examples. */
const ssiad = example("SSIAD");

/** `before` goes to `visit`, before the page opens; `through` walks from the start to the thanks of the contribution. */
export function screenWalk() {
  const held: Route[] = [];
  let failing = true;
  return {
    before: async (page: Page): Promise<void> => {
      await page.clock.install();
      await page.route("**/questions-*", (route) => void held.push(route));
      await page.route("**/contributions", (route) => (failing ? route.abort() : route.continue()));
    },
    through: async (page: Page, look: Look): Promise<void> => {
      await look("start");
      await profileScreens(page, held, look);
      await look("overview");
      await next(page);
      await page.locator("diag-cyber-esms .progress").waitFor();
      await look("step");
      await next(page);
      await errorsShown(page);
      await look("step-errors");
      await answerUntil(page, ssiad.answers, "Votre premier résultat");
      await look("flash");
      await next(page);
      await answerUntil(page, ssiad.answers, "Votre résultat");
      await resultScreens(page, look);
      await contributionScreens(page, look, () => {
        failing = false;
      });
    },
  };
}

async function profileScreens(page: Page, held: Route[], look: Look): Promise<void> {
  await page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(page, "Votre structure");
  await look("profile");
  await next(page);
  await errorsShown(page);
  await look("profile-errors");
  await fillStructure(page, ssiad);
  await fillComputing(page, ssiad);
  await onScreen(page, "Vos questions arrivent");
  await look("waiting");
  await Promise.all(held.map((route) => route.abort()));
  await onScreen(page, "Les questions ne sont pas arrivées");
  await look("waiting-failed");
  await page.unroute("**/questions-*");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await onScreen(page, "Quelques précisions");
  await look("profile-optional");
  await next(page);
  await onScreen(page, "Votre questionnaire est prêt");
}

async function resultScreens(page: Page, look: Look): Promise<void> {
  await page.waitForFunction(() => {
    const canvas = document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector("canvas");
    return canvas?.style.display === "block" || matchMedia("(forced-colors: active)").matches;
  });
  await look("result");
  await page.getByRole("button", { name: "Nouveau diagnostic" }).click();
  await look("result-reset");
  await page.getByRole("button", { name: "Garder ce diagnostic" }).click();
  await page.locator("diag-cyber-esms details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
  await look("result-unfolded");
}

/** The waits between two sendings are those of widget/effects/contribute.ts; the clock of the page is ours. */
async function contributionScreens(page: Page, look: Look, mend: () => void): Promise<void> {
  const said = (text: string) => page.locator("diag-cyber-esms [role=status]").filter({ hasText: text }).waitFor();
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
  await look("contribution");
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  for (const attempt of [2, 3, 4, 5]) {
    await said(`essai ${attempt} sur 5`);
    if (attempt === 2) await look("contribution-retrying");
    await page.clock.runFor(15_000);
  }
  await said("L’envoi n’a pas abouti");
  await look("contribution-failed");
  mend();
  await page.getByRole("button", { name: "Essayer de nouveau" }).click();
  await said("Merci");
  await look("contribution-sent");
}

async function errorsShown(page: Page): Promise<void> {
  await page.locator("diag-cyber-esms [data-errors]").waitFor();
}
