/** Where the service asks for work before a contribution, the page does it alone; whatever happens, the result stays. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Server, serve } from "../../scripts/serve.ts";
import { useBrowser } from "./browser.ts";
import { example } from "./example.ts";
import { AGENCY } from "./hosts.ts";
import { onScreen, reachResult, words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const status = (page: Page) => page.locator("diag-cyber-esms [role=status]");
const send = (page: Page) => page.getByRole("button", { name: "Envoyer ma contribution anonyme" }).click();

let product: Server;
beforeAll(async () => {
  const variables = { CHALLENGE_SECRET: "a-secret-of-this-test-0123456789", ALLOWED_ORIGINS: AGENCY };
  product = await serve({ port: 0, persist: null, variables });
});
afterAll(() => product.stop());

async function reachContribution(page: Page): Promise<void> {
  await reachResult(page, ehpad);
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
}

const contributions = async () =>
  (await product.miniflare.getD1Database("DB")).prepare("SELECT count(*) AS n FROM contributions").first<number>("n");

it("works while the screen is read, asks nothing of anyone, and is counted", async () => {
  const { page, requests, faults, close } = await visit({}, undefined, product.origin);
  await reachResult(page, ehpad);
  expect(requests.filter((url) => url.includes("/api/"))).toEqual([]); // nothing before one opens the contribution
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
  const [request] = await Promise.all([page.waitForRequest("**/api/v1/contributions"), send(page)]);
  expect(request.headers()["contribution-proof"]).toMatch(/^[\w.-]+:\d+(,\d+){7}$/);
  expect((await request.response())?.status()).toBe(201);
  await status(page).filter({ hasText: "Merci" }).waitFor();
  expect(requests.filter((url) => url.endsWith("/challenges"))).toHaveLength(1);
  expect(faults).toEqual([]);
  await close();
});

it("works on another site under a strict policy with Trusted Types", async () => {
  const policy = `default-src 'none'; script-src ${product.origin}; connect-src ${product.origin}; require-trusted-types-for 'script'`;
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Agence</title><diag-cyber-esms campaign="un-code"></diag-cyber-esms>
    <script type="module" src="${product.origin}/widget/v1/diag-cyber-esms.js"></script>`;
  const { page, faults, close } = await visit(
    {},
    (fresh) =>
      fresh.route(`${AGENCY}/*`, (route) =>
        route.fulfill({ body: html, headers: { "content-type": "text/html", "content-security-policy": policy } }),
      ),
    `${AGENCY}/page`,
  );
  await reachContribution(page);
  await send(page);
  // The work is accepted; the code of the campaign, which no region has, is told and can be mended.
  await status(page).filter({ hasText: "code de campagne n’est pas celui de cette région" }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

it("does the work again when it has grown too old, with the same key, and is counted once", async () => {
  const before = (await contributions()) ?? 0;
  const sent: (readonly [string | undefined, string | undefined])[] = [];
  const { page, close } = await visit(
    {},
    (fresh) =>
      fresh.route("**/contributions", async (route) => {
        const headers = route.request().headers();
        sent.push([headers["idempotency-key"], headers["contribution-proof"]]);
        if (sent.length > 1) return route.continue();
        return route.continue({ headers: { ...headers, "contribution-proof": "1.1.1.1.x:1" } });
      }),
    product.origin,
  );
  await reachContribution(page);
  await send(page);
  await status(page).filter({ hasText: "Merci" }).waitFor();
  expect(sent).toHaveLength(2);
  expect(sent[0]?.[0]).toBe(sent[1]?.[0]);
  expect(await contributions()).toBe(before + 1);
  await close();
});

it.each([
  ["cannot be asked for", (page: Page) => page.route("**/challenges", (route) => route.abort())],
  [
    "cannot be done: an old page without https",
    (page: Page) => page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined })),
  ],
])("says what is missing when the work %s; the result stays", async (_, before) => {
  const { page, faults, close } = await visit({}, before, product.origin);
  await reachContribution(page);
  await send(page);
  await status(page).filter({ hasText: "ce calcul manque" }).waitFor();
  expect(words(await status(page).textContent())).toContain("votre résultat reste affiché");
  await page.getByRole("button", { name: "Revenir au résultat" }).click();
  await onScreen(page, "Votre résultat");
  expect(await page.locator("diag-cyber-esms .score").textContent()).toBe("59");
  expect(faults).toEqual([]);
  await close();
});

it("takes another key for another diagnostic, and works for it too", async () => {
  const keys: (string | undefined)[] = [];
  const { page, close } = await visit({}, undefined, product.origin);
  page.on("request", (one) => one.url().endsWith("/contributions") && keys.push(one.headers()["idempotency-key"]));
  await reachContribution(page);
  await send(page);
  await status(page).filter({ hasText: "Merci" }).waitFor();
  await page.getByRole("button", { name: "Revenir au résultat" }).click();
  await page.getByRole("button", { name: "Nouveau diagnostic" }).click();
  await page.locator("diag-cyber-esms [data-confirm]").getByRole("button").first().click();
  await reachContribution(page);
  await send(page);
  await status(page).filter({ hasText: "Merci" }).waitFor();
  expect(new Set(keys).size).toBe(2);
  await close();
});

it("carries the campaign of the link that led here, which leaves the address", async () => {
  const { page, close } = await visit({}, undefined, `${product.origin}/?territory=ara#campagne=abcd-efgh`);
  await page.waitForFunction(() => location.hash === "");
  await reachContribution(page);
  const [request] = await Promise.all([page.waitForRequest("**/api/v1/contributions"), send(page)]);
  expect(request.postDataJSON()).toMatchObject({ territory: "ara", campaign: "abcd-efgh" });
  await close();
});

it("tells a sending whose own files did not come, and sends when they do", async () => {
  const before = (await contributions()) ?? 0;
  const { page, faults, close } = await visit({}, undefined, product.origin);
  await page.route("**/c/tool-send-*", (route) => route.abort());
  await reachContribution(page);
  await send(page);
  await page.getByRole("button", { name: "Essayer de nouveau" }).waitFor();
  await page.unroute("**/c/tool-send-*");
  await page.getByRole("button", { name: "Essayer de nouveau" }).click();
  await status(page).filter({ hasText: "Merci" }).waitFor();
  expect(await contributions()).toBe(before + 1);
  expect(faults).toEqual([]);
  await close();
});
