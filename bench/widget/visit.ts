/** One visit on a slow phone: what was sent, when the first question stood, how the page answered, how the end came. */
import type { Browser, CDPSession, Page } from "playwright-core";
import type { Contender } from "./contenders.ts";
import { type Recording, read, record } from "./recorder.ts";

/** Slow 4G as DevTools has it: 1.44 Mbit/s each way, 562 ms per request. */
const NETWORK = { offline: false, latency: 562, downloadThroughput: 180_000, uploadThroughput: 180_000 };
/** A phone four times slower than this machine. */
const SLOWER = 4;
const PHONE = { width: 360, height: 740 };

export interface Visit extends Recording {
  /** Bytes received, headers included, and requests: until the first question, then to the end, drawing included. */
  readonly firstBytes: number;
  readonly firstRequests: number;
  readonly allBytes: number;
  readonly elsewhere: number;
  /** From the last click to the end's first paint. */
  readonly endPaint: number;
}

export async function visit(browser: Browser, origin: string, contender: Contender): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: "fr-FR" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const sent = await count(devtools, origin);
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await record(page, contender.opener, contender.question);
  await page.goto(origin + contender.path, { waitUntil: "load" });
  await page.waitForFunction(
    () => (globalThis as unknown as { recorder: Recording }).recorder.firstQuestion !== null,
    null,
    { timeout: 60_000 },
  );
  const first = { firstBytes: sent.bytes, firstRequests: sent.requests };
  await page.waitForLoadState("networkidle");
  const choices = contender.choices(page);
  for (let index = 0; index < (await choices.count()); index++) await choices.nth(index).click();
  // What comes after is not alike: our last screen is a whole result, theirs a thank-you.
  const { interactions } = await read(page);
  const last = await contender.fill(page);
  const endPaint = await paintAfter(page, contender.end, () => last.click());
  await page.locator(contender.rest).waitFor({ state: "attached" });
  const recording = await read(page);
  await context.close();
  return { ...recording, ...first, interactions, allBytes: sent.bytes, elsewhere: sent.elsewhere, endPaint };
}

/** What has been received so far, and the requests; those to another site are counted apart. */
async function count(devtools: CDPSession, origin: string) {
  const sent = { bytes: 0, requests: 0, elsewhere: 0 };
  await devtools.send("Network.enable");
  devtools.on("Network.requestWillBeSent", ({ request }) => {
    if (request.url.startsWith(origin)) sent.requests++;
    else if (request.url.startsWith("http")) sent.elsewhere++;
  });
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    sent.bytes += encodedDataLength;
  });
  return sent;
}

/** Milliseconds from the next click to the frame that shows `selector`. */
async function paintAfter(page: Page, selector: string, act: () => Promise<unknown>): Promise<number> {
  const painted = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`No ${wanted} in 30 s`)), 30_000);
        document.addEventListener(
          "click",
          ({ timeStamp }) => {
            const look = () => {
              const shown =
                document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector(wanted) ??
                document.querySelector(wanted);
              if (shown) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
              else requestAnimationFrame(look);
            };
            look();
          },
          { capture: true, once: true },
        );
      }),
    selector,
  );
  await act();
  return painted;
}
