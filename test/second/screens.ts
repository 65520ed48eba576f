/** What a screen of the widget says, to the eye and to a screen reader, and the walk from one to the next. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { heading, next, words } from "../browser/walk.ts";

/** A key shown in the place of its sentence, and a hole that no value filled. */
const RAW = /^[a-z-]+\.[a-z.-]+$|\{\w+\}/;
/** French words that are no English ones, French letters, and the signs and no-break spaces of French typography. */
const FRENCH =
  /(?<!\p{L})(?:le|la|les|des|du|une|un|est|sont|et|ou|où|pour|par|avec|sans|dans|sur|pas|ne|votre|vos|vous|nous|cette|ces|oui|non|aucune?|sous|jours|questions? sur|réponses?|niveau|essentiel|structure)(?!\p{L})|[àâçéèêëîïôûùœ«»\u00a0\u202f]/iu;

/** Every text of the page and of the widget: text, names and descriptions; folded parts too. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    const attributes = ["aria-label", "alt", "title", "placeholder", "label", "content"];
    const read = (root: Document | ShadowRoot): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text && !node.parentElement?.closest("script, style")) texts.push(node.data);
        if (!(node instanceof Element)) continue;
        if (node.shadowRoot) read(node.shadowRoot);
        for (const name of attributes) {
          if (!node.matches("meta:not([name=description])")) texts.push(node.getAttribute(name) ?? "");
        }
      }
    };
    read(document);
    return texts.map((text) => text.trim()).filter((text) => text !== "");
  });
}

/** This screen, known by its heading, says everything in English and nothing raw. */
export async function expectEnglish(page: Page, title: string): Promise<void> {
  await heading(page).filter({ hasText: title }).waitFor();
  const texts = await textsOf(page);
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => RAW.test(text))).toEqual([]);
  expect(texts.filter((text) => FRENCH.test(text))).toEqual([]);
  const languages = await page.evaluate(() => [
    document.documentElement.lang,
    document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector("[lang]")?.getAttribute("lang"),
  ]);
  expect(languages).toEqual(["en", "en"]);
}

/** Ticks what has these names, then goes on. */
export async function answer(page: Page, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.locator("diag-cyber-esms label").getByText(label, { exact: true }).click();
  await next(page);
}

/** The text of the first element that matches, as people read it. */
export async function said(page: Page, selector: string): Promise<string> {
  return words(await page.locator(`diag-cyber-esms ${selector}`).first().textContent());
}
