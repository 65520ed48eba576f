/** The hosted pages as they are served: a document type, the same foot everywhere, and statements that need no script. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { useBrowser } from "./browser.ts";

const visit = useBrowser();
const assets = fileURLToPath(new URL("../../dist/assets/", import.meta.url));
/** What other sites frame has no foot of its own. */
const pages = readdirSync(assets).filter((name) => name.endsWith(".html") && !name.startsWith("frame"));

it("declares its document type and links to the same pages, in the same order, from the foot of every page", async () => {
  const feet = new Set<string>();
  expect(pages.length).toBeGreaterThan(3);
  for (const file of pages) {
    const page = await fetch(`${inject("baseUrl")}/${file === "index.html" ? "" : file.replace(".html", "")}`);
    const source = await page.text();
    expect(source.toLowerCase().startsWith("<!doctype html>"), file).toBe(true);
    feet.add(/<nav[\s\S]*<\/nav>/.exec(source)?.[0] ?? file);
  }
  expect(feet.size).toBe(1);
});

it.each([
  ["accessibilite", "Déclaration d’accessibilité", "Voies de recours"],
  ["confidentialite", "Vos données", "Vos droits"],
])("says all of /%s without a script, one click away from the diagnostic", async (name, title, last) => {
  const { page, faults, close } = await visit({ javaScriptEnabled: false }, async () => {}, `/${name}`);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByRole("heading", { level: 2, name: last }).waitFor();
  expect(faults).toEqual([]);
  await close();
  const home = await visit();
  await home.page.locator(`footer a[href="/${name}"]`).click();
  await home.page.getByRole("heading", { level: 1, name: title }).waitFor();
  await home.close();
});
