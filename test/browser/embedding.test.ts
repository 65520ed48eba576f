/** The element on other people's pages, however they are made: it works to the end, and disturbs nothing. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser, type Visit } from "./browser.ts";
import { example } from "./example.ts";
import { AGENCY, OWN_MACHINE, STRANGER, useHosts } from "./hosts.ts";
import { heading, onScreen, reachResult, words } from "./walk.ts";

const visit = useBrowser();
const hosts = useHosts();
const ehpad = example("EHPAD");

const script = () => `<script type="module" src="${hosts.widget()}/widget/v1/diag-cyber-esms.js"></script>`;
const ELEMENT = "<diag-cyber-esms><p>Le diagnostic, sur son propre site</p></diag-cyber-esms>";
const document = (head: string, body: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Agence</title>${head}</head><body>${body}</body></html>`;

/** Opens a page of another site; `before` may prepare the browser. */
const open = (url: string, shown?: string, before: (page: Page) => Promise<unknown> = async () => {}): Promise<Visit> =>
  visit(
    {},
    async (fresh) => {
      await hosts.open(fresh);
      await before(fresh);
    },
    url,
    shown,
  );

/** Where things stand on the first screen, rounded: what a hostile style sheet would move. */
function geometry(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const root = globalThis.document.querySelector("diag-cyber-esms")?.shadowRoot;
    const origin = root?.querySelector(".cd")?.getBoundingClientRect();
    return [...(root?.querySelectorAll(".cd, .h0, .lead, button, .card, .emergency, summary") ?? [])].map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      const { color, fontSize, fontWeight, textAlign, backgroundColor, borderTopWidth } = getComputedStyle(node);
      const place = [x - (origin?.x ?? 0), y - (origin?.y ?? 0), width, height].map(Math.round);
      return [node.className, ...place, color, fontSize, fontWeight, textAlign, backgroundColor, borderTopWidth];
    });
  });
}

/** A column of the same width, whatever its own margins. */
const column = (body: string) => `<div style="width: 900px">${body}</div>`;

async function calm(): Promise<unknown> {
  const { page, close } = await open(hosts.put(document("", column(ELEMENT + script()))));
  const seen = await geometry(page);
  await close();
  return seen;
}

it.each([
  ["before", () => document(script(), column(ELEMENT))],
  ["after", () => document("", column(ELEMENT + script()))],
])("shows itself when its script comes %s the element", async (_, html) => {
  const { page, faults, close } = await open(hosts.put(html()));
  await page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(page, "Votre structure");
  expect(faults).toEqual([]);
  await close();
});

it.each([
  ["in quirks mode", () => `<html lang="fr"><meta charset="utf-8"><body>${column(ELEMENT + script())}`],
  [
    "under * { all: unset }",
    () => document("<style>body * { all: unset } div { display: block }</style>", column(ELEMENT + script())),
  ],
  [
    "under * { all: unset !important }",
    () =>
      document(
        "<style>* { all: unset !important } div { width: 900px !important; display: block !important }</style>",
        column(ELEMENT + script()),
      ),
  ],
  ["with a root of 10 px", () => document("<style>html { font-size: 10px }</style>", column(ELEMENT + script()))],
  [
    "within capitals, spaced, centred and shadowed",
    () =>
      document(
        "<style>body { text-transform: uppercase; letter-spacing: 4px; word-spacing: 9px; text-align: center; text-indent: 2em; white-space: pre; text-shadow: 0 0 4px red; font: italic 700 9px/3 serif }</style>",
        column(ELEMENT + script()),
      ),
  ],
])("looks the same %s", async (_, html) => {
  const { page, close } = await open(hosts.put(html()));
  expect(await geometry(page)).toEqual(await calm());
  await close();
});

it("reads from left to right in a page that reads from right to left", async () => {
  const { page, close } = await open(hosts.put(document("", `<div dir="rtl">${ELEMENT}${script()}</div>`)));
  const directions = await page
    .locator("diag-cyber-esms .cd, diag-cyber-esms .lead, diag-cyber-esms button.primary")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
  expect(directions).toEqual(["ltr", "ltr", "ltr"]);
  await page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(page, "Votre structure");
  await close();
});

it("reaches its end under a policy that allows it two lines, with Trusted Types", async () => {
  const policy = `default-src 'none'; script-src ${hosts.widget()}; connect-src ${hosts.widget()}; require-trusted-types-for 'script'; trusted-types 'none'`;
  for (const rules of [policy.replace("; trusted-types 'none'", ""), policy]) {
    const url = hosts.put(document("", ELEMENT + script()), AGENCY, { "content-security-policy": rules });
    const { page, faults, requests, close } = await open(url, undefined, (fresh) =>
      fresh.addInitScript(() => {
        globalThis.document.addEventListener("securitypolicyviolation", (event) => {
          const { violatedDirective, sample } = event;
          // Where no policy may be made, ours is tried, refused, and done without.
          if (violatedDirective !== "trusted-types")
            console.error(`Content Security Policy ${violatedDirective} ${sample}`);
        });
      }),
    );
    await reachResult(page, ehpad);
    await page.waitForFunction(() => {
      const canvas = globalThis.document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector("canvas");
      return (canvas?.width ?? 0) > 0 && canvas?.style.display === "block";
    });
    expect(faults.filter((fault) => !/TrustedTypePolicy named 'diag-cyber'/.test(fault))).toEqual([]);
    expect(requests.filter((one) => !one.startsWith(hosts.widget()) && one !== url)).toEqual([]);
    await close();
  }
});

