/** A browser per test file, a clean context per test, and what went wrong in the page: errors, blocked things, requests. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { ARGS } from "./chromium.ts";

export interface Visit {
  readonly page: Page;
  /** URLs asked for, in order. */
  readonly requests: readonly string[];
  /** Violations of the Content-Security-Policy, and errors nobody caught. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** Launches one browser for the file; `visit` opens a hosted page, `before` may route requests first, `ready` is what it waits for there. */
export function useBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    const { path, env } = inject("chromium");
    const all = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
    browser = await chromium.launch({ executablePath: path, args: [...ARGS], env: Object.fromEntries(all) });
  });
  afterAll(() => browser?.close());

  return async (
    options: BrowserContextOptions = {},
    before: (page: Page) => Promise<unknown> = async () => {},
    path = "/",
    ready?: string,
  ): Promise<Visit> => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: "fr-FR", ...options });
    const page = await context.newPage();
    const requests: string[] = [];
    const faults: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (line) => {
      if (line.type() === "error" && /Content Security Policy|Trusted/.test(line.text())) faults.push(line.text());
    });
    await before(page);
    await page.goto(inject("baseUrl") + path);
    if (ready !== undefined) await page.locator(ready).first().waitFor();
    else if (await page.locator("diag-cyber-esms").count()) {
      await page.locator("diag-cyber-esms button.primary").first().waitFor();
    }
    return { page, requests, faults, close: () => context.close() };
  };
}
