/** « Comparer à des établissements semblables »: published cells beside one's own score, and nothing of the diagnostic asked or sent. */
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import type { Cell, CellTable, Release, TableFile } from "../../widget/releases/published.ts";
import { TABLES } from "../../widget/similar/dimensions.ts";
import { overflow, violations } from "./axe.ts";
import { useBrowser } from "./browser.ts";
import { example, questionnaire } from "./example.ts";
import { AGENCY } from "./hosts.ts";
import { lostText, outlineFaults, smallTargets, tableFaults } from "./layout.ts";
import { usePublished } from "./published.ts";
import { reachResult, words } from "./walk.ts";

const visit = useBrowser();
const origin = usePublished([1500, 900], { ALLOWED_ORIGINS: AGENCY });
const ehpad = example("EHPAD");

const BUTTON = { name: "Comparer à des établissements semblables" };
const press = (page: Page) => page.getByRole("button", BUTTON).click();
const box = (page: Page) => page.locator("diag-cyber-esms [aria-live]");
const opened = (page: Page) => page.locator("diag-cyber-esms .similar").waitFor();

async function toResult(options = {}, before: (page: Page) => Promise<unknown> = async () => {}, who = ehpad) {
  const seen = await visit(options, before, `${origin()}/`);
  await reachResult(seen.page, who);
  return seen;
}

async function tableOf(id: string): Promise<CellTable> {
  const answer = await fetch(`${origin()}/api/v1/releases/2/tables/${id}.json`);
  return ((await answer.json()) as TableFile).table as CellTable; // asked for tables of this form only
}

const figure = (value: unknown) => (typeof value === "number" ? String(value).replace(".", ",") : "");

async function rowsOf(page: Page): Promise<readonly string[][]> {
  const rows = await page.locator("diag-cyber-esms .similar table").first().locator("tbody tr").all();
  return Promise.all(rows.map(async (row) => (await row.locator("th, td").allTextContents()).map(words)));
}

