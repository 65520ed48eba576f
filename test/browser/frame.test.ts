/** The diagnostic in a frame of another site: its height, its events, and who may frame it. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { AGENCY, STRANGER, useHosts } from "./hosts.ts";

const visit = useBrowser();
const hosts = useHosts();

/** A page with the frame; `before` runs before its scripts, and `query` is the address's own. */
function pageWith(query = "", site = AGENCY): string {
  const frame = `<iframe src="${hosts.widget()}/widget/v1/frame${query}" title="Diagnostic" width="700" height="300"></iframe>`;
  const stub = `<script type="module" src="${hosts.widget()}/widget/v1/diag-cyber-esms-frame.js"></script>`;
  return hosts.put(`<!doctype html><meta charset="utf-8"><title>Agence</title><h1>Agence</h1>${frame}${stub}`, site);
}

async function open(url: string) {
  return visit(
    {},
    async (fresh: Page) => {
      await hosts.open(fresh);
      await fresh.addInitScript(() => {
        const heard: unknown[] = [];
        Object.assign(globalThis, { heard });
        for (const name of ["ready", "start", "step", "error", "complete"]) {
          addEventListener(`diagcyber:${name}`, (event) =>
            heard.push([name, (event as CustomEvent).detail, (event.target as Element | null)?.tagName]),
          );
        }
      });
    },
    url,
    "iframe",
  );
}

it("takes the height of what it shows, and tells its page of its steps, without answers", async () => {
  const { page, close } = await open(pageWith("?territory=ara&theme=dark&heading-level=3&accent=%23ffcc00"));
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Commencer" }).click();
  await frame.locator("diag-cyber-esms h3").filter({ hasText: "Votre structure" }).waitFor();
  const height = () => page.locator("iframe").evaluate((one) => one.getBoundingClientRect().height);
  await expect.poll(height).toBeGreaterThan(900);
  const inside = await frame.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await expect.poll(height).toBeGreaterThanOrEqual(inside);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard))
    .toEqual([
      ["ready", {}, "IFRAME"],
      ["start", {}, "IFRAME"],
      ["step", { screen: "profile", page: 0 }, "IFRAME"],
    ]);
  const element = frame.locator("diag-cyber-esms");
  expect(await element.getAttribute("territory")).toBe("ara");
  expect(await element.locator(".cd").evaluate((one) => getComputedStyle(one).backgroundColor)).toBe("rgb(15, 26, 32)");
  expect(await element.locator("button.primary").evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
    "rgb(255, 204, 0)",
  );
  await close();
});

it("says nothing to a page that did not open its channel, and nothing to a stranger's message", async () => {
  const { page, close } = await open(pageWith());
  await page.frameLocator("iframe").getByRole("button", { name: "Commencer" }).waitFor();
  const heard = await page.evaluate(async (origin) => {
    const told: unknown[] = [];
    addEventListener("message", ({ data }) => told.push(data)); // what « * » would let anyone hear
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => told.push(data);
    document.querySelector("iframe")?.contentWindow?.postMessage("hello", origin, [port2]);
    document.querySelector("iframe")?.setAttribute("width", "500");
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return told;
  }, hosts.widget());
  expect(heard).toEqual([]);
  await close();
});

it("clamps the height that a frame asks for, and hears only our own origin", async () => {
  const { page, close } = await open(pageWith());
  await page.frameLocator("iframe").getByRole("button", { name: "Commencer" }).waitFor();
  const height = () => page.locator("iframe").evaluate((one) => one.getBoundingClientRect().height);
  await expect.poll(height).toBeGreaterThan(300);
  const body = page.frameLocator("iframe").locator("body");
  await body.evaluate((one) => one.style.setProperty("height", "90000px"));
  await expect.poll(height).toBeLessThan(20_010);
  await body.evaluate((one) => one.style.setProperty("height", "1px"));
  await expect.poll(height).toBeLessThan(210);
  expect(await height()).toBeGreaterThanOrEqual(200);
  await close();
});

it("is served for the sites of its territory only, and shows a card with a link to the others", async () => {
  const ask = (query: string, referer?: string) =>
    fetch(`${hosts.widget()}/widget/v1/frame${query}`, { headers: referer ? { referer } : {} });
  const policy = async (query: string, referer?: string) =>
    (await ask(query, referer)).headers.get("content-security-policy") ?? "";
  const listed = `frame-ancestors 'self' ${AGENCY} http://localhost:* http://127.0.0.1:*`;
  expect(await policy("?territory=ara")).toContain(listed);
  expect(await policy("?territory=ara", `${AGENCY}/page`)).toContain(listed);
  expect(await policy("?territory=ara", `${STRANGER}/page`)).toContain("frame-ancestors *");
  expect(await (await ask("", `${STRANGER}/page`)).text()).not.toContain("<script");
  expect(await policy("")).toContain("require-trusted-types-for 'script'");

  const { page, close } = await open(pageWith("", STRANGER));
  const frame = page.frameLocator("iframe");
  await frame.getByText("Le diagnostic vous attend sur son propre site").waitFor();
  expect(await frame.getByRole("link").getAttribute("target")).toBe("_blank");
  await close();
});
