/** The page of the plan: reached without a word to the server, it moves with each tick, keeps and gives away what is asked. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import ICAL from "ical.js";
import type { Download, Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { codeOf, firstVersion } from "./diagnostic-code.ts";
import { example, questionnaire } from "./example.ts";
import { reachResult, words } from "./walk.ts";

const visit = useBrowser();
const ssiad = codeOf(example("SSIAD"));
const placeOf = (id: string) => questionnaire.actions.findIndex((action) => action.id === id) + 1;

const open = (rest = "", options = {}, before: (page: Page) => Promise<unknown> = async () => {}) =>
  visit(options, before, `/plan#${ssiad}${rest}`, "#plan .tallies");

const figure = async (page: Page, name: "today" | "done" | "all") =>
  words(await page.locator(`#plan .figure-${name} dd`).innerText());
const row = async (page: Page, label: string) =>
  words(await page.locator("#plan tbody tr", { hasText: label }).innerText());

/** The points of the drawing, once it is there: another drawing has others. */
async function drawing(page: Page): Promise<string> {
  await page.locator("#plan .drawing:not([hidden]) canvas").waitFor();
  return page.locator("#plan canvas").evaluate(async (canvas: HTMLCanvasElement) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return canvas.toDataURL();
  });
}

/** The page of an agency that embeds the widget, on another origin than ours. */
async function agency(): Promise<{ origin: string; stop: () => Promise<unknown> }> {
  const html = `<!doctype html><html lang="fr"><title>ARS</title><main><diag-cyber-esms></diag-cyber-esms></main>
    <script type="module" src="${inject("baseUrl")}/widget/v1/diag-cyber-esms.js"></script></html>`;
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(html));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { origin: `http://127.0.0.1:${port}/`, stop: () => once(server.close(), "close") };
}

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

it("opens from a result embedded in another site, in a new tab of our own, and no request carries an answer", async () => {
  const host = await agency();
  const { page, close } = await visit();
  await page.goto(host.origin);
  await page.locator("diag-cyber-esms button.primary").first().waitFor();
  await reachResult(page, example("SSIAD"));
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Agir sur ce plan (nouvel onglet)" }).click();
  const plan = await opening;
  await plan.locator("#plan .tallies").waitFor();
  expect(plan.url()).toContain(`${inject("baseUrl")}/plan#${ssiad}&from=`);
  expect(await figure(plan, "today")).toBe("39 sur 100 · niveau 1, Initial");
  expect(asked.length).toBeGreaterThan(2);
  // The fragment stands in what the browser tells us of a navigation; it is in no line of what is sent.
  const sent = asked.map((line) => line.replace(/#.*/, ""));
  for (const line of sent) expect(line).not.toMatch(/categorie|acc-|354|7SZ|%22/);
  expect(sent.some((line) => line.includes("/api/v1/questionnaires/esms/"))).toBe(true);
  await page.getByText("Vos 3 premières actions").waitFor();
  await close();
  await host.stop();
});

it("moves score, level, cap, bars, table and radar with each tick, and says it once", async () => {
  const { page, faults, close } = await open();
  const before = await drawing(page);
  expect(await figure(page, "all")).toBe("39 sur 100 · niveau 1, Initial");
  expect(await row(page, "Sauvegardes")).toBe("7. Sauvegardes et restauration 25 25 75");
  await page.locator("#act-sauvegarde-auto").getByText("Prévue", { exact: true }).click();
  expect(await figure(page, "all")).toBe("45,9 sur 100 · niveau 2, Essentiel");
  expect(await figure(page, "done")).toBe("39 sur 100 · niveau 1, Initial");
  expect(await row(page, "Sauvegardes")).toBe("7. Sauvegardes et restauration 25 37,5 75");
  expect(words(await page.locator("#plan .domains li", { hasText: "Sauvegardes" }).innerText())).toContain("25 → 37,5");
  expect(words(await page.locator("#plan [role=status]").textContent())).toBe(
    "Score simulé : 45,9 sur 100, niveau 2, Essentiel.",
  );
  expect(words(await page.locator("#plan .screen").innerText())).toContain(
    "Le score ne pourrait pas dépasser 59 tant que ces actions ne sont ni faites ni prévues : Fermer les accès directs",
  );
  await page.waitForFunction((old) => {
    const canvas = document.querySelector("#plan")?.shadowRoot?.querySelector("canvas");
    return canvas && canvas.toDataURL() !== old;
  }, before);
  await page.locator("#act-sauvegarde-auto").getByText("Faite", { exact: true }).click();
  expect(await figure(page, "done")).toBe("45,9 sur 100 · niveau 2, Essentiel");
  await page.locator("#act-sauvegarde-auto").getByText("À faire", { exact: true }).click();
  expect(await figure(page, "all")).toBe("39 sur 100 · niveau 1, Initial");
  expect(await drawing(page)).toBe(before);
  expect(faults).toEqual([]);
  await close();
});

it("plans at one click what suffices for the next level, and for the expected score; and nothing again", async () => {
  const { page, close } = await open();
  await page.getByRole("button", { name: "Prévoir l’action qui suffit pour le niveau 2, Essentiel" }).click();
  expect(await figure(page, "all")).toContain("niveau 2");
  const expected = page.getByRole("button", { name: /pour le score attendu de 60/ });
  await expected.click();
  expect(await expected.getAttribute("aria-pressed")).toBe("true");
  expect(await figure(page, "all")).toMatch(/^6\d[\d,]* sur 100 · niveau 3, Maîtrisé$/);
  expect(words(await page.locator("#plan .outcome").innerText())).toContain("60 sur 100, serait atteint");
  await page.getByRole("button", { name: "Ne plus rien prévoir" }).click();
  expect(await figure(page, "all")).toContain("39 sur 100");
  await close();
});

it("keeps marks, dates and the day of the plan in its address alone, through a reload and another device", async () => {
  const { page, close } = await open("", { timezoneId: "Europe/Paris" }, (fresh) =>
    fresh.clock.setFixedTime("2026-11-22T10:00:00Z"),
  );
  await page.locator("#act-sauvegarde-auto").getByText("Prévue", { exact: true }).click();
  const day = page.locator("#act-sauvegarde-auto-day");
  expect(await day.inputValue()).toBe("2026-12-22");
  await day.fill("2027-01-15");
  await page.locator("#act-preuve-hds").getByText("Faite", { exact: true }).click();
  const address = page.url();
  expect(address).toContain(
    `&from=2026-11-22&done=${placeOf("act-preuve-hds")}&planned=${placeOf("act-sauvegarde-auto")}~2027-01-15`,
  );
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    document.cookie,
  ]);
  expect(kept).toEqual([0, 0, 0, ""]);
  await close();

  const later = await visit({}, async () => {}, address.slice(inject("baseUrl").length), "#plan .tallies");
  expect(await later.page.locator("#act-sauvegarde-auto-day").inputValue()).toBe("2027-01-15");
  expect(await later.page.locator("#act-preuve-hds-done").isChecked()).toBe(true);
  expect(words(await later.page.locator("#plan .delay h3").first().innerText())).toBe(
    "Sous 30 jours avant le 22 décembre 2026",
  );
  await later.close();
});

