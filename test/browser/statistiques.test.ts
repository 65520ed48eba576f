/** `/statistiques`: what is published, with its reason where it is not; a picture with its table; files; a token in memory only. */
import { readFileSync } from "node:fs";
import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { CellTable, TableFile } from "../../widget/releases/published.ts";
import { overflow, violations } from "./axe.ts";
import { useBrowser } from "./browser.ts";
import { doubleText, lostText, outlineFaults, smallTargets, spaceText, tableFaults } from "./layout.ts";
import { usePublished } from "./published.ts";
import { words } from "./walk.ts";

const visit = useBrowser();
const origin = usePublished([1500, 900]);

const READY = ".frame tbody tr";
const open = (fragment = "", options = {}, before: (page: Page) => Promise<unknown> = async () => {}) =>
  visit(options, before, `${origin()}/statistiques${fragment}`, READY);

async function cellsOf(table: string, release = 2): Promise<CellTable> {
  const answer = await fetch(`${origin()}/api/v1/releases/${release}/tables/${table}.json`);
  return ((await answer.json()) as TableFile).table as CellTable; // asked for tables of this form only
}

const text = async (page: Page, selector: string) => words(await page.locator(selector).first().textContent());
const rows = (page: Page) => page.locator(READY).count();
const column = (page: Page, place: number) => page.locator(`${READY} > :nth-child(${place})`).allTextContents();

