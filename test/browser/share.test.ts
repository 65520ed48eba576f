/** The room of codes: a diagnostic leaves in a code, comes back from it, is kept only where the person asks; no server sees it. */
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { overflow, violations } from "./axe.ts";
import { useBrowser } from "./browser.ts";
import { codeOf, displayedOf, modelOf } from "./codes.ts";
import { type Example, example, questionnaire, questionOf } from "./example.ts";
import {
  answerStep,
  answerUntil,
  fillProfile,
  heading,
  next,
  onScreen,
  questionsOnStep,
  reachFlash,
  words,
} from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const core = displayedOf(ehpad).filter((id) => questionOf(id).core);
const TITLE = "Reprendre plus tard ou partager";

const room = (page: Page) => page.getByRole("button", { name: TITLE });
const codeShown = (page: Page) => page.locator("#share-code").inputValue();
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const nothing = async () => {};

async function openRoom(page: Page): Promise<void> {
  await room(page).click();
  await onScreen(page, TITLE);
  await page.locator("#share-open").waitFor();
}

async function openCode(page: Page, text: string): Promise<void> {
  await page.locator("#share-open").fill(text);
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
}

/** The title of the step that asks this question of a diagnostic. */
async function expectStepWith(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}-field"]`).waitFor();
}

describe("the code", () => {
  it("of a diagnostic in progress is that of the engine, opens from a first result, a step, and a result", async () => {
    const { page, faults, close } = await visit();
    await reachFlash(page, ehpad);
    await openRoom(page);
    expect(await codeShown(page)).toBe(codeOf(ehpad, modelOf(), core));
    expect(await page.locator("#share-link").inputValue()).toBe(`${inject("baseUrl")}/#code=${await codeShown(page)}`);
    await page.getByRole("button", { name: "Précédent" }).click();
    await onScreen(page, "Votre premier résultat");
    await next(page);
    await page.locator("diag-cyber-esms .progress").waitFor();
    await answerStep(page, ehpad.answers);
    const here = await questionsOnStep(page);
    await openRoom(page);
    expect(await codeShown(page)).toBe(codeOf(ehpad, modelOf(), [...core, ...here]));
    await page.goBack();
    await expectStepWith(page, here[0] ?? "");
    expect(await page.locator(`[id="${here[0]}-field"] input:checked`).count()).toBe(1);
    await answerUntil(page, ehpad.answers, "Votre résultat");
    await openRoom(page);
    expect(await codeShown(page)).toBe(codeOf(ehpad));
    expect(faults).toEqual([]);
    await close();
  });

  it("is copied by its button, which says so; where copying is refused, it is selected", async () => {
    const { page, close } = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
    await reachFlash(page, ehpad);
    await openRoom(page);
    const copy = page.locator(".copy", { has: page.locator("#share-code") });
    await copy.getByRole("button", { name: "Copier" }).click();
    await copy.getByText("Copié.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await codeShown(page));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    const link = page.locator(".copy", { has: page.locator("#share-link") });
    await link.getByRole("button", { name: "Copier" }).click();
    await link.getByText("La copie est bloquée ici.").waitFor();
    const selected = await page.locator("#share-link").evaluate((field: HTMLTextAreaElement) => field.selectionEnd);
    expect(selected).toBe((await page.locator("#share-link").inputValue()).length);
    await close();
  });

  it("is drawn as a QR code that a reader finds in the picture, in the dark too", async () => {
    const { page, close } = await visit({ colorScheme: "dark" });
    await reachFlash(page, ehpad);
    await openRoom(page);
    const picture = page.locator("svg.qr");
    expect(await picture.getAttribute("role")).toBe("img");
    expect(await picture.getAttribute("aria-label")).toContain("QR");
    const png = (await picture.screenshot()).toString("base64");
    const { data, width, height } = await page.evaluate(async (source) => {
      const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      return { data: [...pixels], width: image.width, height: image.height };
    }, png);
    const read = createRequire(import.meta.url)("jsqr") as typeof import("jsqr").default;
    expect(read(Uint8ClampedArray.from(data), width, height)?.data).toBe(
      await page.locator("#share-link").inputValue(),
    );
    await close();
  });
});

describe("opening a code", () => {
  it("resumes at the first unanswered question, from the start screen", async () => {
    const { page, requests, close } = await visit();
    await page.getByRole("button", { name: "J’ai un code ou un lien" }).click();
    await onScreen(page, TITLE);
    const answered = core.slice(0, 5);
    const code = codeOf(ehpad, modelOf(), answered);
    await openCode(page, code);
    await page.locator("diag-cyber-esms .progress").waitFor();
    const here = await questionsOnStep(page);
    expect(here.some((id) => !answered.includes(id))).toBe(true);
    for (const id of here.filter((one) => answered.includes(one))) {
      expect(await page.locator(`[id="${id}-field"] input:checked`).count(), id).toBe(1);
    }
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(requests.filter((url) => url.includes(code.slice(-12)))).toEqual([]);
    await close();
  });

  it("from a link: the fragment never leaves the browser, nor stays in its address", async () => {
    const code = codeOf(ehpad);
    const { page, requests, close } = await visit({}, nothing, "/comparer");
    await page.goto(`${inject("baseUrl")}/#code=${code}`);
    await onScreen(page, "Votre résultat");
    expect(await page.locator("diag-cyber-esms .score").first().textContent()).toBe("59");
    expect(page.url()).toBe(`${inject("baseUrl")}/`);
    await page.waitForLoadState("networkidle");
    expect(requests.length).toBeGreaterThan(4);
    expect(requests.filter((url) => url.includes(code.slice(-12)))).toEqual([]);
    await close();
  });

  it("from a link followed while a diagnostic is under way: asks before anything is replaced", async () => {
    const { page, close } = await visit();
    await reachFlash(page, ehpad);
    const other = codeOf({ ...ehpad, answers: { ...ehpad.answers, "sauv-test": 4 } });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `code=${other}`);
    const review = page.locator("[data-review]");
    await review.waitFor();
    expect(await review.evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(words(await review.textContent())).toContain("Il prendra la place des réponses de cette page.");
    await page.getByRole("button", { name: "Garder les réponses de cette page" }).click();
    expect(await codeShown(page)).toBe(codeOf(ehpad, modelOf(), core));
    await openCode(page, other);
    await page.getByRole("button", { name: "Remplacer par ce diagnostic" }).click();
    await onScreen(page, "Votre résultat");
    await openRoom(page);
    expect(await codeShown(page)).toBe(other);
    await close();
  });

  it("of an older version: says what is kept and what is asked again and why, then asks it", async () => {
    const old = { ...ehpad, answers: { ...ehpad.answers, "conf-registre": 4 } };
    const { page, requests, close } = await visit({}, nothing, `/#code=${codeOf(old, modelOf("1.0.0"))}`);
    const review = page.locator("[data-review]");
    await review.waitFor();
    const said = words(await review.textContent());
    expect(said).toContain(
      "version 1.0.0 du questionnaire ; il est repris dans la version 1.1.0. Réponses gardées : 39.",
    );
    expect(said).toContain("Questions à reposer : 1");
    expect(said).toContain(words(questionOf("conf-registre").label));
    expect(said).toContain("l’échelle a changé");
    expect(requests.filter((url) => url.endsWith("/questionnaires/esms/1.0.0")).length).toBe(1);
    await page.getByRole("button", { name: "Ouvrir ce diagnostic" }).click();
    await expectStepWith(page, "conf-registre");
    expect(await page.locator('[id="conf-registre-field"] input:checked').count()).toBe(0);
    await close();
  });

  it.each([
    ["nothing", "", "n’est pas un code de diagnostic complet"],
    ["a wrong text", "bonjour à tous", "n’est pas un code de diagnostic complet"],
    ["a truncated code", codeOf(ehpad).slice(0, -3), "il en manque un morceau"],
    ["the code of another questionnaire", "autre.1.0.0.ABCDEFGHJK", "contient une erreur"],
    ["a code of no version that exists", "esms.9.9.9.1YN4V08", "contient une erreur"],
  ])("refuses %s in plain French, keeps the text and what is in the page", async (_, text, sentence) => {
    const { page, close } = await visit();
    await fillProfile(page, ehpad);
    await next(page);
    await page.locator("diag-cyber-esms .progress").waitFor();
    await answerStep(page, ehpad.answers);
    await openRoom(page);
    const before = await codeShown(page);
    await openCode(page, text);
    await page.locator("#share-open-error").filter({ hasText: sentence }).waitFor();
    expect(words(await page.locator("#share-open-error").textContent())).toMatch(/^Erreur : /);
    expect(await page.locator("#share-open").evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(await page.locator("#share-open").getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#share-open").inputValue()).toBe(text);
    expect(await codeShown(page)).toBe(before);
    await close();
  });

  it("says that an older version could not be fetched, and opens it once the server answers", async () => {
    const { page, close } = await visit({}, (fresh) =>
      fresh.route("**/api/v1/questionnaires/esms/1.0.0", (route) => route.abort()),
    );
    await page.getByRole("button", { name: "J’ai un code ou un lien" }).click();
    await openCode(page, codeOf(ehpad, modelOf("1.0.0")));
    await page.locator("#share-open-error").filter({ hasText: "cette version n’a pas pu être chargée" }).waitFor();
    await page.unroute("**/api/v1/questionnaires/esms/1.0.0");
    await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
    await page.locator("[data-review]").waitFor();
    await close();
  });

  it("says that the tool did not come, without losing anything, and opens it after « Réessayer »", async () => {
    const { page, close } = await visit({}, (fresh) => fresh.route("**/tool-share-*", (route) => route.abort()));
    await reachFlash(page, ehpad);
    await room(page).click();
    await onScreen(page, "La suite n’est pas arrivée");
    await page.unroute("**/tool-share-*");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await onScreen(page, TITLE);
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(await codeShown(page)).toBe(codeOf(ehpad, modelOf(), core));
    await close();
  });
});

describe("this device", () => {
  const keep = (page: Page) => page.locator('label[for="share-keep"]');

  it("keeps nothing unless asked, then the code and the day alone, written again at each change", async () => {
    const { page, close } = await visit();
    await reachFlash(page, ehpad);
    await openRoom(page);
    expect(await page.locator("#share-keep").isChecked()).toBe(false);
    expect(await kept(page)).toBe("{}");
    await keep(page).click();
    await page.getByText("Enregistré sur cet appareil. Chaque nouvelle réponse").waitFor();
    const stored = async () => Object.values(JSON.parse(await kept(page)) as Record<string, string>);
    expect(await stored()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d esms\.1\.1\.0\.\w+$/)]);
    await page.getByRole("button", { name: "Précédent" }).click();
    await next(page);
    await page.locator("diag-cyber-esms .progress").waitFor();
    await answerStep(page, ehpad.answers);
    const here = await questionsOnStep(page);
    expect((await stored())[0]?.split(" ")[1]).toBe(codeOf(ehpad, modelOf(), [...core, ...here]));
    await close();
  });

  it("offers what it kept at the next opening, resumes it, goes on keeping it, and lets the page go without a warning", async () => {
    const { page, close } = await visit();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    await reachFlash(page, ehpad);
    await openRoom(page);
    await keep(page).click();
    await page.getByText("Enregistré sur cet appareil. Chaque").waitFor();
    await page.reload();
    expect(dialogs).toEqual([]); // nothing would be lost
    await page.getByRole("button", { name: /^Reprendre le diagnostic du \d/ }).click();
    await expectStepWith(page, displayedOf(ehpad).find((id) => !core.includes(id)) ?? "");
    await answerStep(page, ehpad.answers);
    await page.reload();
    await page.getByRole("button", { name: /^Reprendre le diagnostic du \d/ }).click();
    await page.locator("diag-cyber-esms .progress").waitFor();
    await openRoom(page);
    expect((await codeShown(page)).length).toBeGreaterThan(codeOf(ehpad, modelOf(), core).length - 1);
    expect(await page.locator("#share-keep").isChecked()).toBe(true);
    expect(await kept(page)).toContain(await codeShown(page));
    await close();
  });

  it("forgets when asked: from the offer, from the room, and when the diagnostic is started again", async () => {
    const { page, close } = await visit();
    page.on("dialog", (dialog) => void dialog.accept());
    await reachFlash(page, ehpad);
    await openRoom(page);
    await keep(page).click();
    await page.getByRole("button", { name: "Effacer de cet appareil" }).click();
    await page.getByText("Effacé de cet appareil.").waitFor();
    expect(await kept(page)).toBe("{}");
    expect(await page.locator("#share-keep").isChecked()).toBe(false);

    await keep(page).click();
    await page.getByRole("button", { name: "Effacer de cet appareil" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Effacer", exact: true }).click();
    await page.getByText("Effacé de cet appareil.").waitFor();
    expect(await kept(page)).toBe("{}");

    await reachFlash(page, ehpad);
    await openRoom(page);
    await keep(page).click();
    await page.getByRole("button", { name: "Effacer de cet appareil" }).waitFor();
    await page.getByRole("button", { name: "Précédent" }).click();
    await page.getByRole("button", { name: "Nouveau diagnostic" }).click();
    await page.getByRole("button", { name: "Effacer et recommencer" }).click();
    await onScreen(page, "Où en est la cybersécurité");
    expect(await kept(page)).toBe("{}");
    await close();
  });

  it("does not let a new diagnostic take the place of the one it keeps before that is asked for", async () => {
    const { page, close } = await visit();
    page.on("dialog", (dialog) => void dialog.accept());
    await reachFlash(page, ehpad);
    await openRoom(page);
    await keep(page).click();
    await page.getByRole("button", { name: "Effacer de cet appareil" }).waitFor();
    const before = await kept(page);
    await page.reload();
    await fillProfile(page, example("SSIAD"));
    expect(await kept(page)).toBe(before);
    await close();
  });

  it("says when the browser refuses", async () => {
    const { page, close } = await visit({}, (fresh) =>
      fresh.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
    );
    await reachFlash(page, ehpad);
    await openRoom(page);
    await keep(page).click();
    await page.getByText("Ce navigateur refuse d’enregistrer. Copiez plutôt le code.").waitFor();
    expect(await page.locator("#share-keep").isChecked()).toBe(false);
    await close();
  });
});

it("says honestly that an unfinished profile has no code", async () => {
  const { page, close } = await visit();
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.locator("#categorie").selectOption("500");
  await page.getByRole("button", { name: "Précédent" }).click();
  await page.getByRole("button", { name: "J’ai un code ou un lien" }).click();
  await page.getByText("Le profil n’est pas terminé").waitFor();
  expect(await page.locator("#share-code").count()).toBe(0);
  await close();
});

it("never loses an answer silently: Back goes from screen to screen with every answer, leaving is asked first", async () => {
  const { page, close } = await visit();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.dismiss();
  });
  await reachFlash(page, ehpad);
  await page.goBack();
  await page.locator("diag-cyber-esms .progress").waitFor();
  for (const id of await questionsOnStep(page)) {
    expect(await page.locator(`[id="${id}-field"] input:checked`).count(), id).toBe(1);
  }
  while (words(await heading(page).textContent()) !== "Où en est la cybersécurité de votre structure ?") {
    const before = page.locator("diag-cyber-esms [data-heading]");
    const title = await before.textContent();
    await page.goBack();
    await page.waitForFunction(
      (seen) =>
        document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector("[data-heading]")?.textContent !== seen,
      title,
    );
  }
  await page.evaluate(() => location.assign("about:blank")).catch(nothing);
  await expect.poll(() => dialogs).toEqual(["beforeunload"]);
  await page.goForward();
  await onScreen(page, "Votre structure");
  expect(await page.locator("#categorie").inputValue()).toBe(String(ehpad.profile.categorie));
  await close();
});

it("stays where it is when the link that skips to the content is followed", async () => {
  const { page, close } = await visit();
  await fillProfile(page, ehpad);
  await next(page);
  await page.locator("diag-cyber-esms .progress").waitFor();
  const [first] = await questionsOnStep(page);
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>("a.skip")?.click());
  await expect.poll(() => page.url()).toContain("#main");
  await expectStepWith(page, first ?? "");
  await close();
});