it("is marked by keyboard alone: one stop per action, arrows choose", async () => {
  const { page, close } = await open();
  const focused = () => page.evaluate(() => document.querySelector("#plan")?.shadowRoot?.activeElement?.id ?? "");
  for (let presses = 0; presses < 60 && (await focused()) !== "act-sauvegarde-auto-todo"; presses++) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe("act-sauvegarde-auto-planned");
  expect(await figure(page, "all")).toContain("45,9");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("act-sauvegarde-auto-day");
  await close();
});

it("says what has to be done before an action, until that is marked", async () => {
  const { page, close } = await open();
  const before = page.locator("#act-point-direction .small");
  expect(words(await before.innerText())).toBe(
    "À faire avant : « Désigner un référent sécurité numérique et un suppléant ».",
  );
  await page.locator("#act-designer-referent").getByText("Prévue", { exact: true }).click();
  expect(await before.count()).toBe(0);
  await close();
});

it("saves a table and a calendar that others read, and asks for the calendar's code only then", async () => {
  const { page, requests, close } = await open(`&from=2026-11-22&done=${placeOf("act-preuve-hds")}`);
  expect(requests.filter((url) => url.includes("calendar-"))).toEqual([]);
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tableau (CSV)" }).click();
  const csv = await contentOf(await table);
  expect(csv.startsWith("\uFEFFRang;Action;")).toBe(true);
  expect(csv).toContain(";Faite;22/12/2026;");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Agenda (.ics)" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("plan-esms.ics");
  const ics = await contentOf(download);
  const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent");
  expect(events.length).toBe((csv.match(/;À faire;/g) ?? []).length);
  const uid = String(events[0]?.getFirstPropertyValue("uid"));
  expect(uid).toMatch(/^act-[a-z-]+\.[0-9a-f]{12}@diag-cyber-esms$/);
  expect(ics.replaceAll("\r\n ", "")).not.toContain(ssiad.split(".").at(-1));
  await page.getByText("Le fichier est enregistré dans vos téléchargements.").first().waitFor();
  await close();
});

