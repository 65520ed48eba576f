/** The result page: what it says, what it draws, what it prints. */
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { example, questionnaire } from "./example.ts";
import { reachResult, withAnswers, words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");

it("says level, raw score, cap, threshold, alerts, domains, plan and what was not assessed", async () => {
  const { page, close } = await visit();
  await reachResult(page, example("SSIAD"));
  const text = words(await page.locator("diag-cyber-esms").evaluate((node) => node.shadowRoot?.textContent ?? ""));
  for (const said of [
    "39 sur 100",
    "Niveau 1 sur 4",
    "Sans plafond, votre score serait de",
    "Le score attendu d’une structure comme la vôtre est de 60 sur 100 : il n’est pas encore atteint.",
    "Indice de confiance : 89 %",
    "Hébergement de données de santé (L.1111-8 CSP)",
    "Que faire : Obtenir et vérifier le certificat HDS (sous 30 jours)",
    "Vos 3 premières actions",
    "Automatiser la sauvegarde de tout l’essentiel",
    "Sous 30 jours",
    "Sous 90 jours",
    "Ensuite :",
  ]) {
    expect(text).toContain(said);
  }
  expect(await page.locator("diag-cyber-esms .domains > li").count()).toBe(questionnaire.domains.length);
  expect(await page.locator("diag-cyber-esms .plan section > .lines > li").count()).toBe(12);
  await close();
});

it("says how it was worked out, why an action stands at its rank, and the shortest way to the next level", async () => {
  const { page, close } = await visit();
  await reachResult(page, ehpad);
  await page.getByText("Comment ce résultat est calculé").click();
  const why = words(await page.locator("diag-cyber-esms .verdict details").textContent());
  expect(why).toContain(
    "Sans plafond, le score serait de 67,7 ; il est limité à 59. En cause : « De quand date la dernière restauration",
  );
  expect(why).toContain("classe C, exposition 6");
  const first = words(await page.locator("diag-cyber-esms .action").first().textContent());
  expect(first).toContain("Rang 1 : elle lève le plafond de 59");
  const ways = page.locator("diag-cyber-esms section", { has: page.getByText("Le plus court chemin") }).last();
  const level = words(await ways.textContent());
  expect(level).toContain("Pour atteindre le niveau 3, « Maîtrisé »");
  expect(level).toContain("Une seule action suffit.");
  expect(words(await ways.locator("li").first().textContent())).toBe("Tester une restauration complète");
  await close();
});

it("opens official links in a new tab, says so, and shows an address to be checked as a name", async () => {
  const { page, close } = await visit();
  await reachResult(page, ehpad);
  const links = page.locator("diag-cyber-esms .body a");
  for (const link of await links.all()) {
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    expect(await link.textContent()).toContain("(nouvel onglet)");
  }
  expect(await links.count()).toBeGreaterThan(0);
  const unchecked = questionnaire.actions.flatMap(({ resources }) => resources).filter(({ url }) => url === null);
  const names = await links.allTextContents();
  for (const { label } of unchecked) expect(names).not.toContain(`${label} (nouvel onglet)`);
  await close();
});

it("calls a result provisional when too much is unknown, and says between what and what it lies", async () => {
  const { page, close } = await visit();
  const allowed = questionnaire.questions.filter((question) => question.unknownAllowed && question.id in ehpad.answers);
  const unknown = Object.fromEntries(allowed.slice(0, 20).map(({ id }) => [id, "nsp" as const]));
  await reachResult(page, withAnswers(ehpad, { ...unknown, "sauv-test": 3 }), "Votre résultat provisoire");
  const verdict = words(await page.locator("diag-cyber-esms .verdict").textContent());
  expect(verdict).toContain("Ce résultat est provisoire");
  expect(verdict).toMatch(/votre score se situe entre [\d,]+ et [\d,]+/);
  await close();
});

it("draws the radar once its code has arrived, with the table's figures", async () => {
  const { page, close } = await visit();
  await reachResult(page, ehpad);
  await page.waitForFunction(() => {
    const canvas = document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector("canvas");
    if (!canvas || canvas.width === 0) return false;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return Array.from(data).some((value) => value !== 0);
  });
  const canvas = page.locator("diag-cyber-esms canvas");
  expect(await canvas.getAttribute("role")).toBe("img");
  expect(words(await canvas.getAttribute("aria-label"))).toContain("Les mêmes chiffres figurent dans le tableau");
  const rows = await page.locator("diag-cyber-esms tbody tr").allInnerTexts();
  expect(rows.length).toBe(questionnaire.domains.length);
  expect(words(rows[0] ?? "")).toBe("1. Gouvernance et pilotage 75 85,7");
  expect(words(rows[6] ?? "")).toBe("7. Sauvegardes et restauration 61,4 95,5");
  await close();
});

it("is whole without the drawing when Chart.js cannot be fetched, and draws once the network is back", async () => {
  const { page, faults, close } = await visit({}, (fresh) => fresh.route(/radar-[^?]*$/, (route) => route.abort()));
  const refused = page.waitForEvent("requestfailed", (request) => request.url().includes("radar-"));
  await reachResult(page, ehpad);
  await refused;
  expect(await page.locator("diag-cyber-esms tbody tr").count()).toBe(questionnaire.domains.length);
  expect(await page.locator("diag-cyber-esms .plan").isVisible()).toBe(true);
  const drawing = page.locator("diag-cyber-esms .drawing");
  await drawing.waitFor({ state: "hidden" });
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await drawing.waitFor();
  expect(faults).toEqual([]);
  await close();
});

it("does not fetch the drawing in forced colours, where bars and table stand alone", async () => {
  const { page, requests, close } = await visit({ forcedColors: "active" });
  await reachResult(page, ehpad);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(requests.filter((url) => url.includes("radar-"))).toEqual([]);
  expect(await page.locator("diag-cyber-esms table").isVisible()).toBe(true);
  await close();
});

it("prints everything unfolded, without a button", async () => {
  const { page, close } = await visit();
  await reachResult(page, ehpad);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const button of await page.locator("diag-cyber-esms button").all()) expect(await button.isVisible()).toBe(false);
  expect(await page.locator("header").isVisible()).toBe(false);
  const folded = page.locator("diag-cyber-esms .plan > section details .body");
  expect(await folded.count()).toBeGreaterThan(0);
  for (const body of await folded.all()) expect(await body.isVisible()).toBe(true);
  await close();
});

it("tells the page around what happens, without an answer", async () => {
  const { page, close } = await visit({}, (fresh) =>
    fresh.addInitScript(() => {
      const told: [string, unknown][] = [];
      Object.assign(globalThis, { told });
      for (const name of ["ready", "start", "step", "error", "complete"]) {
        document.addEventListener(`diagcyber:${name}`, (event) => told.push([name, (event as CustomEvent).detail]));
      }
    }),
  );
  await reachResult(page, ehpad);
  const told = await page.evaluate(() => (globalThis as unknown as { told: [string, object][] }).told);
  const names = told.map(([name]) => name);
  expect(names.slice(0, 3)).toEqual(["ready", "start", "step"]);
  expect(names.filter((name) => name === "complete")).toEqual(["complete"]);
  for (const [, detail] of told)
    expect(Object.keys(detail).filter((key) => !["screen", "page"].includes(key))).toEqual([]);
  await close();
});