it("keeps several instances apart, each with its own answers and its own ids", async () => {
  const { page, close } = await open(hosts.put(document("", `${ELEMENT}${ELEMENT}${script()}`)));
  const [first, second] = [page.locator("diag-cyber-esms").nth(0), page.locator("diag-cyber-esms").nth(1)];
  for (const one of [first, second]) await one.getByRole("button", { name: "Commencer" }).click();
  await first.locator("#categorie").selectOption("500");
  await first.locator('label[for="taille-2"]').click();
  expect(await first.locator("#taille-2").isChecked()).toBe(true);
  expect(await second.locator("#taille-2").isChecked()).toBe(false);
  expect(await second.locator("#categorie").inputValue()).toBe("");
  await second.locator('label[for="taille-0"]').click();
  expect(await first.locator("#taille-2").isChecked()).toBe(true);
  const outside = await page.evaluate(() => [
    globalThis.document.getElementById("categorie"),
    globalThis.document.querySelectorAll("#categorie").length,
  ]);
  expect(outside).toEqual([null, 0]);
  await close();
});

it("moves nothing of a page that has reserved a screen for it, as documented", async () => {
  const css = "<style>diag-cyber-esms { display: block; min-height: 100vh }</style>";
  const url = hosts.put(document(css, `<h1>Agence</h1>${ELEMENT}<footer>Pied de page</footer>${script()}`));
  const { page, close } = await open(url, undefined, (fresh) =>
    fresh.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    }),
  );
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("questions-")),
  );
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBe(0);
  await close();
});

it("leaves the page's own content in its place when its script never comes", async () => {
  const html = document("", ELEMENT + script());
  const { page, close } = await open(hosts.put(html), "diag-cyber-esms p", (fresh) =>
    fresh.route("**/diag-cyber-esms.js", (route) => route.abort()),
  );
  expect(await page.getByText("Le diagnostic, sur son propre site").isVisible()).toBe(true);
  await close();
});

it("gives its place to a card with a link on a site that no territory lists, and says nothing of that site", async () => {
  const { page, requests, close } = await open(
    hosts.put(document("", ELEMENT + script()), STRANGER),
    "diag-cyber-esms .card a",
  );
  expect(words(await heading(page).textContent())).toBe("Le diagnostic vous attend sur son propre site");
  const link = page.getByRole("link", { name: "Ouvrir le diagnostic (nouvel onglet)" });
  expect(await link.getAttribute("href")).toBe(`${hosts.widget()}/`);
  expect(requests.filter((url) => url.includes("inconnu") && !url.startsWith(STRANGER))).toEqual([]);
  await close();
});

it("shows itself on the webmaster's own machine", async () => {
  const url = hosts.put(document("", ELEMENT + script()), OWN_MACHINE);
  const asked: Promise<unknown>[] = [];
  const { page, close } = await open(url, undefined, async (fresh) => {
    fresh.on("response", (response) => response.url().includes("/widget/host") && asked.push(response.json()));
  });
  await expect.poll(() => asked.length).toBe(1);
  expect(await asked[0]).toEqual({ allowed: true });
  await page.getByRole("button", { name: "Commencer" }).click();
  await onScreen(page, "Votre structure");
  await close();
});

it.each([
  ['mode="card"', "Où en est la cybersécurité de votre structure ?", ""],
  ['questionnaire="autre@9.9.9"', "Ce questionnaire n’est pas disponible ici", "autre@9.9.9"],
])("shows a card with a link for %s", async (attribute, title, said) => {
  const html = document(
    "",
    `<diag-cyber-esms territory="ara" ${attribute}><p>En attendant</p></diag-cyber-esms>${script()}`,
  );
  const { page, requests, close } = await open(hosts.put(html), "diag-cyber-esms .card a");
  expect(words(await heading(page).textContent())).toBe(title);
  expect(await page.locator("diag-cyber-esms .card").textContent()).toContain(said);
  const link = page.getByRole("link", { name: "Ouvrir le diagnostic (nouvel onglet)" });
  expect(await link.getAttribute("href")).toBe(`${hosts.widget()}/?territory=ara`);
  expect(requests.filter((url) => url.includes("questions-"))).toEqual([]);
  await close();
});

it.each(["esms", "esms@1.1.0"])("shows the diagnostic for questionnaire=%s", async (named) => {
  const html = document("", `<diag-cyber-esms questionnaire="${named}"></diag-cyber-esms>${script()}`);
  const { page, close } = await open(hosts.put(html));
  expect(words(await heading(page).textContent())).toBe("Où en est la cybersécurité de votre structure ?");
  await close();
});

it.each([
  ["1", "H1"],
  ["3", "H3"],
  ["9", "H4"],
  ["title", "H2"],
])("takes the heading level that the page gives: %s", async (level, tag) => {
  const html = document("", `<diag-cyber-esms heading-level="${level}"></diag-cyber-esms>${script()}`);
  const { page, close } = await open(hosts.put(html));
  expect(await heading(page).evaluate((node) => node.tagName)).toBe(tag);
  await close();
});
