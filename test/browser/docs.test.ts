/** `/docs` says what the server's own OpenAPI document says, and says when it cannot. */
import { expect, inject, it } from "vitest";
import { overflow, violations } from "./axe.ts";
import { DESKTOP, PHONE, useBrowser } from "./browser.ts";

const visit = useBrowser();

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

it("names every route and every schema of the API, each where its link leads", async () => {
  const { paths, components } = (await (await fetch(`${inject("baseUrl")}/api/v1/openapi.json`)).json()) as Document;
  const { page, faults, close } = await visit({}, undefined, "/docs");
  const headings = (await page.locator("section h3").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(headings).toEqual([...routes, ...Object.keys(components.schemas)]);
  for (const { summary } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    expect(await page.locator("section", { hasText: summary }).count()).toBeGreaterThan(0);
  }
  const dead = await page
    .locator("#docs a")
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute("href") ?? "").filter((href) => !document.getElementById(href.slice(1))),
    );
  expect(dead).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it.each([
  ["wide", "light", DESKTOP],
  ["narrow", "dark", PHONE],
] as const)("is accessible on a %s, %s screen", async (_, colorScheme, viewport) => {
  const { page, close } = await visit({ colorScheme, viewport }, undefined, "/docs");
  await page.locator("section").first().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await close();
});

it("says so when the description does not come", async () => {
  const { page, close } = await visit({}, (fresh) => fresh.route("**/openapi.json", (route) => route.abort()), "/docs");
  expect(await page.getByRole("alert").innerText()).toContain("n’a pas pu être chargée");
  await close();
});