it("comes even when the code of the questions had to be asked for twice", async () => {
  const { page, close } = await visit({}, (fresh) => fresh.route("**/journey-*", (route) => route.abort()));
  await page.getByRole("button", { name: "J’ai un code ou un lien" }).click();
  await onScreen(page, "La suite n’est pas arrivée");
  await page.unroute("**/journey-*");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await onScreen(page, TITLE);
  await close();
});

it("asks before it is left when it stands in another page too, and leaves that page's history and fragment alone", async () => {
  const { page, close } = await visit(
    {},
    (fresh) =>
      fresh.route(`${inject("baseUrl")}/`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace("<diag-cyber-esms history", "<diag-cyber-esms");
        await route.fulfill({ response, body });
      }),
    `/#code=${codeOf(ehpad)}`,
  );
  await onScreen(page, "Où en est la cybersécurité"); // the fragment of a host is not ours
  expect(page.url()).toContain("#code=");
  const entries = await page.evaluate(() => history.length);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await fillProfile(page, ehpad);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.reload();
  expect(dialogs).toEqual(["beforeunload"]);
  await close();
});

it("hands a domain over: the message opens its questions, counts what is left, and ends with a code to send back", async () => {
  const { page, close } = await visit();
  await reachFlash(page, ehpad);
  await openRoom(page);
  await page.locator("#share-domain").selectOption("sauvegardes");
  const message = words(await page.locator("#share-message").inputValue());
  const label = questionnaire.domains.find(({ id }) => id === "sauvegardes")?.label ?? "";
  expect(message).toContain(`« ${label} »`);
  const link = /http\S+/.exec(message)?.[0] ?? "";
  await close();

  const provider = await visit({}, nothing, link.replace(inject("baseUrl"), ""));
  const other = provider.page;
  const review = other.locator("[data-review]");
  await review.waitFor();
  expect(words(await review.textContent())).toContain(`les questions du domaine « ${label} »`);
  await other.getByRole("button", { name: "Ouvrir ce diagnostic" }).click();
  await other.locator("diag-cyber-esms .progress").waitFor();
  const mine = displayedOf(ehpad).filter((id) => questionOf(id).domain === "sauvegardes");
  const open = mine.filter((id) => !core.includes(id));
  expect((await questionsOnStep(other)).every((id) => open.includes(id))).toBe(true);
  await openRoom(other);
  await other.getByText(`encore sans réponse : ${open.length} sur ${mine.length}.`).waitFor();
  for (;;) {
    const go = other.getByRole("button", { name: "Répondre à ces questions" });
    if ((await go.count()) === 0) break;
    await go.click();
    await other.locator("diag-cyber-esms .progress").waitFor();
    await answerStep(other, ehpad.answers);
    await openRoom(other);
  }
  await other.getByText("Toutes les questions de ce domaine ont une réponse.").waitFor();
  const returned = codeOf(ehpad, modelOf(), [...core, ...mine]);
  expect(await codeShown(other)).toBe(returned);
  await provider.close();
});

