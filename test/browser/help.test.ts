/** Help in the plan: who can help under each action, the region that is known or chosen, and a request that only the director sends. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { codeOf } from "./diagnostic-code.ts";
import { example } from "./example.ts";
import { reachResult, words } from "./walk.ts";

const visit = useBrowser();
const ssiad = example("SSIAD");
const inDepartment = { ...ssiad, profile: { ...ssiad.profile, departement: "69" } };

const open = (rest = "", options = {}, before: (page: Page) => Promise<unknown> = async () => {}, of = ssiad) =>
  visit(options, before, `/plan#${codeOf(of)}${rest}`, "#plan .tallies");

const helpOn = (page: Page, action: string) =>
  page.locator(`#${action} .fold`, { has: page.locator(":scope > summary", { hasText: /Qui peut aider|Un service/ }) });

/** The words under an action, once its fold is open. */
async function said(page: Page, action: string): Promise<string> {
  await helpOn(page, action).locator("> summary").click();
  return words(await helpOn(page, action).innerText());
}

const hrefOf = async (page: Page) =>
  new URL((await page.getByRole("link", { name: "Ouvrir dans ma messagerie" }).getAttribute("href")) ?? "");
const bodyOf = async (page: Page) => words(await page.getByLabel("Message, à relire").inputValue());

describe("the services of the plan", () => {
  it("are the region's, then the national ones, with operator, audience, price, address and date", async () => {
    const { page, faults, close } = await open("&territory=ara");
    await helpOn(page, "act-exercice").or(helpOn(page, "act-point-direction")).first().waitFor();
    const text = await said(page, "act-point-direction");
    expect(text).toContain("Qui peut aider : GCS Sara, ANS");
    expect(text).toMatch(/Webinaires.*Auvergne-Rhône-Alpes.*Proposé par GCS Sara.*Pour qui Directions et référents/);
    expect(text).toMatch(/Prix Non connu : à demander Adresse à vérifier Vérifié le pas encore/);
    expect(text).toMatch(/GCS Sara.*Programme CaRE.*France entière.*esante\.gouv\.fr \(nouvel onglet\)/);
    expect(words(await page.locator("#act-inventaire").innerText())).toContain(
      "Aucun service connu pour cette action, ni dans votre région, ni au niveau national.",
    );
    expect(faults).toEqual([]);
    await close();
  });

  it("that are for others are shown as such, with whom they are for", async () => {
    const { page, close } = await open("&territory=ara");
    const text = await said(page, "act-mfa-dui");
    expect(text).toContain("Un service existe, mais pas pour votre profil");
    expect(text).toMatch(/HospiConnect.*Établissements de santé/);
    expect(await page.locator("#wish-act-mfa-dui + label").count()).toBe(1);
    await close();
  });

  it("follow the department of the profile, and the region that is chosen instead, which the address keeps", async () => {
    const { page, close } = await open("", {}, async () => {}, inDepartment);
    await page.getByLabel("Votre région").waitFor();
    expect(await page.getByLabel("Votre région").inputValue()).toBe("ara");
    await page.locator("#act-point-direction").getByText("Prévue", { exact: true }).click();
    await page.getByLabel("Votre région").selectOption("bre");
    await page.getByText("Aucun service propre à votre région").waitFor();
    expect(words(await page.locator("#plan [role=status]").innerText())).toBe(
      "Les services suivent la région choisie.",
    );
    expect(page.url()).toContain("&territory=bre");
    expect(await page.locator("#act-point-direction-planned").isChecked()).toBe(true);
    await page.reload();
    await page.getByText("Aucun service propre à votre région").waitFor();
    expect(await page.getByRole("link", { name: "Fiche de crise à afficher" }).getAttribute("href")).toContain(
      "territory=bre",
    );
    await close();
  });

  it("may not arrive: the plan is whole without them, and they are asked for again", async () => {
    let down = true;
    const { page, close } = await open("&territory=ara", {}, (fresh) =>
      fresh.route("**/api/v1/territories**", (route) => (down ? route.abort() : route.continue())),
    );
    await page.getByText("Les services ne sont pas tous arrivés").waitFor();
    await page.locator("#act-point-direction").getByText("Faite", { exact: true }).click();
    expect(await helpOn(page, "act-point-direction").count()).toBe(0);
    down = false;
    await page.unroute("**/api/v1/territories**");
    await page.getByRole("button", { name: "Redemander les services" }).click();
    await helpOn(page, "act-point-direction").waitFor();
    expect(await page.locator("#act-point-direction-done").isChecked()).toBe(true);
    await close();
  });

  it("come with the territory of the element that led here", async () => {
    const { page, close } = await visit({}, async () => {}, "/?territory=paca");
    await reachResult(page, ssiad);
    const opening = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "Agir sur ce plan (nouvel onglet)" }).click();
    const plan = await opening;
    await plan.getByLabel("Votre région").waitFor();
    expect(await plan.getByLabel("Votre région").inputValue()).toBe("paca");
    await close();
  });

  it("stand on paper and in the table", async () => {
    const { page, close } = await open("&territory=ara");
    await helpOn(page, "act-point-direction").waitFor();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tableau (CSV)" }).click();
    const csv = readFileSync(await (await saved).path(), "utf8");
    expect(csv.split("\r\n")[0]).toMatch(/;Qui peut aider$/);
    expect(words(csv)).toContain("espace de partage (GCS Sara) : à vérifier ; Programme CaRE");
    await page.emulateMedia({ media: "print" });
    expect(words(await page.locator("#plan .paper").innerText())).toContain("Qui peut aider : Webinaires");
    expect((await page.pdf()).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(6);
    await close();
  });
});

