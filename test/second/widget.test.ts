/** The widget, built for the second questionnaire: from start to result in English, its figures worked out by hand. */
import { expect, it } from "vitest";
import { useBrowser } from "../browser/browser.ts";
import { next } from "../browser/walk.ts";
import { answer, expectEnglish, said } from "./screens.ts";

const visit = useBrowser();
const english = { locale: "en-GB" };

it("leads a shop from the start to the result and to a contribution, in English on every screen", async () => {
  const { page, faults, close } = await visit(english);
  await expectEnglish(page, "How safe is your office?");
  await page.getByRole("button", { name: "Start" }).click();
  await expectEnglish(page, "Your office");
  await next(page); // nothing filled in: what is missing is said
  await page.locator("diag-cyber-esms [data-errors]").waitFor();
  expect(await said(page, "[data-errors]")).toContain("Answers to complete: 4");
  await expectEnglish(page, "Your office");
  await answer(page, "Shop", "Laptops", "Phones");
  await expectEnglish(page, "A few details, if you like");
  await page.getByRole("textbox").fill("lots");
  await next(page);
  expect(await said(page, "[data-errors]")).toContain("Write a whole number, in digits: number of people");
  await page.getByRole("textbox").fill("7");
  await answer(page, "Northport");

  await expectEnglish(page, "Your questions are ready");
  expect(await said(page, ".lead")).toBe("From what you said, 5 questions apply to you.");
  await next(page);
  await expectEnglish(page, "Your data and Your people");
  expect(await said(page, ".progress")).toBe("Questions 1 to 2 of 5");
  await answer(page, "Every week", "A password each, and a code sent to a phone");
  await expectEnglish(page, "Your first result");
  expect(await said(page, ".score")).toBe("60");
  await next(page);
  await expectEnglish(page, "Your data");
  await answer(page, "Over two years ago", "Most people");
  await expectEnglish(page, "Your people");
  await answer(page, "I don't know");

  await expectEnglish(page, "Your result");
  expect(await said(page, ".verdict .score")).toBe("42.5");
  expect(await said(page, ".verdict .level")).toBe("Level 1 of 2Guarded");
  expect(await said(page, ".verdict")).toContain("between 42.5 and 55.8");
  expect(await said(page, ".attention")).toContain("Card companies require you to limit who sees card numbers");
  expect(await page.locator("diag-cyber-esms .action h3, diag-cyber-esms .action h4").allTextContents()).toEqual([
    "1 Find the missing answers",
    "2 Copy your work every day",
    "3 Bring one file back",
  ]);
  expect(await page.locator("diag-cyber-esms .radar tbody tr").allTextContents()).toEqual([
    "1. Your data37.587.5",
    "2. Your people5091.7",
  ]);
  await page.waitForFunction(() => {
    const canvas = document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector("canvas");
    const { data } = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return data.some((value) => value > 0);
  });
  await page.getByText("New check").click();
  await page.getByText("Erase and start again").waitFor();
  await expectEnglish(page, "Your result");

  await page.getByRole("button", { name: "Send my answers without a name" }).click();
  await expectEnglish(page, "Send your answers without a name");
  const sent = page.waitForRequest("**/api/v1/contributions");
  await page.getByRole("button", { name: "Send my answers" }).click();
  expect((await sent).postDataJSON()).toEqual({
    questionnaire: "office",
    version: "1.0.0",
    profile: { trade: "shop", clients: "public", cards: "yes", devices: ["laptops", "phones"], area: "n1" },
    answers: { "bak-copy": 2, "acc-login": 3, "bak-test": 1, "dat-cards": 1, "acc-lost": "nsp" },
    channel: "page",
  });
  await page.getByText("Thank you, your answers have been counted.").first().waitFor();
  await expectEnglish(page, "Send your answers without a name");
  expect(faults).toEqual([]);
  await close();
});

it("gives its code, keeps it and opens it again in English; a page without English words is not offered", async () => {
  const { page, close } = await visit(english);
  await page.getByRole("button", { name: "Start" }).click();
  await answer(page, "Shop", "None");
  await next(page);
  await next(page);
  await answer(page, "Every week", "A password each, and a code sent to a phone");
  await page.getByRole("button", { name: "Resume later or share" }).click();
  await page.locator("#share-code").waitFor();
  await expectEnglish(page, "Resume later or share");
  const code = await page.locator("#share-code").inputValue();
  expect(code).toMatch(/^office\.1\.0\.0\.\w+$/);
  expect(await page.locator("diag-cyber-esms a[target]").count()).toBe(0);
  await close();

  const other = await visit(english, async () => {}, `/#code=${code}`);
  await expectEnglish(other.page, "Your data");
  await other.close();
});

it("says in English what is unusual, what is not asked, what is deduced and what holds the score down", async () => {
  const { page, close } = await visit(english);
  await page.getByRole("button", { name: "Start" }).click();
  await answer(page, "Design studio", "Yes", "None");
  await next(page);
  await expectEnglish(page, "Your questions are ready");
  expect(await said(page, ".attention")).toContain('differs from what is usual for this kind of office: "No"');
  await page.getByRole("button", { name: "Change these details" }).click();
  await answer(page, "No");
  await next(page);
  expect(await said(page, "details:not(.emergency)")).toContain(
    "Not asked, since this is not so: work devices leave the office.",
  );
  await expectEnglish(page, "Your questions are ready");
  await next(page);
  await answer(page, "Never", "A password each, a code, and a yearly review");
  await expectEnglish(page, "Your first result");
  await next(page);
  await expectEnglish(page, "Your data");
  expect(await said(page, ".deduced")).toContain('Taken from your answer to "How often is your work copied');
  await next(page);
  await answer(page, "They tell someone, and practise every year");
  await expectEnglish(page, "Your result");
  expect(await said(page, ".verdict .score")).toBe("39");
  expect(await said(page, ".verdict .level")).toBe("Level 0 of 2Exposed");
  expect(await said(page, ".capped")).toContain("Without the cap, your score would be 40. It is held at 39");
  await close();
});

it("asks nothing of any other questionnaire, and waits for its own in English", async () => {
  let arrive = () => {};
  const gate = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { page, requests, close } = await visit(english, (fresh) =>
    fresh.route("**", async (route) => {
      if (route.request().resourceType() === "fetch") await gate;
      await route.continue();
    }),
  );
  await page.getByRole("button", { name: "Start" }).click();
  await answer(page, "Shop", "None");
  await expectEnglish(page, "Your questions are on their way");
  arrive();
  await expectEnglish(page, "A few details, if you like");
  const paths = requests.map((url) => new URL(url).pathname.replace("diag-cyber-esms", ""));
  expect(paths.filter((path) => path.includes("esms"))).toEqual([]);
  await close();
});
