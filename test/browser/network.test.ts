/** Networks fail: the questions that do not come, the contribution that does not leave. Nothing is lost, all is said. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { controlOf, example, questionnaire } from "./example.ts";
import { untilGivenUp } from "./screens.ts";
import { fillAfterWaiting, fillUntilWaiting, next, onScreen, reachResult, words } from "./walk.ts";

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
  await onScreen(page, "La suite n’est pas arrivée");
  expect(words(await status(page).textContent())).toBe("La suite n’est pas arrivée");
  await page.unroute(url);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await onScreen(page, "Votre informatique");
  const focused = () =>
    document.querySelector("diag-cyber-esms")?.shadowRoot?.activeElement?.hasAttribute("data-heading");
  expect(await page.evaluate(focused)).toBe(true);
  await page.getByRole("button", { name: "Précédent" }).click();
  await onScreen(page, "Votre structure");
  expect(await page.locator(`#${controlOf("taille", "50_249")}`).isChecked()).toBe(true);
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

/** To the end of the profile: what follows needs the questions. */
async function reachQuestions(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(page, "Votre structure");
  await fillUntilWaiting(page, ehpad);
}

it.each([
  ["answers 500", { status: 500, body: "{}" }],
  [
    "is cut in the middle",
    { status: 200, contentType: "application/json", body: '{"id":"esms","questions":[{"id":"gouv-' },
  ],
  ["is a login page of the network", { status: 200, contentType: "text/html", body: "<!doctype html><p>Bienvenue" }],
])("keeps the profile when the file of the questions %s, and goes on once it comes whole", async (_, answer) => {
  const { page, faults, close } = await visit({}, (fresh) =>
    fresh.route("**/questions-*", (route) => route.fulfill(answer)),
  );
  await reachQuestions(page);
  await onScreen(page, "La suite n’est pas arrivée");
  expect(words(await page.locator("diag-cyber-esms .lead").textContent())).toContain(
    "vos réponses sont gardées dans cette page",
  );
  await page.unroute("**/questions-*");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await fillAfterWaiting(page, ehpad);
  expect(faults).toEqual([]);
  await close();
});

it("does not wait for ever for a network that gives nothing, and still takes what comes late", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { page, close } = await visit({}, async (fresh) => {
    await fresh.clock.install();
    await fresh.route("**/questions-*", (route) => held.then(() => route.continue()));
  });
  await reachQuestions(page);
  await onScreen(page, "La suite arrive");
  await page.clock.runFor(20_000);
  await onScreen(page, "La suite n’est pas arrivée");
  expect(await page.getByRole("button", { name: "Réessayer" }).isVisible()).toBe(true);
  release();
  await fillAfterWaiting(page, ehpad);
  await close();
});

it("asks for the questions again by itself once the network is back", async () => {
  const { page, close } = await visit({}, (fresh) => fresh.route("**/questions-*", (route) => route.abort()));
  await reachQuestions(page);
  await onScreen(page, "La suite n’est pas arrivée");
  await page.unroute("**/questions-*");
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await fillAfterWaiting(page, ehpad);
  await close();
});

it("needs no network once the questions are there: result, plan and table, then a contribution when it is back", async () => {
  const arrived: Promise<unknown>[] = [];
  const { page, requests, faults, close } = await visit({}, async (fresh) => {
    await fresh.clock.install();
    for (const url of ["**/questions-*", "**/journey-*"]) {
      arrived.push(fresh.waitForResponse(url).then((response) => response.finished()));
    }
  });
  await Promise.all(arrived);
  await page.context().setOffline(true);
  await reachResult(page, ehpad);
  expect(await page.locator("diag-cyber-esms .score").textContent()).toBe("59");
  expect(await page.locator("diag-cyber-esms table tbody tr").count()).toBe(questionnaire.domains.length);
  expect(requests.filter((url) => url.includes("/api/"))).toEqual([]);

  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
  expect(words(await page.locator("diag-cyber-esms .sending").textContent())).toBe("Rien n’a été envoyé.");
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  await untilGivenUp(page);
  expect(words(await status(page).textContent())).toContain("Rien n’est perdu");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Essayer de nouveau" }).click();
  await status(page).filter({ hasText: "Merci" }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

it("counts once a contribution whose answer was lost on the way", async () => {
  const answers: number[] = [];
  const { page, close } = await visit({}, async (fresh) => {
    await fresh.clock.install();
    await fresh.route("**/contributions", async (route) => {
      const answer = await route.fetch();
      answers.push(answer.status());
      return answers.length === 1 ? route.abort() : route.fulfill({ response: answer });
    });
  });
  await reachContribution(page);
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  await status(page).filter({ hasText: "essai 2 sur 5" }).waitFor();
  await page.clock.runFor(15_000);
  await status(page).filter({ hasText: "Merci" }).waitFor();
  expect(answers).toEqual([201, 200]); // counted, then recognised by its key
  await close();
});

it.each([
  ["is overloaded", 503, "30"],
  ["receives too much from this network", 429, "60"],
])(
  "waits as long as asked when the service %s, then is counted; the result stays at hand meanwhile",
  async (_, code, seconds) => {
    let tries = 0;
    const { page, close } = await visit({}, async (fresh) => {
      await fresh.clock.install();
      await fresh.route("**/contributions", (route) => {
        const problem = { detail: "Réessayez dans une minute." };
        const headers = { "retry-after": seconds, "content-type": "application/problem+json" };
        return ++tries === 1 ? route.fulfill({ status: code, headers, json: problem }) : route.continue();
      });
    });
    await reachContribution(page);
    await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
    await status(page).filter({ hasText: "essai 2 sur 5" }).waitFor();
    await page.clock.runFor((Number(seconds) - 1) * 1000);
    expect(tries).toBe(1);
    expect(words(await status(page).textContent())).toContain("Votre résultat reste disponible");
    await page.clock.runFor(4_000);
    await status(page).filter({ hasText: "Merci" }).waitFor();
    expect(tries).toBe(2);
    await close();
  },
);

it("gives up a sending that nobody answers, and tries again", async () => {
  let tries = 0;
  const { page, close } = await visit({}, async (fresh) => {
    await fresh.clock.install();
    await fresh.route("**/contributions", (route) => (++tries === 1 ? new Promise<void>(() => {}) : route.continue()));
  });
  await reachContribution(page);
  const asked = page.waitForRequest("**/contributions");
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  await asked;
  await page.clock.runFor(15_000);
  await status(page).filter({ hasText: "essai 2 sur 5" }).waitFor();
  await page.clock.runFor(15_000);
  await status(page).filter({ hasText: "Merci" }).waitFor();
  expect(tries).toBe(2);
  await close();
});

it("says how the sending went to someone who has gone back to the result", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { page, close } = await visit({}, (fresh) =>
    fresh.route("**/contributions", (route) => held.then(() => route.continue())),
  );
  await reachContribution(page);
  await page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();
  await page.getByRole("button", { name: "Revenir au résultat" }).click();
  await onScreen(page, "Votre résultat");
  const line = page.locator("diag-cyber-esms .share .notice");
  await line.filter({ hasText: "Envoi en cours" }).waitFor();
  release();
  await line.filter({ hasText: "Merci" }).waitFor();
  expect(words(await status(page).textContent())).toContain("Merci");
  await close();
});
