/** The steps of questions: what is offered, what is deduced, what is refused, and that nothing answered is lost. */
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { example, questionnaire, questionOf } from "./example.ts";
import {
  answerStep,
  answerUntil,
  check,
  fillProfile,
  heading,
  leaveStep,
  next,
  onScreen,
  questionsOnStep,
  reachFlash,
  reachResult,
  withAnswers,
  words,
} from "./walk.ts";

const visit = useBrowser();
const ehpad = example("EHPAD");
const ssiad = example("SSIAD");

it("asks the core questions first, by domain, at most four at a time, with an honest counter", async () => {
  const { page, close } = await visit();
  await fillProfile(page, ehpad);
  await next(page);
  const core = questionnaire.questions.filter((question) => question.core).map(({ id }) => id);
  let asked = 0;
  for (;;) {
    await page.locator("diag-cyber-esms .progress").waitFor();
    const ids = await questionsOnStep(page);
    expect(ids.length).toBeLessThanOrEqual(4);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    for (const id of ids) expect(core).toContain(id);
    const counter = await page.locator("diag-cyber-esms .progress p").textContent();
    expect(words(counter)).toBe(`Questions ${asked + 1} à ${asked + ids.length} sur 40`);
    asked += ids.length;
    await answerStep(page, ehpad.answers);
    await next(page);
    await leaveStep(page, counter);
    if ((await heading(page).textContent()) === "Votre premier résultat") break;
  }
  expect(asked).toBe(13);
  await close();
});

it("offers « je ne sais pas » and « non applicable » only where they are allowed", async () => {
  const { page, close } = await visit();
  await fillProfile(page, ssiad);
  await next(page);
  const seen = new Map<string, readonly string[]>();
  for (;;) {
    await page.locator("diag-cyber-esms .progress, diag-cyber-esms .verdict").first().waitFor();
    const counter = await page.locator("diag-cyber-esms .progress p").textContent();
    for (const id of await questionsOnStep(page)) {
      seen.set(id, (await page.locator(`[id="${id}-field"] label`).allTextContents()).map(words));
    }
    await answerStep(page, ssiad.answers);
    await next(page);
    await leaveStep(page, counter);
    const title = await heading(page).textContent();
    if (title === "Votre premier résultat") await next(page);
    if (title === "Votre résultat") break;
  }
  for (const [id, labels] of seen) {
    expect(labels.slice(0, 5), id).toEqual(questionOf(id).options.map(words));
    expect(labels.includes("Je ne sais pas"), id).toBe(questionOf(id).unknownAllowed);
    if (questionOf(id).notApplicable === null)
      expect(
        labels.some((label) => label.startsWith("Non applicable")),
        id,
      ).toBe(false);
  }
  expect(seen.get("tiers-telemaintenance")?.at(-1)).toBe(
    "Non applicable : Aucune intervention à distance n’est possible",
  );
  expect(seen.get("conf-hds")?.at(-1)).toBe("Je ne sais pas"); // a third party hosts: « non applicable » has no ground
  await close();
});

it("says which questions lack an answer, in a summary and beside each, and keeps the others", async () => {
  const { page, close } = await visit();
  await fillProfile(page, ehpad);
  await next(page);
  const [first = "", second = ""] = await questionsOnStep(page);
  await check(page, `${first}-3`);
  await next(page);
  const summary = page.locator("diag-cyber-esms [data-errors]");
  expect(await summary.evaluate((node) => node.matches(":focus"))).toBe(true);
  expect((await summary.locator("a").allTextContents()).map(words)).toEqual(["Question 2 : choisissez une réponse"]);
  await summary.locator("a").click();
  expect(await page.locator(`[id="${second}-0"]`).evaluate((node) => node.matches(":focus"))).toBe(true);
  expect(await page.locator(`[id="${first}-3"]`).isChecked()).toBe(true);
  await close();
});

