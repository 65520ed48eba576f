/** The page where a webmaster makes the code to paste: choices, preview, verdicts, texts; by keyboard, on a phone. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { overflow, violations } from "./axe.ts";
import { DESKTOP, PHONE, useBrowser } from "./browser.ts";
import { AGENCY, useHosts } from "./hosts.ts";
import { words } from "./walk.ts";

const visit = useBrowser();
const hosts = useHosts();
const SHOWN = "section.snippet";

const open = (options = {}) => visit(options, async () => {}, "/integrer", SHOWN);
const snippet = (page: Page, title: string) =>
  page.getByRole("region", { name: title, exact: true }).locator("pre").textContent();
const preview = (page: Page) => page.frameLocator(".preview iframe");

it("shows what is chosen in a live preview, and writes it into the code", async () => {
  const { page, faults, requests, close } = await open();
  await page.getByLabel("Territoire").selectOption("ara");
  await page.getByLabel("Titre 3 (h3)").check();
  await page.getByLabel("Sombre").check();
  await page.getByRole("textbox", { name: "Boutons et liens", exact: true }).fill("#FFCC00");
  await preview(page).locator("diag-cyber-esms[territory=ara][theme=dark] h3[data-heading]").waitFor();
  expect(
    await preview(page)
      .locator("button.primary")
      .evaluate((one) => getComputedStyle(one).backgroundColor),
  ).toBe("rgb(255, 204, 0)");
  const code = await snippet(page, "Dans la page");
  expect(code).toContain('<diag-cyber-esms territory="ara" theme="dark" heading-level="3">');
  expect(code).toContain(`<script type="module" src="${inject("baseUrl")}/widget/v1/diag-cyber-esms.js"></script>`);
  expect(await snippet(page, "Dans votre feuille de style")).toContain("--cd-accent: #ffcc00;");
  expect(faults).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(inject("baseUrl")))).toEqual([]);
  await close();
});

it("proposes the colours of the territory, keeps those that were typed, and takes its own back", async () => {
  const { page, close } = await visit(
    {},
    (fresh) =>
      fresh.route("**/api/v1/territories/ara", async (route) => {
        const real = await (await route.fetch()).json();
        await route.fulfill({ json: { ...real, theme: { "--cd-accent": "#036", "--cd-control": "#445566" } } });
      }),
    "/integrer",
    SHOWN,
  );
  const colour = (name: string) => page.getByRole("textbox", { name, exact: true });
  await colour("Texte").fill("#101010");
  await page.getByLabel("Territoire").selectOption("ara");
  await expect.poll(() => snippet(page, "Dans votre feuille de style")).toContain("--cd-accent: #003366;");
  expect(await colour("Texte").inputValue()).toBe("#101010");
  await page.getByLabel("Territoire").selectOption("bre");
  await expect.poll(() => snippet(page, "Dans votre feuille de style")).not.toContain("--cd-accent");
  expect(await snippet(page, "Dans votre feuille de style")).toContain("--cd-ink: #101010;");
  await close();
});

