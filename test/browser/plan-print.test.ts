/** The plan and the crisis sheet on paper: A4, whole actions, grey enough, one page to pin. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { codeOf } from "./diagnostic-code.ts";
import { type Example, example, questionnaire } from "./example.ts";
import { withAnswers, words } from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const unknown = questionnaire.questions.map(({ id, unknownAllowed }) => [id, unknownAllowed ? "nsp" : 0] as const);
/** The longest plan there is, or nearly. */
const lost = withAnswers(ehpad, Object.fromEntries(unknown));

async function pages(page: Page): Promise<{ count: number; sizes: readonly string[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return {
    count: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    sizes: [...new Set(sizes.map(([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`))],
  };
}

/** A4 in points, as PDF counts: 595.28 × 841.89; browsers round to their own pixels. */
const A4 = /^59[56]×84[12]$/;

it.each([
  ["of the example", ehpad, 6],
  ["when nothing is known", lost, 8],
] as const)("prints the plan %s on few pages of A4, each action whole and readable in grey", async (_, one, most) => {
  const { page, close } = await visit(
    { colorScheme: "dark" },
    async () => {},
    `/plan#${codeOf(one)}`,
    "#plan .tallies",
  );
  const { count, sizes } = await pages(page);
  expect(count).toBeGreaterThan(1);
  expect(count).toBeLessThanOrEqual(most);
  expect(sizes.length).toBe(1);
  expect(sizes[0]).toMatch(A4);
  await page.setViewportSize({ width: 680, height: 1009 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const faults = await page.locator("#plan .sheet-action").evaluateAll((all) =>
    all.flatMap((action) => {
      const { breakInside } = getComputedStyle(action);
      const { height, right } = action.getBoundingClientRect();
      const flexible = [action, action.parentElement, action.parentElement?.parentElement].filter(
        (node) => node && getComputedStyle(node).display !== "block",
      );
      const channels = [...action.querySelectorAll("*"), action].flatMap((node) =>
        (getComputedStyle(node).color.match(/\d+/g) ?? []).slice(0, 3).map(Number),
      );
      // Anything darker than this stands at 7:1 on white, printed in grey too.
      const pale = channels.some((channel) => channel > 89);
      return breakInside !== "avoid" || height > 300 || right > 681 || flexible.length > 0 || pale
        ? [`${action.textContent?.slice(0, 40)}: ${breakInside} ${height} ${right} ${flexible.length} ${pale}`]
        : [];
    }),
  );
  expect(faults).toEqual([]);
  expect(await page.locator("#plan .sheet-action").count()).toBeGreaterThan(5);
  for (const hidden of ["header", "footer", "main > h1", "#plan .screen"]) {
    expect(await page.locator(hidden).first().isVisible()).toBe(false);
  }
  await close();
});

it("prints what is done and planned in words, with a line for whoever takes each action on", async () => {
  const place = (id: string) => questionnaire.actions.findIndex((action) => action.id === id) + 1;
  const marks = `&from=2026-11-22&done=${place("act-test-restauration")}&planned=${place("act-mises-a-jour")}~2027-01-15`;
  const { page, close } = await visit({}, async () => {}, `/plan#${codeOf(ehpad)}${marks}`, "#plan .tallies");
  expect(await page.locator("#plan .paper").isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  const text = words(await page.locator("#plan .paper").innerText());
  expect(text).toContain("Tester une restauration complète (faite)");
  expect(text).toContain("(prévue pour le 15 janvier 2027)");
  expect(text).toContain("Sous 30 jours, avant le 22 décembre 2026");
  expect(text).toMatch(
    /Score du diagnostic : 59 sur 100\. Une fois réalisé ce qui est prévu : [\d,]+\. Score attendu : 70\./,
  );
  expect(text).toContain("Responsable : Fait le :");
  await close();
});

const region = {
  contacts: [
    {
      kind: "emergency",
      name: "CRRC Auvergne-Rhône-Alpes",
      verified: true,
      phone: null,
      purpose: "être assisté à toute heure, avec une intervention en moins de 24 heures",
    },
    {
      kind: "emergency",
      name: "Second centre de la région",
      verified: true,
      phone: "04 00 00 00 00",
      purpose: "être assisté",
    },
    { kind: "authority", name: "ARS Auvergne-Rhône-Alpes", verified: true, phone: null, purpose: "prévenir" },
  ],
};
const list = { territories: [{ code: "ara", name: "Auvergne-Rhône-Alpes", region: "84" }] };

describe("the crisis sheet", () => {
  /** Every line that a profile can have, or nearly. */
  const fullest: Example = {
    ...ehpad,
    answers: {},
    profile: {
      ...ehpad.profile,
      hebergement: "mixte",
      equipements: ["dm", "appel_malade", "video"],
      wifi_public: "oui",
      mobilite: "quotidienne",
      rattachement: "og",
      informatique: "prestataire",
    },
  };
  const territories = async (page: Page) => {
    await page.route("**/api/v1/territories", (route) => route.fulfill({ json: list }));
    await page.route("**/api/v1/territories/ara", (route) => route.fulfill({ json: region }));
  };

  it.each([
    ["of an EHPAD", `/crise#${codeOf(ehpad)}`],
    ["of the fullest profile, with its region", `/crise#${codeOf(fullest)}&territory=ara`],
    ["that suits everybody", "/crise"],
  ])("%s is one page of A4, exactly", async (_, path) => {
    const { page, close } = await visit({}, territories, path, ".sheet");
    const { count, sizes } = await pages(page);
    expect(count).toBe(1);
    expect(sizes[0]).toMatch(A4);
    await close();
  });

  it("says whom to call in order, with the numbers that are known and a line for the others", async () => {
    const { page, requests, faults, close } = await visit({}, territories, `/crise#${codeOf(ehpad)}`, ".sheet");
    const said = async () => words(await page.locator(".sheet .call").innerText());
    expect(await said()).toMatch(/Direction.*CERT Santé, 09 72 43 91 25.*17Cyber, 17cyber\.gouv\.fr.*ARS/);
    expect(await page.locator(".sheet .call .blank").count()).toBeGreaterThan(2);
    await page.getByLabel("Votre région").selectOption("ara");
    await page.getByText("CRRC Auvergne-Rhône-Alpes").waitFor();
    expect(await said()).toMatch(/CRRC Auvergne-Rhône-Alpes.*CERT Santé.*ARS Auvergne-Rhône-Alpes/);
    expect(words(await page.locator("[role=status]").innerText())).toBe("La fiche suit la région choisie.");
    expect(page.url()).toContain("territory=ara");
    await page.getByRole("link", { name: "Revenir au plan" }).click();
    await page.locator("#plan .tallies").waitFor();
    expect(page.url()).toContain("territory=ara");
    expect(requests.filter((url) => url.replace(/#.*/, "").includes(codeOf(ehpad)))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("finds the region by the department of the profile, and takes its real contacts", async () => {
    const there = { ...ehpad, profile: { ...ehpad.profile, departement: "69" } };
    const { page, close } = await visit({}, async () => {}, `/crise#${codeOf(there)}`, ".sheet");
    expect(await page.getByLabel("Votre région").inputValue()).toBe("ara");
    const said = words(await page.locator(".sheet .call").innerText());
    expect(said).toMatch(/CRRC Auvergne-Rhône-Alpes.*CERT Santé.*ARS Auvergne-Rhône-Alpes/);
    expect((await pages(page)).count).toBe(1);
    await close();
  });

  it("is still there, general, when a code opens nothing and no territory answers", async () => {
    const { page, close } = await visit(
      {},
      (fresh) => fresh.route("**/api/**", (route) => route.abort()),
      "/crise#rien",
      ".sheet",
    );
    expect(words(await page.locator(".around").innerText())).toContain("Le diagnostic n’a pas pu être lu");
    expect(await page.getByLabel("Votre région").count()).toBe(0);
    expect(words(await page.locator(".sheet").innerText())).toContain("Informatique (service ou prestataire)");
    await close();
  });
});