it("says that a calendar could not be prepared, and prepares it once the page is loaded again", async () => {
  const { page, close } = await open("", {}, (fresh) => fresh.route(/calendar-/, (route) => route.abort()));
  await page.locator("#act-preuve-hds").getByText("Faite", { exact: true }).click();
  await page.getByRole("button", { name: "Agenda (.ics)" }).click();
  await page.getByText("Le fichier n’a pas pu être préparé").first().waitFor();
  expect(await page.locator("#act-preuve-hds-done").isChecked()).toBe(true);
  await page.unroute(/calendar-/);
  await page.reload();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Agenda (.ics)" }).click();
  expect(await contentOf(await saved)).toContain("BEGIN:VEVENT");
  expect(await page.locator("#act-preuve-hds-done").isChecked()).toBe(true);
  await close();
});

it("copies the letter to the provider, and says what to do where copying is not allowed", async () => {
  const { page, close } = await open("", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copier le texte" }).click();
  await page.getByText("Texte copié").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Bonjour,/);
  expect(copied).toContain("Quelle preuve avons-nous que l’hébergeur de nos dossiers est certifié HDS");
  expect(await page.getByRole("link", { name: "Ouvrir un courriel" }).getAttribute("href")).toMatch(
    /^mailto:\?subject=/,
  );
  await close();

  const refused = await open("", {}, (fresh) =>
    fresh.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
    }),
  );
  await refused.page.getByRole("button", { name: "Copier le texte" }).click();
  await refused.page.getByText("Sélectionnez le texte ou l’adresse").first().waitFor();
  await refused.close();
});

it("asks for a code when there is none, says what is wrong with one and keeps it, tries again when asked", async () => {
  let down = true;
  const { page, faults, close } = await visit(
    {},
    (fresh) => fresh.route(/api\/v1\/questionnaires/, (route) => (down ? route.abort() : route.continue())),
    "/plan",
    "#plan #code",
  );
  await page.locator("#code").fill(`${ssiad.slice(0, -1)}Z`);
  await page.getByRole("button", { name: "Ouvrir le plan" }).click();
  await page.getByText("Erreur : ce code contient une faute de frappe").waitFor();
  expect(await page.locator("#code").inputValue()).toBe(`${ssiad.slice(0, -1)}Z`);
  expect(await page.locator("#code").getAttribute("aria-invalid")).toBe("true");
  await page.locator("#code").fill(ssiad);
  await page.keyboard.press("Enter");
  await page.getByText("Le plan n’est pas arrivé").waitFor();
  down = false;
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.locator("#plan .tallies").waitFor();
  expect(faults).toEqual([]);
  await close();
});

it("opens the plan of an older version as that version made it", async () => {
  const { code, result } = firstVersion("SSIAD");
  expect(code).toMatch(/^esms\.1\.0\.0\./);
  const { page, requests, close } = await visit({}, async () => {}, `/plan#${code}`, "#plan .tallies");
  expect(requests.filter((url) => url.endsWith("/api/v1/questionnaires/esms/1.0.0")).length).toBe(1);
  expect(await figure(page, "today")).toContain(`${result.score}`.replace(".", ","));
  expect(await page.locator("#plan .act").count()).toBe(result.actions.length);
  await close();
});

it("shows actions without a score while the diagnostic is not finished", async () => {
  const { profile, answers } = example("SSIAD");
  const { "sauv-existence": kept = 0 } = answers;
  const { page, close } = await visit(
    {},
    async () => {},
    `/plan#${codeOf({ profile, answers: { "sauv-existence": kept } })}`,
    "#plan .act",
  );
  expect(words(await page.locator("#plan .screen").innerText())).toContain("Ce diagnostic n’est pas terminé");
  expect(await page.locator("#plan .tallies").count()).toBe(0);
  await page.locator("#plan .act").first().getByText("Prévue", { exact: true }).click();
  await close();
});

it("is whole without the drawing, and does not ask for it in forced colours", async () => {
  const cut = await open("", {}, (fresh) => fresh.route(/radar-/, (route) => route.abort()));
  await cut.page.locator("#act-sauvegarde-auto").getByText("Prévue", { exact: true }).click();
  expect(await cut.page.locator("#plan .drawing").isVisible()).toBe(false);
  expect(await cut.page.locator("#plan tbody tr").count()).toBe(questionnaire.domains.length);
  expect(cut.faults).toEqual([]);
  await cut.close();

  const forced = await open("", { forcedColors: "active" });
  await forced.page.locator("#act-sauvegarde-auto").getByText("Prévue", { exact: true }).click();
  await forced.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(forced.requests.filter((url) => url.includes("radar-"))).toEqual([]);
  expect(await forced.page.locator("#plan table").isVisible()).toBe(true);
  await forced.close();
});

it("does not move in the radar: it is drawn at once, whatever the preference for motion", async () => {
  const { page, close } = await open("", { reducedMotion: "reduce" });
  const first = await drawing(page);
  expect(await drawing(page)).toBe(first);
  await close();
});