it("does not ask what an answer already says, and asks again when it changes", async () => {
  const { page, close } = await visit();
  const example = withAnswers(ehpad, {});
  await fillProfile(page, example);
  await next(page);
  while (!(await questionsOnStep(page)).includes("sauv-existence")) {
    const counter = await page.locator("diag-cyber-esms .progress p").textContent();
    await answerStep(page, example.answers);
    await next(page);
    await leaveStep(page, counter);
  }
  await check(page, "sauv-isolee-3");
  await check(page, "sauv-existence-0");
  const deduced = page.locator("diag-cyber-esms .deduced");
  expect(await deduced.count()).toBe(2);
  expect(words(await deduced.first().textContent())).toContain("Déduit de votre réponse à « À quel rythme");
  await check(page, "sauv-existence-4");
  expect(await deduced.count()).toBe(0);
  expect(await page.locator("#sauv-isolee-3").isChecked()).toBe(true); // it slept, it is back
  await close();
});

it("shows a first result after the core: score of the core, interval, possible levels, three actions", async () => {
  const { page, close } = await visit();
  await reachFlash(page, ehpad);
  const verdict = words(await page.locator("diag-cyber-esms .verdict").textContent());
  expect(verdict).toContain("Score des questions essentielles");
  expect(verdict).toMatch(/entre [\d,]+ et 59/);
  expect(verdict).toContain("Encore 27 questions");
  expect(await page.locator("diag-cyber-esms .action").count()).toBe(3);
  await close();
});

it("loses nothing when answers or profile are changed after the result", async () => {
  const { page, close } = await visit();
  await reachResult(page, ehpad);
  await page.getByText("Modifier mes réponses").click();
  await page.getByRole("button", { name: /Sauvegardes et restauration · Continuité/ }).click();
  await onScreen(page, "Sauvegardes et restauration");
  expect(await page.locator("#sauv-test-0").isChecked()).toBe(true);
  await check(page, "sauv-test-3");
  await page.getByRole("button", { name: "Mettre à jour mon résultat" }).click();
  await onScreen(page, "Votre résultat");
  expect(await page.locator("diag-cyber-esms .score").textContent()).not.toBe("59");
  expect(await page.locator("diag-cyber-esms .capped").count()).toBe(0);

  await page.getByRole("button", { name: "Modifier le profil" }).click();
  await onScreen(page, "Votre structure");
  await next(page);
  await onScreen(page, "Votre informatique");
  await check(page, "wifi_public-1"); // no public wifi: one question less, another takes its place
  await next(page);
  await onScreen(page, "Quelques précisions");
  await next(page);
  await onScreen(page, "Votre questionnaire est prêt");
  await next(page);
  await answerUntil(
    page,
    { ...ehpad.answers, "acc-verrouillage": 3, "cont-assurance": 3, "conf-aipd": 3 },
    "Votre résultat",
  );
  await close();
});

it("asks twice before it forgets a diagnostic", async () => {
  const { page, close } = await visit();
  await reachResult(page, ehpad);
  await page.getByRole("button", { name: "Nouveau diagnostic" }).click();
  await page.getByRole("button", { name: "Garder ce diagnostic" }).click();
  await onScreen(page, "Votre résultat");
  await page.getByRole("button", { name: "Nouveau diagnostic" }).click();
  await page.getByRole("button", { name: "Effacer et recommencer" }).click();
  await onScreen(page, "Où en est la cybersécurité");
  await page.getByRole("button", { name: "Commencer" }).click();
  expect(await page.locator("#categorie").inputValue()).toBe("");
  await close();
});

it("asks before the page is left while there are answers, and not before", async () => {
  const { page, close } = await visit();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(dialogs).toEqual([]);
  await fillProfile(page, ehpad);
  await next(page);
  await answerStep(page, ehpad.answers);
  await page.reload();
  expect(dialogs).toEqual(["beforeunload"]);
  await close();
});
