/** What a visit weighs, asks for and leaves behind. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, inject, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { example } from "./example.ts";
import { reachResult } from "./walk.ts";

const visit = useBrowser();
const widget = fileURLToPath(new URL("../../dist/assets/widget/v1/", import.meta.url));
const gzip = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;

/** Bytes, gzip, and the first file also as brotli, which most browsers are sent (widget.md §2). */
const FIRST_FILE = 15_000;
const FIRST_FILE_BROTLI = 13_500;
const WHOLE_JOURNEY = 60_000;
const CALCULATION = 4_000;

it("weighs at most 15 KB at first load, 13.5 KB as brotli, in one file without a static import", () => {
  const first = readFileSync(`${widget}diag-cyber-esms.js`, "utf8");
  expect(gzip(first)).toBeLessThanOrEqual(FIRST_FILE);
  expect(brotliCompressSync(first).length).toBeLessThanOrEqual(FIRST_FILE_BROTLI);
  expect(first).not.toMatch(/^\s*import[\s{"'`]|[;}]import[{"'`]/m);
});

/** Tools come on a click that not every director makes; share.test.ts proves that the plain journey asks for none. */
const APART = /^(radar|tool-[a-z]+)-/;

it("weighs at most 60 KB for the whole journey, questionnaire and actions included, without Chart.js and the tools", () => {
  const later = readdirSync(`${widget}c`).filter((name) => !APART.test(name));
  expect(later.some((name) => name.startsWith("questions-"))).toBe(true);
  const files = ["diag-cyber-esms.js", ...later.map((name) => `c/${name}`)].map((name) => readFileSync(widget + name));
  expect(files.reduce((sum, file) => sum + gzip(file), 0)).toBeLessThanOrEqual(WHOLE_JOURNEY);
});

it("holds a calculation of at most 4 KB: adaptation, score and plan", async () => {
  const entry = "virtual:calculation";
  const engine = fileURLToPath(new URL("../../questionnaires/engine/engine.ts", import.meta.url));
  const bundle = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: entry,
        resolveId: (source) => (source === entry ? `\0${entry}` : null),
        load: (source) =>
          source === `\0${entry}`
            ? `import { adapt, diagnose, indexQuestionnaire } from ${JSON.stringify(engine)};
               globalThis.used = [adapt, diagnose, indexQuestionnaire];`
            : null,
      },
    ],
    build: { write: false, target: "es2022", modulePreload: false, rolldownOptions: { input: entry } },
  });
  const [output] = [bundle].flat();
  const code = output && "output" in output ? output.output[0].code : "";
  expect(gzip(code)).toBeGreaterThan(2_000);
  expect(gzip(code)).toBeLessThanOrEqual(CALCULATION);
});

it("shows its first screen with one request of script", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { requests, close } = await visit({}, async (page) => {
    await page.route("**/widget/v1/c/**", async (route) => {
      await held;
      await route.continue();
    });
  });
  const scripts = requests.filter((url) => url.endsWith(".js") && !url.includes("/c/"));
  expect(scripts).toEqual([`${inject("baseUrl")}/widget/v1/diag-cyber-esms.js`]);
  release();
  await close();
});

it("leaves nothing on the device, asks nobody else, and breaks no rule of its own policy, to the very end", async () => {
  const { page, requests, faults, close } = await visit({}, (fresh) =>
    fresh.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`Content Security Policy ${event.violatedDirective}`),
      );
    }),
  );
  await reachResult(page, example("EHPAD"));
  await page.waitForFunction(() => {
    const canvas = document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector("canvas");
    return (canvas?.width ?? 0) > 0 && canvas?.style.display === "block";
  });
  expect(faults).toEqual([]);
  expect(requests.filter((url) => url.includes("/c/tool-"))).toEqual([]); // left out of the journey's weight
  expect(requests.filter((url) => !url.startsWith(inject("baseUrl")))).toEqual([]);
  // The first file, the journey, its questions, the drawing.
  expect(requests.filter((url) => url.includes("/widget/")).length).toBe(4);
  expect(await page.context().cookies()).toEqual([]);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(kept).toEqual([0, 0, 0, 0]);
  await close();
});

it("does not move what is around it", async () => {
  const { page, close } = await visit({}, (fresh) =>
    fresh.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    }),
  );
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/c/")));
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBe(0);
  await close();
});

it("is served with the policy that it respects, and to other sites", async () => {
  const page = await fetch(inject("baseUrl"));
  const policy = page.headers.get("content-security-policy") ?? "";
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(policy).toContain(rule);
  }
  const script = await fetch(`${inject("baseUrl")}/widget/v1/diag-cyber-esms.js`);
  expect(script.headers.get("access-control-allow-origin")).toBe("*");
  expect(script.headers.get("cache-control")).toContain("max-age=300");
  const [chunk] = readdirSync(`${widget}c`);
  const later = await fetch(`${inject("baseUrl")}/widget/v1/c/${chunk}`);
  expect(later.headers.get("cache-control")).toContain("immutable");
});
