/**
 * One walk that stops at every screen and state a director can meet, those of a bad network included. What is looked
 * at there is the caller's: axe, borders, focus, a picture.
 */
import type { Page, Route } from "playwright-core";
import { example } from "./example.ts";
import { answerUntil, fillAfterWaiting, fillUntilWaiting, next, onScreen } from "./walk.ts";

export type Look = (screen: string) => Promise<void>;

/** Has alerts, unknown answers, a cap and a plan with an annex: the fullest result of the examples. */
const ssiad = example("SSIAD");

/** `today`: the day that the page sees, else the real one. `before` goes to `visit`, before the page opens; `through` walks from the start to the thanks of the contribution. */
export function screenWalk(today?: Date) {
  const held: Route[] = [];
  let failing = true;
  return {
    before: async (page: Page): Promise<void> => {
      await page.clock.install(today === undefined ? {} : { time: today });
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
  await fillUntilWaiting(page, ssiad);
  await onScreen(page, "La suite arrive");
  await look("waiting");
  await Promise.all(held.map((route) => route.abort()));
  await onScreen(page, "La suite n’est pas arrivée");
  await look("waiting-failed");
  await page.unroute("**/questions-*");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await fillAfterWaiting(page, ssiad);
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
  await page.getByRole("button", { name: "Comparer à des établissements semblables" }).click();
  const compared = page.locator("diag-cyber-esms [aria-live]");
  await compared.filter({ hasText: /Aucune statistique|D’après la publication/ }).waitFor(); // published or not
  await look("result-compared");
  await page.getByRole("button", { name: "Nouveau diagnostic" }).click();
  await look("result-reset");
  await page.getByRole("button", { name: "Garder ce diagnostic" }).click();
  await page.locator("diag-cyber-esms details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
  await look("result-unfolded");
}

async function contributionScreens(page: Page, look: Look, mend: () => void): Promise<void> {
  const status = page.locator("diag-cyber-esms [role=status]");
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
  await look("contribution");
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  await status.filter({ hasText: "essai 2 sur 5" }).waitFor();
  await look("contribution-retrying");
  await untilGivenUp(page);
  await look("contribution-failed");
  mend();
  await page.getByRole("button", { name: "Essayer de nouveau" }).click();
  await status.filter({ hasText: "Merci" }).waitFor();
  await look("contribution-sent");
}

/** Lets the page's own clock run over all the waits between two sendings (widget/effects/contribute.ts). */
export async function untilGivenUp(page: Page): Promise<void> {
  const given = page.locator("diag-cyber-esms [role=status]").filter({ hasText: "L’envoi n’a pas abouti" });
  while ((await given.count()) === 0) await page.clock.runFor(1_000);
}

async function errorsShown(page: Page): Promise<void> {
  await page.locator("diag-cyber-esms [data-errors]").waitFor();
}
