/** An analyst’s workbook: from the opening of `/statistiques` to the file, in two clicks at most. */
import { readFileSync } from "node:fs";
import { read } from "@e965/xlsx";
import { expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { usePublished } from "./published.ts";

const visit = useBrowser();
const origin = usePublished([1500]);

it("gives the whole release as a workbook at the first click, and one table after choosing it", async () => {
  const { page, faults, close } = await visit({}, async () => {}, `${origin()}/statistiques`, ".frame tbody tr");
  const first = page.waitForEvent("download");
  await page.getByRole("link", { name: "Classeur complet (XLSX)" }).click();
  const whole = await first;
  expect(whole.suggestedFilename()).toBe("esms-publication-1.xlsx");
  expect(read(readFileSync(await whole.path())).SheetNames.length).toBeGreaterThan(10);
  await page.getByLabel("Tableau", { exact: true }).selectOption("quarter");
  await page.locator("caption").filter({ hasText: "Par trimestre" }).waitFor();
  const second = page.waitForEvent("download");
  await page.getByRole("link", { name: "XLSX", exact: true }).click();
  const table = await second;
  expect(table.suggestedFilename()).toBe("esms-publication-1-quarter.xlsx");
  expect(read(readFileSync(await table.path())).SheetNames.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  await close();
});