it("is not asked for during a plain journey", async () => {
  const { page, requests, close } = await visit();
  await reachFlash(page, ehpad);
  await next(page);
  await answerUntil(page, ehpad.answers, "Votre résultat");
  const tools = () => requests.filter((url) => url.includes("/tool-"));
  expect(tools()).toEqual([]);
  await page.getByRole("button", { name: "Contribuer anonymement" }).click();
  await onScreen(page, "Contribuer anonymement");
  expect(tools().filter((url) => !url.includes("/tool-send-"))).toEqual([]); // to contribute is a choice: its files come then
  await close();
});

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
] as const)("at $width pixels, $colorScheme", ({ width, colorScheme }) => {
  it("shows the room, an error and a review without anything for axe to say, nor anything sideways", async () => {
    const old: Example = { ...ehpad, answers: { ...ehpad.answers, "conf-registre": 4 } };
    const link = `/#code=${codeOf(old, modelOf("1.0.0"))}`;
    const { page, close } = await visit({ viewport: { width, height: 800 }, colorScheme }, nothing, link);
    const found: string[] = [];
    const look = async (screen: string) => {
      for (const violation of await violations(page)) found.push(`${screen} — ${violation}`);
      if ((await overflow(page)) > 0) found.push(`${screen} — sideways`);
    };
    await page.locator("[data-review]").waitFor();
    await look("review");
    await page.getByRole("button", { name: "Ouvrir ce diagnostic" }).click();
    await expectStepWith(page, "conf-registre");
    await openRoom(page);
    await page.locator('label[for="share-keep"]').click();
    await look("room");
    await openCode(page, "truc");
    await page.locator("#share-open-error").filter({ hasText: "Erreur" }).waitFor();
    await look("error");
    expect(found).toEqual([]);
    await close();
  });
});
