/** The page of needs and offer: gaps show, hidden stays hidden, a token is asked for where it must be. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { overflow, violations } from "./axe.ts";
import { borderContrast } from "./borders.ts";
import { useBrowser } from "./browser.ts";
import { serveRelease } from "./release-routes.ts";
import { words } from "./walk.ts";

const visit = useBrowser();
const open = (fragment = "", options = {}, before = (page: Page) => serveRelease(page)) =>
  visit(options, before, `/besoins${fragment}`, ".needs table");
const rowOf = async (page: Page, action: string) =>
  words(await page.locator("tbody tr", { hasText: action }).innerText());
const firstActions = (page: Page) =>
  page.locator("tbody th").evaluateAll((all) => all.slice(0, 3).map((one) => one.textContent));

describe("needs and offer", () => {
  it("puts what is needed most first, with where, who offers what, and what is missing", async () => {
    const { page, faults, close } = await open("#territory=ara");
    const text = words(await page.locator(".needs").innerText());
    expect(text).toContain("Publication n° 3, du 1er décembre 2026.");
    expect(text).toContain("Les chiffres par public valent pour toute la France");
    expect(text).toContain("2 actions présentes dans au moins un plan sur deux n’ont aucun service.");
    expect(await rowOf(page, "Établir l’inventaire")).toMatch(
      /90 % ou plus Manque : aucun service, besoin fréquent Aide et soins à domicile Aucun Aucun/,
    );
    expect(await rowOf(page, "Organiser un exercice")).toMatch(
      /65 % Service régional Personnes âgées en établissement Exercices de crise cyber \(.*GCS Sara\) Kits d’exercice.*\(ANS\)/,
    );
    expect(await page.locator("tbody tr").first().innerText()).toContain("inventaire");
    expect(faults).toEqual([]);
    await close();
  });

  it("shows a line of its own with its count, hidden cells as hidden, and why they are", async () => {
    const { page, close } = await open("#territory=ara");
    await page.getByLabel("Les besoins de qui").selectOption("sector pa");
    await page.getByRole("heading", { name: "Personnes âgées en établissement" }).waitFor();
    const text = words(await page.locator(".needs").innerText());
    expect(text).toContain("Cette ligne repose sur environ 125 contributions");
    expect(await rowOf(page, "charte informatique")).toContain("10 % ou moins");
    expect(await rowOf(page, "Chiffrer et gérer les appareils")).toMatch(/Masqué Aucun service Aucun Aucun/);
    expect(text).toContain("« Masqué » : le chiffre reposerait sur trop peu de structures");
    expect(page.url()).toContain("#territory=ara&kind=sector&line=pa");
    await page.reload();
    await page.getByRole("heading", { name: "Personnes âgées en établissement" }).waitFor();
    await page.getByLabel("Les besoins de qui").selectOption("department 69");
    await page.getByText("Les chiffres sont ceux des départements de la région").waitFor();
    expect(await page.locator("#line option").allInnerTexts()).not.toContain("Paris");
    expect(await rowOf(page, "Organiser un exercice")).toContain("70 %");
    await close();
  });

  it("asks for the departments of a territory only, and for none without one", async () => {
    const { page, requests, close } = await open("");
    const tables = () => requests.filter((url) => url.includes("/tables/"));
    expect(tables().some((url) => url.includes("department"))).toBe(false);
    expect(await page.getByRole("columnheader", { name: "Services de la région" }).count()).toBe(0);
    await page.getByLabel("L’offre de quelle région").focus();
    await page.getByLabel("L’offre de quelle région").selectOption("ara");
    await page.getByRole("columnheader", { name: "Services de la région" }).waitFor();
    for (const url of tables().filter((one) => one.includes("department"))) expect(url).toContain("?territory=ara");
    expect(tables().filter((url) => url.includes("actions-department")).length).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("place");
    await close();
  });

  it("is sorted by any heading, by keyboard, and says which way", async () => {
    const { page, close } = await open("#territory=ara");
    const head = page.getByRole("columnheader", { name: "Action" });
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    const up = await firstActions(page);
    expect([...up].sort((a, b) => (a ?? "").localeCompare(b ?? "", "fr"))).toEqual(up);
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect(await firstActions(page)).not.toEqual(up);
    expect(await page.getByRole("columnheader", { name: "Part des plans" }).getAttribute("aria-sort")).toBeNull();
    await close();
  });

  it("gives the whole release as a table that a spreadsheet opens", async () => {
    const { page, close } = await open("#territory=ara");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tableau complet (CSV)" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("besoins-et-offre-publication-3.csv");
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv.startsWith("\uFEFFPublication;Date;Offre de;")).toBe(true);
    expect(csv).toMatch(/;Département;[^;]*;69;Organiser un exercice[^;]*;act-exercice;70;/);
    expect(csv).not.toMatch(/act-lever-inconnues|;75;/);
    await close();
  });

  it("draws the first needs once the table is there, and is whole without the drawing", async () => {
    const { page, close } = await open("#territory=ara");
    await page.locator(".drawing:not([hidden]) canvas").waitFor();
    await page.waitForFunction(() => {
      const canvas = document.querySelector("canvas");
      return canvas
        ?.getContext("2d")
        ?.getImageData(0, 0, canvas.width, canvas.height)
        .data.some((one) => one !== 0);
    });
    expect(await page.locator("canvas").getAttribute("aria-label")).toContain(
      "Les mêmes chiffres figurent dans le tableau",
    );
    await close();
    const cut = await open("#territory=ara", {}, async (fresh) => {
      await serveRelease(fresh);
      await fresh.route(/pages\/paint-/, (route) => route.abort());
    });
    expect(await cut.page.locator(".drawing").isVisible()).toBe(false);
    expect(await cut.page.locator("tbody tr").count()).toBeGreaterThan(20);
    await cut.close();
  });
});

describe("when nothing can be shown", () => {
  it("says that nothing is published yet", async () => {
    const { page, faults, close } = await visit({}, async () => {}, "/besoins", ".needs .notice");
    expect(words(await page.locator(".needs").innerText())).toContain("Aucune statistique n’est encore publiée.");
    expect(faults).toEqual([]);
    await close();
  });

  it("says that a release has no such tables yet", async () => {
    const { page, close } = await visit(
      {},
      async (fresh) => {
        await serveRelease(fresh);
        await fresh.route("**/tables/actions-*", (route) =>
          route.fulfill({ status: 404, contentType: "application/problem+json", body: "{}" }),
        );
      },
      "/besoins#territory=ara",
      ".needs .notice",
    );
    expect(words(await page.locator(".needs").innerText())).toContain(
      "La publication n° 3, du 1er décembre 2026, ne contient pas encore",
    );
    await close();
  });

  it("finds no gap where the offer did not arrive: it says so, and asks again", async () => {
    let down = true;
    const { page, close } = await visit(
      {},
      async (fresh) => {
        await serveRelease(fresh);
        await fresh.route("**/api/v1/territories/national", (route) => (down ? route.abort() : route.continue()));
      },
      "/besoins",
      ".needs .error",
    );
    expect(words(await page.locator(".needs").innerText())).toContain("L’offre de services n’est pas arrivée");
    expect(await page.locator("table").count()).toBe(0);
    down = false;
    await page.getByRole("button", { name: "Réessayer" }).click();
    await page.locator("table").waitFor();
    await close();
  });

  it("asks for a token where statistics are reserved, keeps it in memory alone, and forgets it", async () => {
    const { page, close } = await visit(
      {},
      (fresh) => serveRelease(fresh, "jeton-de-test"),
      "/besoins#territory=ara",
      "#token",
    );
    await page.locator("#token").fill("faux");
    await page.keyboard.press("Enter");
    await page.getByText("Ce jeton n’est pas accepté").waitFor();
    await page.locator("#token").fill("jeton-de-test");
    await page.keyboard.press("Enter");
    await page.locator(".needs table").waitFor();
    expect(page.url()).not.toContain("jeton");
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      "",
    ]);
    await page.getByRole("button", { name: "Oublier le jeton" }).click();
    await page.locator("#token").waitFor();
    expect(await page.locator("table").count()).toBe(0);
    await close();
  });
});

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
] as const)("at $width pixels, $colorScheme", ({ width, colorScheme }) => {
  it("has nothing that axe finds, borders at 3:1, targets of 44 pixels, and no sideways scroll", async () => {
    const { page, faults, close } = await open("#territory=ara", { viewport: { width, height: 800 }, colorScheme });
    await page.locator(".drawing:not([hidden])").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await borderContrast(page, ".needs :is(select, .buttons button)")).toBeGreaterThanOrEqual(3);
    const heights = await page
      .locator(".needs :is(button, select)")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(faults).toEqual([]);
    await close();
  });
});