describe("the page", () => {
  it("says in a sentence that nothing is published yet", async () => {
    const { page, faults, close } = await visit({}, async () => {}, "/statistiques", ".notice");
    expect(await text(page, ".notice")).toContain("Aucune statistique n’est encore publiée.");
    expect(await page.locator("table, select").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("opens on the newest release, and says its number, its date and the minimum beside the figures, under its own policy", async () => {
    const { page, faults, requests, close } = await open();
    expect(await text(page, "caption")).toContain(
      "Par territoire et public accompagné. Publication n° 2 du 1er octobre 2026 ; au moins 11 contributions",
    );
    expect(await text(page, "figcaption")).toContain("Publication n° 2 du 1er octobre 2026");
    expect(faults).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(origin()) && !url.startsWith("blob:"))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await close();
  });

  it("shows every cell of the table, with the published figures, or as hidden with the reason in words", async () => {
    const { page, close } = await open("#table=sector-medicalised");
    const { cells } = await cellsOf("sector-medicalised");
    expect(await rows(page)).toBe(cells.length);
    const shown = (await page.locator(READY).allTextContents()).map(words);
    for (const [place, { row, reason, figures }] of cells.entries()) {
      expect(shown[place]).toContain(words(row.label));
      if (reason !== null) expect(shown[place]).toContain("Masqué : secret statistique");
      else expect(shown[place]?.replace(/\s/g, "")).toContain(String(figures?.n));
    }
    await close();
    const departments = await open("#table=department-sector&in.shown=hidden");
    const hidden = (await cellsOf("department-sector")).cells.filter(({ reason }) => reason !== null);
    expect(hidden.length).toBeGreaterThan(100);
    expect(await rows(departments.page)).toBe(hidden.length);
    expect(await departments.page.locator(".hidden-cell").count()).toBe(hidden.length);
    await departments.page.getByText("Comment lire ces chiffres").click();
    expect(words(await departments.page.locator(".legend-words").textContent())).toContain(
      "la case compte moins de 11 contributions, ou la montrer permettrait d’en calculer une autre",
    );
    await departments.close();
  });

  it("filters and sorts, says how many lines are left, and keeps the view in its address", async () => {
    const { page, requests, close } = await open("#table=size-sector");
    const all = await rows(page);
    await page.getByText("Filtrer le tableau").click();
    await page.getByLabel("Nature de la ligne").selectOption("total");
    const { cells } = await cellsOf("size-sector");
    const totals = cells.filter(({ kind }) => kind === "total");
    expect(await rows(page)).toBe(totals.length);
    expect(await text(page, ".table-view > [role=status]")).toBe(`${totals.length} lignes sur ${all}.`);
    const mean = page.getByRole("button", { name: "Moyenne", exact: true });
    await mean.focus();
    await page.keyboard.press("Enter");
    const header = page.locator("th", { has: mean });
    expect(await header.getAttribute("aria-sort")).toBe("descending");
    const figures = (await column(page, 4)).filter((one) => /\d/.test(one)).map((one) => Number(one.replace(",", ".")));
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
    await page.keyboard.press("Enter");
    expect(await header.getAttribute("aria-sort")).toBe("ascending");
    const seen = await page.locator(READY).allTextContents();
    const asked = requests.length;
    const link = page.url();
    expect(link).toContain("#table=size-sector&in.kind=total&sort=score_mean");
    expect(requests.slice(asked)).toEqual([]);
    await close();
    const again = await open(new URL(link).hash);
    expect(await again.page.locator(READY).allTextContents()).toEqual(seen);
    await again.page.getByRole("button", { name: "Retirer les filtres" }).click();
    expect(await rows(again.page)).toBe(all);
    await again.close();
  });

  it("opens an older release by its link, and says when a link names none", async () => {
    const older = await open("#release=1&table=quarter");
    expect(await text(older.page, "caption")).toContain("Publication n° 1 du 1er septembre 2026");
    await older.page.getByLabel("Publication", { exact: true }).selectOption({ index: 0 });
    await older.page.locator("caption").filter({ hasText: "n° 2" }).waitFor();
    await older.close();
    const { page, close } = await open("#release=99&table=none");
    expect(await text(page, ".notice")).toBe(
      "La publication demandée par ce lien (99) n’existe pas ici. Voici la plus récente.",
    );
    await close();
  });

  it.each(["questions", "actions"])("reads the table of %s as the others", async (id) => {
    const { page, close } = await open(`#table=${id}`);
    const { cells } = await cellsOf(id);
    expect(await rows(page)).toBe(cells.length);
    await page.getByText("Filtrer le tableau").click();
    await page.getByLabel("Nom contenant").fill("sauvegarde");
    expect(await rows(page)).toBeLessThan(cells.length);
    for (const name of await column(page, 1)) expect(name.toLowerCase()).toContain("sauvegard");
    await close();
  });

  it("says that the network is lost, and reads again when asked", async () => {
    const { page, close } = await visit(
      {},
      (fresh) => fresh.route("**/api/v1/releases", (route) => route.abort()),
      `${origin()}/statistiques`,
      "[role=alert]",
    );
    expect(await text(page, "[role=alert]")).toContain("Le serveur ne répond pas.");
    await page.unroute("**/api/v1/releases");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await page.locator(READY).first().waitFor();
    expect(await page.locator("body").evaluate((body) => document.activeElement === body)).toBe(false);
    await close();
  });
});

const ink = (page: Page) =>
  page.locator("canvas").evaluate((node) => {
    const canvas = node as HTMLCanvasElement; // the locator's own
    const pen = canvas.getContext("2d");
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.filter((value, place) => place % 4 === 3 && value > 0).length;
  });

describe("the picture", () => {
  it.each([
    ["#table=sector-medicalised", "quartile"],
    ["#table=sector-medicalised&show=levels", "Répartition"],
    ["#table=sector-medicalised&show=domains", "Comparaison"],
    ["#table=questions", "Répartition"],
    ["#table=actions", "Comparaison"],
  ])("of %s is drawn, named, and its lines are marked in the table", async (fragment, kind) => {
    const { page, faults, requests, close } = await open(fragment);
    await page.locator("figure:not([hidden]) canvas").waitFor();
    expect(await ink(page)).toBeGreaterThan(5000);
    const label = (await page.locator("canvas").getAttribute("aria-label")) ?? "";
    expect(label).toContain(kind);
    expect(label).toContain("dans le tableau qui suit");
    const marked = await page.locator("tr.drawn").count();
    expect(marked).toBeGreaterThan(1);
    expect(await page.locator("tr.drawn .hidden-cell").count()).toBe(0);
    await page.locator(`${READY} input`).nth(2).check();
    expect(await page.locator("tr.drawn").count()).toBe(1);
    expect(page.url()).toContain("draw=");
    expect(requests.filter((url) => /pages\/charts?-/.test(url)).length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });

  it("leaves the table alone in forced colours, and when its code does not come", async () => {
    const forced = await open("", { forcedColors: "active" });
    expect(await forced.page.locator("figure").isVisible()).toBe(false);
    expect(forced.requests.filter((url) => /pages\/charts?-/.test(url))).toEqual([]);
    await forced.close();
    const { page, faults, close } = await open("", {}, (fresh) =>
      fresh.route(/pages\/charts-/, (route) => route.abort()),
    );
    expect(await page.locator("figure").isVisible()).toBe(false);
    expect(await rows(page)).toBeGreaterThan(100);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("the files", () => {
  it("of the table are those of the API, by plain links", async () => {
    const { page, close } = await open("#table=version");
    const links = page.locator(".files a");
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    const table = (end: string) => `/api/v1/releases/2/tables/version.${end}`;
    for (const end of ["xlsx", "csv", "csv?variant=fr", "json", "ndjson"]) expect(hrefs).toContain(table(end));
    const { files, dictionary } = (await (await fetch(`${origin()}/api/v1/releases/2`)).json()) as {
      files?: Record<string, string>;
      dictionary: string;
    };
    for (const file of Object.values(files ?? {})) expect(hrefs).toContain(file);
    expect(hrefs).toContain(dictionary.replace("json", "csv"));
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV français" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("esms-publication-2-version-fr.csv");
    const served = await (await fetch(origin() + table("csv?variant=fr"))).arrayBuffer();
    expect(readFileSync(await download.path()).equals(Buffer.from(served))).toBe(true);
    await close();
  });
});

const TOKEN = "dces_test";

/** Asks for a token before the real server answers, as a deployment that is not public does. */
async function gate(page: Page): Promise<void> {
  await page.route("**/api/v1/releases**", async (route: Route) => {
    const given = await route.request().headerValue("authorization");
    if (given === `Bearer ${TOKEN}`) return route.continue();
    const name = given === null ? "token-required" : "token-refused";
    const detail = given === null ? "Il faut un jeton." : "Ce jeton est incomplet ou mal recopié.";
    const body = JSON.stringify({ type: `urn:diag-cyber-esms:problem:${name}`, title: name, status: 401, detail });
    return route.fulfill({ status: 401, contentType: "application/problem+json", body });
  });
}

const kept = (page: Page) =>
  page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    JSON.stringify(history.state),
    location.href,
  ]);

describe("with a token", () => {
  const gated = () => visit({}, gate, `${origin()}/statistiques`, "#token");

  it("asks for it, says what is wrong with it and keeps it to be mended, then reads", async () => {
    const { page, requests, faults, close } = await gated();
    const field = page.locator("#token");
    expect(await field.getAttribute("type")).toBe("password");
    expect(await field.getAttribute("autocomplete")).toBe("off");
    await page.getByRole("button", { name: "Ouvrir les statistiques" }).click();
    expect(await text(page, "[role=alert]")).toBe("Erreur : collez le jeton que vous avez reçu.");
    await field.fill("dces_tes");
    await page.keyboard.press("Enter");
    await page.getByText("Erreur : Ce jeton est incomplet ou mal recopié.").waitFor();
    expect(await field.evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(await field.inputValue()).toBe("dces_tes");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "Afficher le jeton" }).click();
    expect(await field.getAttribute("type")).toBe("text");
    await field.fill(` ${TOKEN} `);
    await page.keyboard.press("Enter");
    await page.locator(READY).first().waitFor();
    expect(await page.locator(".access").evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(requests.filter((url) => url.includes("dces"))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("keeps it in memory alone: nothing stored, nothing in the address; a reload, leaving or « Oublier » forgets it", async () => {
    const { page, close } = await gated();
    const before = await kept(page);
    const sign = async () => {
      await page.locator("#token").fill(TOKEN);
      await page.keyboard.press("Enter");
      await page.locator(READY).first().waitFor();
    };
    await sign();
    expect(await kept(page)).toEqual(before);
    await page.getByRole("button", { name: "Oublier le jeton" }).click();
    await page.locator("#token").waitFor();
    expect(await page.locator("#token").inputValue()).toBe("");
    expect(await page.locator("table").count()).toBe(0);
    await sign();
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    await page.locator("#token").waitFor();
    await sign();
    await page.reload();
    await page.locator("#token").waitFor();
    await close();
  });

  it("hands over the files, asked for with the token, and says why one does not come", async () => {
    const { page, faults, close } = await gated();
    await page.locator("#token").fill(TOKEN);
    await page.keyboard.press("Enter");
    await page.locator(READY).first().waitFor();
    expect(await page.locator(".files a").count()).toBe(0);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "NDJSON" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("esms-publication-2-territory-sector.ndjson");
    const [line = ""] = readFileSync(await download.path(), "utf8").split("\n");
    expect(JSON.parse(line)).toMatchObject({ release: 2, table: "territory-sector" });
    await page.getByText("Le fichier est enregistré.").waitFor();
    await page.unroute("**/api/v1/releases**");
    await page.route("**/*.csv", (route) => route.fulfill({ status: 503, body: "" }));
    await page.getByRole("button", { name: "CSV", exact: true }).click();
    await page.getByText("Les statistiques sont momentanément indisponibles.").waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it("leaves axe nothing to say of its form, wrong or not, at 320 pixels", async () => {
    const small = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
    const { page, close } = await visit(small, gate, `${origin()}/statistiques`, "#token");
    const found = [...(await violations(page)), ...(await smallTargets(page))];
    await page.locator("#token").fill("x");
    await page.keyboard.press("Enter");
    await page.locator("#token-error").waitFor();
    found.push(...(await violations(page)), ...(await lostText(page)), ...(await outlineFaults(page)));
    if ((await overflow(page)) > 0) found.push("sideways");
    expect(found).toEqual([]);
    await close();
  });
});

it("prints the table whole, with its release, its filters and how to read it, without what one presses", async () => {
  const { page, close } = await open("#table=size-sector&in.kind=total");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator("form:visible, select:visible, canvas:visible, .files:visible").count()).toBe(0);
  expect(await page.locator("input:visible").count()).toBe(0);
  const caption = words(await page.locator("caption").innerText());
  expect(caption).toContain("Publication n° 2 du 1er octobre 2026 ; au moins 11 contributions");
  expect(caption).toContain("Nature de la ligne : Total.");
  expect(caption).toMatch(/\d+ lignes sur \d+\.$/);
  expect(words(await page.locator(".legend-words").innerText())).toContain("Secret statistique");
  const frame = await page.locator(".frame").evaluate((node) => [node.scrollHeight, node.clientHeight]);
  expect(frame[0]).toBe(frame[1]);
  await close();
});

const VIEWS = [
  "",
  "#table=sector-medicalised&show=levels",
  "#table=questions&in.version=1.1.0",
  "#table=actions&show=domains",
];

describe.each([
  { name: "on a desktop", options: { colorScheme: "light" } },
  { name: "on a desktop, dark", options: { colorScheme: "dark" } },
  { name: "on a phone, dark", options: { viewport: { width: 360, height: 740 }, colorScheme: "dark" } },
  { name: "at 320 pixels", options: { viewport: { width: 320, height: 640 } } },
  { name: "in forced colours", options: { forcedColors: "active" } },
  { name: "with letters twice as large", options: {}, settle: doubleText },
  { name: "with spaced text", options: { viewport: { width: 360, height: 740 } }, settle: spaceText },
] as const)("$name", ({ options, ...mode }) => {
  it("leaves axe nothing to say, cuts no text, scrolls only downwards, keeps targets, outline and tables", async () => {
    const found: string[] = [];
    for (const view of VIEWS) {
      const { page, faults, close } = await open(view, options);
      if ("settle" in mode) await mode.settle(page);
      for (const summary of await page.locator("summary").all()) await summary.click();
      const wider = await overflow(page);
      found.push(
        ...(await violations(page)).map((fault) => `${view} — ${fault}`),
        ...(wider > 0 ? [`${view} — ${wider} pixels sideways`] : []),
        ...(await lostText(page)).map((fault) => `${view} — ${fault}`),
        ...(await smallTargets(page)).map((fault) => `${view} — ${fault}`),
        ...(await outlineFaults(page)),
        ...(await tableFaults(page)),
        ...faults,
      );
      await close();
    }
    expect(found).toEqual([]);
  });
});
