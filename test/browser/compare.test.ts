/** `/comparer`: two dates, across versions; several establishments and their file. All in the page: nothing is sent. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { compareDates } from "../../questionnaires/engine/engine.ts";
import { overflow, violations } from "./axe.ts";
import { useBrowser } from "./browser.ts";
import { codeOf, diagnosticOf, modelOf } from "./codes.ts";
import { example, questionnaire, questionOf } from "./example.ts";
import { words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const later = { ...ehpad, answers: { ...ehpad.answers, "sauv-test": 4, "gouv-referent": 0 } };
const toComparer = () => visit({}, async () => {}, "/comparer");

async function compare(page: Page, before: string, after: string): Promise<void> {
  await page.locator("#code-before").fill(before);
  await page.locator("#code-after").fill(after);
  await page.getByRole("button", { name: "Comparer", exact: true }).click();
}

async function show(page: Page, text: string): Promise<void> {
  await page.locator("#lines").fill(text);
  await page.getByRole("button", { name: "Afficher côte à côte" }).click();
}

const outcome = (page: Page) => page.locator(".outcome").first();
const rowOf = async (page: Page, label: string) =>
  (
    await page
      .locator("tr", { has: page.locator(`th:text-is("${label}")`) })
      .first()
      .locator("td")
      .allTextContents()
  ).map(words);

describe("two dates", () => {
  it("of one version: both scores, each domain, actions gone and new, the answers that changed, in words", async () => {
    const { page, faults, requests, close } = await toComparer();
    await compare(page, codeOf(ehpad), `  ${inject("baseUrl")}/#code=${codeOf(later)}`);
    await outcome(page).waitFor();
    expect(await page.locator(".outcome h3").evaluate((node) => node.matches(":focus"))).toBe(true);
    const engine = compareDates(diagnosticOf(ehpad), diagnosticOf(later));
    const said = words(await outcome(page).textContent());
    expect(said).toContain("Premier diagnostic : 59 sur 100, niveau 2, Essentiel (questionnaire 1.1.0).");
    expect(said).not.toContain("deux versions");
    const figure = (score: number) => String(Math.round(score * 10) / 10).replace(".", ",");
    const [low = 0, high = 0] = engine.common.score ?? [];
    expect(said).toContain(`de ${figure(low)} à ${figure(high)} sur 100`);
    for (const { id, score } of engine.common.domains) {
      const label = questionnaire.domains.find((domain) => domain.id === id)?.label ?? id;
      const row = await rowOf(page, label);
      expect(row.slice(0, 2), label).toEqual((score ?? []).map(figure));
    }
    expect((await rowOf(page, "Gouvernance et pilotage"))[2]).toMatch(/^−\d/);
    expect((await rowOf(page, "Sauvegardes et restauration"))[2]).toMatch(/^\+\d/);
    expect(said).toContain("Faite ou devenue inutile depuis : une action");
    expect(said).toContain("Tester une restauration complète");
    expect(said).toContain("2 réponses ont changé");
    await page.getByText("2 réponses ont changé").click();
    const changes = (await page.locator(".changes li").allTextContents()).map(words);
    expect(changes[0]).toContain(words(questionOf("gouv-referent").label));
    expect(changes[0]).toContain("Recul");
    expect(changes[1]).toContain(`Avant${words(questionOf("sauv-test").options[0] ?? "")}`);
    expect(changes[1]).toContain("Progrès");
    expect(faults).toEqual([]);
    expect(requests.filter((url) => url.includes(codeOf(ehpad).slice(-12)))).toEqual([]);
    await close();
  });

  it("of two versions: says that the scores do not subtract, and compares what they share, in the order of the versions", async () => {
    const { page, close } = await toComparer();
    const older = modelOf("1.0.0");
    await compare(page, codeOf(later), codeOf(ehpad, older));
    await outcome(page).waitFor();
    const said = words(await outcome(page).textContent());
    expect(said).toContain("ils ont été pris dans l’ordre des versions");
    expect(said).toContain("deux versions du questionnaire, 1.0.0 puis 1.1.0 : leurs scores ne se soustraient pas");
    expect(said).toContain("Sur les 39 questions communes aux deux dates");
    expect(said).toContain("Non comparée, du second diagnostic : une question");
    await close();
  });

  it("says beside each field what is wrong with its code, keeps both, and goes to the first", async () => {
    const { page, close } = await toComparer();
    await compare(page, codeOf(ehpad), "bonjour");
    const error = page.locator("#code-after-error");
    await error.waitFor();
    expect(words(await error.textContent())).toContain("Erreur : Ce texte n’est pas un code de diagnostic complet.");
    expect(await page.locator("#code-after").evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(await page.locator("#code-before").inputValue()).toBe(codeOf(ehpad));
    expect(await page.locator(".outcome").count()).toBe(0);
    await compare(page, "", "");
    await page.locator("#code-before-error").waitFor();
    expect(await page.locator("#code-before").evaluate((node) => node.matches(":focus"))).toBe(true);
    await close();
  });

  it("says that the questionnaire could not be fetched, and compares once it can", async () => {
    const { page, close } = await visit(
      {},
      (fresh) => fresh.route("**/api/v1/questionnaires/**", (route) => route.abort()),
      "/comparer",
    );
    await compare(page, codeOf(ehpad), codeOf(later));
    await page.locator("#code-before-error").filter({ hasText: "n’a pas pu être chargée" }).waitFor();
    await page.unroute("**/api/v1/questionnaires/**");
    await page.getByRole("button", { name: "Comparer", exact: true }).click();
    await outcome(page).waitFor();
    await close();
  });
});

describe("several establishments", () => {
  const list = () =>
    [
      `Les Tilleuls ; ${codeOf(ehpad)}`,
      `=HYPERLINK("http://x")\t${codeOf(example("SSIAD"))}`,
      `Le Parc : ${inject("baseUrl")}/#code=${codeOf(ehpad, modelOf("1.0.0"), ["gouv-referent"])}`,
    ].join("\n");

  it("stand side by side, each by its own version; an incomplete one says how far it is known", async () => {
    const { page, requests, close } = await toComparer();
    await show(page, list());
    await page.locator(".frame").waitFor();
    expect((await page.locator(".frame tbody th").allTextContents()).map(words)).toEqual([
      "Les Tilleuls",
      '=HYPERLINK("http://x")',
      "Le Parc",
    ]);
    expect((await rowOf(page, "Les Tilleuls")).slice(0, 3)).toEqual(["59", "Essentiel", "70"]);
    expect((await rowOf(page, "Le Parc"))[0]).toMatch(/^de [\d,]+ à [\d,]+$/);
    expect(words(await page.locator(".outcome").textContent())).toContain("plusieurs versions du questionnaire");
    expect(requests.filter((url) => /Tilleuls|Parc/.test(decodeURIComponent(url)))).toEqual([]);
    await close();
  });

  it("go into a file for a spreadsheet, made in the page: mark, semicolons, decimal commas, no formula", async () => {
    const { page, faults, requests, close } = await toComparer();
    await show(page, list());
    await page.locator(".frame").waitFor();
    const asked = requests.length;
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Télécharger le tableau (CSV)" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("comparaison-diag-cyber.csv");
    const text = readFileSync(await download.path(), "utf8");
    expect(text.startsWith("\uFEFFÉtablissement;Version du questionnaire;Réponses;Questions;Score;")).toBe(true);
    const lines = text.split("\r\n");
    expect(lines[1]).toMatch(/^Les Tilleuls;1\.1\.0;40;40;59;59;59;Essentiel;70;0;\d+(,\d+)?;/);
    expect(lines[2]).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)";/);
    expect(lines[3]).toMatch(/^Le Parc;1\.0\.0;1;40;;/);
    expect(requests.slice(asked).filter((url) => !url.startsWith("blob:"))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("say which line is wrong, and show the others", async () => {
    const { page, close } = await toComparer();
    await show(page, `Les Tilleuls ; ${codeOf(ehpad)}\nLe Parc ; ${codeOf(ehpad).slice(0, -2)}`);
    await page.locator("#lines-error").waitFor();
    expect(words(await page.locator("#lines-error").textContent())).toContain("Ligne 2 : Ce code contient une erreur");
    expect(await page.locator(".frame tbody tr").count()).toBe(1);
    await show(page, " ");
    await page.locator("#lines-error").filter({ hasText: "Écrivez au moins une ligne" }).waitFor();
    await close();
  });
});

it("prints the outcome without its forms, unfolded, in the width of the sheet", async () => {
  const { page, close } = await toComparer();
  await compare(page, codeOf(ehpad), codeOf(later));
  await outcome(page).waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("form:visible").count()).toBe(0);
  expect(await page.locator("button:visible").count()).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator("details:not([open])").count()).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator("details[open]").count()).toBe(0);
  await close();
});

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
] as const)("at $width pixels, $colorScheme", ({ width, colorScheme }) => {
  it("has nothing for axe to say, nothing sideways but the table in its frame, targets of 44 pixels", async () => {
    const { page, close } = await visit({ viewport: { width, height: 800 }, colorScheme }, async () => {}, "/comparer");
    const found: string[] = [];
    const look = async (screen: string) => {
      for (const violation of await violations(page)) found.push(`${screen} — ${violation}`);
      if ((await overflow(page)) > 0) found.push(`${screen} — sideways`);
    };
    await look("empty");
    await compare(page, codeOf(ehpad, modelOf("1.0.0")), "truc");
    await page.locator("#code-after-error").waitFor();
    await look("error");
    await compare(page, codeOf(ehpad, modelOf("1.0.0")), codeOf(later));
    await outcome(page).waitFor();
    await page.locator("summary").evaluateAll((all) => {
      for (const one of all) one.parentElement?.setAttribute("open", "");
    });
    await show(page, `Les Tilleuls ; ${codeOf(ehpad)}\n${codeOf(later)}`);
    await page.locator(".frame").waitFor();
    await look("outcomes");
    const heights = await page
      .locator("[data-tool] :is(button, summary, textarea):visible")
      .evaluateAll((all) => all.map((node) => node.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(found).toEqual([]);
    await close();
  });
});