describe("the request for help", () => {
  it("says what is ticked and nothing else, opens in the person's own program, and sends nothing", async () => {
    const { page, requests, close } = await open("&territory=ara");
    await helpOn(page, "act-point-direction").waitFor();
    expect(await bodyOf(page)).not.toMatch(/sur 100|niveau|domicile|aidés pour/);
    const asked = requests.length;
    await helpOn(page, "act-point-direction").locator("> summary").click();
    await page.locator("#act-point-direction-wanted + label").click();
    expect(await page.locator("#wish-act-point-direction").isChecked()).toBe(true);
    await page.locator("#wish-service-ara-reseau + label").click();
    expect(await bodyOf(page)).toMatch(
      /aidés pour : - Tenir deux points de direction par an.* Ces services nous intéressent : - Webinaires/,
    );
    expect(await bodyOf(page)).not.toMatch(/39|niveau|Initial/);
    await page.locator("#wish-level + label").click();
    expect(await bodyOf(page)).toContain("Résultat déclaré : 39 sur 100, niveau 1, Initial");
    const mail = await hrefOf(page);
    expect(mail.protocol).toBe("mailto:");
    expect(decodeURIComponent(mail.search)).toContain("\r\n- Tenir deux points");
    expect(requests.length).toBe(asked);
    expect(page.url()).not.toContain("mailto");
    await close();
  });

  it("says whom to write to, what is known of them, and that an address is missing", async () => {
    const { page, close } = await open("&territory=paca");
    await page.locator("#to-grades").waitFor();
    const text = async () => words(await page.locator("#support").innerText());
    expect(await text()).toContain("Son adresse électronique n’est pas connue ici");
    expect(await text()).toContain("Sa page : iess.fr (nouvel onglet)");
    await page.locator("#to-crrc + label").click();
    expect(await text()).toContain("Ni sa page ni son téléphone ne sont connus ici. Cherchez « CRRC « CAPSI » »");
    expect((await hrefOf(page)).pathname).toBe("");
    await page.getByLabel("Votre région").selectOption("");
    await page.getByText("pour savoir à qui écrire").waitFor();
    await close();
  });

  it("goes to the address of a contact that has one", async () => {
    const { page, close } = await open("&territory=ara", {}, (fresh) =>
      fresh.route("**/api/v1/territories/ara", async (route) => {
        const real = await (await route.fetch()).json();
        const contacts = real.contacts.map((one: object) => ({
          ...one,
          email: "aide@exemple.fr",
          phone: "04 00 00 00 00",
        }));
        await route.fulfill({ json: { ...real, contacts } });
      }),
    );
    await page.getByText("Adresse électronique").waitFor();
    expect((await hrefOf(page)).pathname).toBe("aide@exemple.fr");
    expect(words(await page.locator("#support").innerText())).toContain("Téléphone : 04 00 00 00 00");
    await close();
  });

  it("keeps what was typed whatever is ticked next, until it is composed again", async () => {
    const { page, close } = await open("&territory=ara");
    await helpOn(page, "act-point-direction").waitFor();
    await page.getByLabel("Message, à relire").fill("Bonjour, appelez-nous.");
    await page.locator("#wish-act-point-direction + label").click();
    expect(await bodyOf(page)).toBe("Bonjour, appelez-nous.");
    expect(decodeURIComponent((await hrefOf(page)).search)).toContain("&body=Bonjour, appelez-nous.");
    await page.getByRole("button", { name: "Le recomposer d’après les cases" }).click();
    expect(await bodyOf(page)).toContain("Tenir deux points de direction");
    await close();
  });

  it("is copied by those without a mail program, and says when it is too long to open whole", async () => {
    const { page, close } = await open("&territory=ara", { permissions: ["clipboard-read", "clipboard-write"] });
    await helpOn(page, "act-point-direction").waitFor();
    await page.getByRole("button", { name: "Copier le message" }).click();
    await page.getByText("Message copié").first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Objet\u00A0: Demande d’accompagnement en sécurité numérique\n\nBonjour,/);
    expect(await page.getByText("Ce message est trop long").count()).toBe(0);
    for (const label of await page.locator("#support .wishes").first().locator("label").all()) await label.click();
    await page.getByText("Ce message est trop long").waitFor();
    expect(decodeURIComponent((await hrefOf(page)).search)).toContain("&body=(Collez ici le texte copié.)");
    await close();
  });
});
