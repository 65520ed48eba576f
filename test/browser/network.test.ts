/** Networks fail: the questions that do not come, the contribution that does not leave. Nothing is lost, all is said. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { controlOf, example } from "./example.ts";
import { next, onScreen, reachResult, words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const status = (page: Page) => page.locator("diag-cyber-esms [role=status]");

/** To the contribution's screen, with a clock that the test moves. */
async function reachContribution(page: Page): Promise<void> {
  await reachResult(page, ehpad);
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
}

it.each([
  ["the questionnaire", "**/questions-*"],
  ["the code of the questions", "**/journey-*"],
])("says that %s did not come, and goes on where it was after « Réessayer »", async (_, url) => {
  const { page, close } = await visit({}, (fresh) => fresh.route(url, (route) => route.abort()));
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.locator("#categorie").selectOption("500");
  await page.locator(`label[for="${controlOf("taille", "50_249")}"]`).click();
  await page.locator(`label[for="${controlOf("rattachement", "autonome")}"]`).click();
  await next(page);
  await onScreen(page, "Votre informatique");
  for (const [variable, value] of Object.entries({
    informatique: "prestataire",
    hebergement: "saas",
    serveur_local: "non",
    dui: "segur",
    equipements: "aucun",
    wifi_public: "non",
    telesante: "non",
    mobilite: "aucune",
  })) {
    await page.locator(`label[for="${controlOf(variable, value)}"]`).click();
  }
  await next(page);
  await onScreen(page, "La suite n’est pas arrivée");
  expect(words(await status(page).textContent())).toBe("La suite n’est pas arrivée");
  await page.unroute(url);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await onScreen(page, "Quelques précisions");
  const focused = () =>
    document.querySelector("diag-cyber-esms")?.shadowRoot?.activeElement?.hasAttribute("data-heading");
  expect(await page.evaluate(focused)).toBe(true);
  await page.getByRole("button", { name: "Précédent" }).click();
  await onScreen(page, "Votre informatique");
  expect(await page.locator(`#${controlOf("dui", "segur")}`).isChecked()).toBe(true);
  await close();
});

it("shows the result before and without any contribution", async () => {
  const { page, requests, close } = await visit({}, (fresh) =>
    fresh.route("**/contributions", (route) => route.abort()),
  );
  await reachResult(page, ehpad);
  expect(await page.locator("diag-cyber-esms .score").textContent()).toBe("59");
  expect(requests.filter((url) => url.includes("contributions"))).toEqual([]);
  await close();
});

it("sends a contribution when asked, says so, and keeps the result at hand", async () => {
  const { page, close } = await visit();
  await reachContribution(page);
  const sent = page.waitForRequest("**/api/v1/contributions");
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  const request = await sent;
  expect(request.headers()["idempotency-key"]).toMatch(/^[\w-]{22}$/);
  const body = request.postDataJSON() as Record<string, unknown>;
  expect(Object.keys(body).sort()).toEqual(["answers", "channel", "profile", "questionnaire", "version"]);
  expect(body.channel).toBe("page");
  expect((await request.response())?.status()).toBe(201);
  await page.getByText("Merci, votre contribution est bien enregistrée.").first().waitFor();
  expect(words(await status(page).textContent())).toContain("Merci");
  await page.getByRole("button", { name: "Revenir au résultat" }).click();
  await onScreen(page, "Votre résultat");
  await close();
});

it("retries with the same key, says each try, then offers to try again, and nothing is lost", async () => {
  const keys: (string | undefined)[] = [];
  const { page, close } = await visit({}, async (fresh) => {
    await fresh.clock.install();
    await fresh.route("**/contributions", (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      return keys.length % 2 ? route.abort() : route.fulfill({ status: 500, body: "{}" });
    });
  });
  await reachContribution(page);
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  for (const attempt of [2, 3, 4, 5]) {
    await status(page)
      .filter({ hasText: `essai ${attempt} sur 5` })
      .waitFor();
    await page.clock.runFor(15_000);
  }
  await status(page).filter({ hasText: "L’envoi n’a pas abouti" }).waitFor();
  expect(keys.length).toBe(5);
  expect(new Set(keys).size).toBe(1);

  await page.unroute("**/contributions");
  const again = page.waitForRequest("**/contributions");
  await page.getByRole("button", { name: "Essayer de nouveau" }).click();
  expect((await again).headers()["idempotency-key"]).toBe(keys[0]);
  await status(page).filter({ hasText: "Merci" }).waitFor();
  await close();
});

it("says why a contribution is refused, without insisting", async () => {
  let tries = 0;
  const { page, close } = await visit({}, (fresh) =>
    fresh.route("**/contributions", (route) => {
      tries++;
      return route.fulfill({
        status: 422,
        contentType: "application/problem+json",
        body: JSON.stringify({ detail: "La version n’est plus acceptée." }),
      });
    }),
  );
  await reachContribution(page);
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  await status(page).filter({ hasText: "La version n’est plus acceptée." }).waitFor();
  expect(tries).toBe(1);
  await close();
});