it("gives code that works as it is, pinned version included", async () => {
  const { page, close } = await visit({}, hosts.open, `${hosts.widget()}/integrer`, SHOWN);
  await page.getByLabel("Figer cette version, avec son empreinte").check();
  const html = (await snippet(page, "Dans la page")) ?? "";
  const css = (await snippet(page, "Dans votre feuille de style")) ?? "";
  const rules = ((await snippet(page, "Dans votre Content-Security-Policy")) ?? "").replaceAll("\n", " ");
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(html).toContain(`/widget/${version}/diag-cyber-esms.js" integrity="sha384-`);
  await page.getByLabel("Dans un cadre (iframe)").check();
  const framed = (await snippet(page, "Dans la page")) ?? "";
  await close();

  const headers = { "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; ${rules}` };
  const url = hosts.put(`<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`, AGENCY, headers);
  const pasted = await visit({}, hosts.open, url);
  expect(pasted.faults).toEqual([]);
  await pasted.close();
  const frame = await visit({}, hosts.open, hosts.put(`<!doctype html><meta charset="utf-8">${framed}`), "iframe");
  await frame.page.frameLocator("iframe").getByRole("button", { name: "Commencer" }).waitFor();
  await expect.poll(() => frame.page.locator("iframe").evaluate((one) => one.style.height)).toMatch(/^\d+px$/);
  await frame.close();
});

it.each([
  ["WordPress", ["Dans un bloc « HTML personnalisé »"]],
  ["Drupal", ["Dans le fichier libraries.yml de votre thème", "Dans un bloc, au format « HTML complet »"]],
])("has its words for %s, the policy, and the two statements", async (tool, titles) => {
  const { page, close } = await open();
  await page.getByLabel(tool).check();
  const shown = (await page.locator(`${SHOWN} h3`).allTextContents()).map(words);
  for (const title of [
    ...titles,
    "Dans votre Content-Security-Policy",
    "Pour votre déclaration d’accessibilité",
    "Pour votre page « Données personnelles »",
  ]) {
    expect(shown).toContain(title);
  }
  expect(await page.locator(SHOWN).allTextContents()).not.toContain(/undefined|\{\w+\}/);
  await close();
});

it("judges each colour as the diagnostic will, in the themes that will be shown", async () => {
  const { page, close } = await open();
  const verdict = async (label: string, value: string) => {
    await page.getByRole("textbox", { name: label, exact: true }).fill(value);
    return words(await page.locator(`.colour:has(:text-is("${label}")) .verdict`).textContent());
  };
  await page.getByLabel("Clair").check();
  expect(await verdict("Boutons et liens", "#ffcc00")).toMatch(
    /^Trop peu contrastée en clair : 1,\d pour 4,5 attendu\. Couleur affichée : #[0-9a-f]{6}\.$/,
  );
  const promised = /#[0-9a-f]{6}/.exec(await verdict("Boutons et liens", "#ffcc00"))?.[0];
  await preview(page).locator("diag-cyber-esms[theme=light]").waitFor();
  await expect
    .poll(() =>
      preview(page)
        .locator(".cd")
        .evaluate((one) => getComputedStyle(one).getPropertyValue("--cd-accent").trim()),
    )
    .toBe(promised);
  expect(await verdict("Boutons et liens", "#1f4e79")).toMatch(/^Lisible en clair \(contraste [5-9](,\d)?\)\.$/);
  expect(await verdict("Contour des champs", "#eeeeee")).toContain("pour 3 attendu");
  expect(await verdict("Filets", "#eeeeee")).toBe("Décor : aucun contraste n’est exigé.");
  expect(await verdict("Texte", "rouge")).toBe("Erreur : écrivez une couleur comme #0b5568.");
  await page.getByLabel("Selon l’appareil du visiteur").check();
  expect(await verdict("Boutons et liens", "#1f4e79")).toMatch(/Lisible en clair.*Trop peu contrastée en sombre/);
  await close();
});

it("copies a text and says so, or selects it where copying is refused", async () => {
  const { page, close } = await open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const region = page.getByRole("region", { name: "Dans la page", exact: true });
  await region.getByRole("button", { name: "Copier" }).click();
  await region.getByText("Copié.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet(page, "Dans la page"));
  await page.evaluate(() =>
    Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("refused")) }),
  );
  await region.getByRole("button", { name: "Copier" }).click();
  await region.getByText("Texte sélectionné").waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain("<diag-cyber-esms");
  await close();
});

it("works by keyboard alone", async () => {
  const { page, close } = await open();
  await page.getByLabel("Territoire").focus();
  await page.keyboard.type("Bretagne");
  await page.keyboard.press("Tab"); // the form
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await page.getByLabel("Dans un cadre (iframe)").isChecked()).toBe(true);
  await page.keyboard.press("Tab"); // the level of the title
  await page.keyboard.press("ArrowDown");
  expect(await snippet(page, "Dans la page")).toContain("territory=bre&amp;heading-level=3");
  await page.keyboard.press("Tab"); // the theme
  await page.keyboard.press("Tab"); // the first colour
  await page.keyboard.type("#7a1fa2");
  expect(await snippet(page, "Dans la page")).toContain("accent=%237a1fa2");
  await close();
});

it.each([
  ["a phone", { viewport: PHONE }],
  ["a desk", { viewport: DESKTOP }],
  ["a desk in the dark", { viewport: DESKTOP, colorScheme: "dark" }],
] as const)("has no accessibility violation and scrolls one way on %s", async (_, options) => {
  const { page, close } = await open(options);
  await page.getByRole("textbox", { name: "Boutons et liens", exact: true }).fill("#ffcc00");
  await page.getByRole("textbox", { name: "Texte", exact: true }).fill("rouge");
  await preview(page).locator("button.primary").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await close();
});

it("says what to do when the texts do not come", async () => {
  const { page, close } = await visit(
    {},
    (fresh) => fresh.route("**/integrity.json", (route) => route.abort()),
    "/integrer",
    "[role=alert]",
  );
  expect(words(await page.getByRole("alert").textContent())).toContain("Les textes ne sont pas arrivés");
  await close();
});