describe("the comparison", () => {
  it("shows one's own score beside the published figures of the closest groups, with n and date, in words first", async () => {
    const { page, faults, requests, close } = await toResult();
    expect(requests.filter((url) => /tool-|releases/.test(url))).toEqual([]);
    await press(page);
    await opened(page);
    expect(await page.locator("diag-cyber-esms [data-title]").evaluate((node) => node.matches(":focus"))).toBe(true);
    const said = words(await box(page).textContent());
    expect(said).toContain("D’après la publication n° 2 du 1er octobre 2026 : au moins 11 contributions");
    expect(said).toMatch(/Avec 59, votre score est (dans le quart|au-dessus|proche|sous)/);
    const [own = [], closest = [], ...others] = await rowsOf(page);
    expect(own).toEqual(["Votre score", "59"]);
    const { cells } = await tableOf("sector-medicalised");
    const cell = cells.find(
      ({ kind, row, column }) =>
        kind === "cell" && row.code === ehpad.profile.secteur && column?.code === ehpad.profile.medicalise,
    ) as Cell;
    const { n, quartile1, median, quartile3, mean } = cell.figures ?? {};
    expect(closest[0]).toContain("Personnes âgées");
    expect(closest[0]).toContain(`n = ${n} ; chiffres du 1er octobre 2026`);
    expect(closest.slice(1, 5)).toEqual([quartile1, median, quartile3, mean].map(figure));
    expect(others.at(-1)?.[0]).toMatch(/^Tous les établissements/);
    const domains = page.locator("diag-cyber-esms .similar table").nth(1);
    for (const { id, label } of questionnaire.domains) {
      const row = domains.locator("tr", { has: page.locator("th", { hasText: label }) });
      const published = cell.figures?.domains[id];
      if (typeof published === "number")
        expect(words(await row.locator("td").nth(1).textContent())).toBe(figure(published));
    }
    expect(faults).toEqual([]);
    await close();
  });

  it("asks for the same addresses whatever the profile and the answers, with nothing in them, and sends nothing", async () => {
    const asked: string[][] = [];
    for (const who of [ehpad, example("SSIAD")]) {
      const seen: string[] = [];
      const { page, close } = await toResult({}, async () => {}, who);
      page.on("request", (request) => seen.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
      await press(page);
      await opened(page);
      asked.push(seen.toSorted());
      await close();
    }
    const { tables } = (await (await fetch(`${origin()}/api/v1/releases/2`)).json()) as Release;
    const read = TABLES.filter((id) => tables.some((table) => table.id === id));
    const expected = [
      "/api/v1/releases",
      "/api/v1/releases/2",
      ...read.map((id) => `/api/v1/releases/2/tables/${id}.json`),
    ];
    expect(read.length).toBeGreaterThan(3);
    for (const seen of asked) {
      expect(seen.filter((one) => one.includes("/api/"))).toEqual(
        expected.map((path) => `GET ${origin()}${path} `).sort(),
      );
      expect(seen.filter((one) => !one.includes("/api/") && !one.includes("/c/tool-similar-"))).toEqual([]);
    }
    expect(asked[0]).toEqual(asked[1]);
  });

  it("says that the exact group is hidden, and shows a wider one in its place", async () => {
    const hide = async (page: Page) =>
      page.route("**/tables/sector-medicalised.json", async (route) => {
        const response = await route.fetch();
        const file = (await response.json()) as TableFile & { table: CellTable };
        const cells = file.table.cells.map((cell) =>
          cell.kind === "cell" ? { ...cell, reason: "protected", since: null, figures: null } : cell,
        );
        await route.fulfill({ response, json: { ...file, table: { ...file.table, cells } } });
      });
    const { page, close } = await toResult({}, hide);
    await press(page);
    await opened(page);
    const [, closest = []] = await rowsOf(page);
    expect(closest[0]).toContain("est masqué par le secret statistique : voici un groupe plus large.");
    const { cells } = await tableOf("sector-medicalised");
    const line = cells.find(({ row, column }) => row.code === ehpad.profile.secteur && column?.code === "total");
    expect(closest[0]?.replace(/\s/g, "")).toContain(`n=${line?.figures?.n};`);
    await close();
  });
});

describe("without statistics", () => {
  it("says in a sentence that nothing is published", async () => {
    const { page, close } = await visit();
    await reachResult(page, ehpad);
    await press(page);
    await box(page).filter({ hasText: "Aucune statistique n’est encore publiée" }).waitFor();
    expect(inject("baseUrl")).not.toBe(origin());
    await close();
  });

  it.each([
    [401, "réservées aux personnes qui ont un jeton"],
    [503, "ne sont pas joignables pour le moment. Votre résultat n’en dépend pas"],
  ])("after %i says why, and reads again at another press", async (status, sentence) => {
    const refuse = (page: Page) =>
      page.route("**/api/v1/releases", (route) => route.fulfill({ status, json: { detail: "Non." } }));
    const { page, close } = await toResult({}, refuse);
    await press(page);
    await box(page).filter({ hasText: sentence }).waitFor();
    await page.unroute("**/api/v1/releases");
    await press(page);
    await opened(page);
    expect(await box(page).textContent()).not.toContain(sentence);
    await close();
  });

  it("says that the tool itself did not come, and fetches it at another press", async () => {
    const cut = (page: Page) => page.route(/tool-similar/, (route) => route.abort());
    const { page, close } = await toResult({}, cut);
    await press(page);
    await box(page).filter({ hasText: "La comparaison n’a pas pu être chargée." }).waitFor();
    await page.unroute(/tool-similar/);
    await press(page);
    await opened(page);
    await close();
  });
});

it("works on another site under a policy of two lines: no fault, the widget’s own server alone", async () => {
  const server = origin();
  const policy = `default-src 'none'; script-src ${server}; connect-src ${server}; require-trusted-types-for 'script'`;
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Agence</title></head><body>
    <diag-cyber-esms territory="ara"></diag-cyber-esms><script type="module" src="${server}/widget/v1/diag-cyber-esms.js"></script></body></html>`;
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
  const host = (page: Page) => page.route(`${AGENCY}/**`, (route) => route.fulfill({ body: html, headers }));
  const { page, faults, requests, close } = await visit({}, host, `${AGENCY}/page`);
  await reachResult(page, ehpad);
  await press(page);
  await opened(page);
  const [, ...groups] = await rowsOf(page);
  expect(groups.some(([name = ""]) => name.includes("Territoire : Auvergne-Rhône-Alpes"))).toBe(true);
  expect(faults).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(server) && !url.startsWith(AGENCY))).toEqual([]);
  expect(requests.filter((url) => url.startsWith(AGENCY) && /releases/.test(url))).toEqual([]);
  await close();
});

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
  { width: 320, colorScheme: "light", forcedColors: "active" },
] as const)("at $width pixels, $colorScheme", ({ width, ...looks }) => {
  it("leaves axe nothing to say, cuts no text, scrolls only in its frame, and prints whole", async () => {
    const { page, close } = await toResult({ viewport: { width, height: 800 }, ...looks });
    await press(page);
    await opened(page);
    const found = [
      ...(await violations(page)),
      ...(await lostText(page)),
      ...(await smallTargets(page)),
      ...(await outlineFaults(page)),
      ...(await tableFaults(page)),
      ...((await overflow(page)) > 0 ? ["sideways"] : []),
    ];
    expect(found).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("diag-cyber-esms .similar table").first().isVisible()).toBe(true);
    expect(await page.getByRole("button", BUTTON).isVisible()).toBe(false);
    await close();
  });
});
