/**
 * `npm run screenshots`: takes every picture of list.ts into docs/screenshots and writes docs/screens.md. Only the fonts
 * that come with the packaged Chromium are used, and one fixed day, so that two machines take the same pictures.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "../../scripts/build.ts";
import { serve } from "../../scripts/serve.ts";
import { ARGS, findChromium } from "../browser/chromium.ts";
import { publish } from "../support/publish.ts";
import type { Pictured, PicturedPage } from "./list.ts";
import { takePicture } from "./picture.ts";
import { writeIndex } from "./write-index.ts";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The day that the pictures show. */
const TODAY = new Date("2026-11-23T10:00:00");
/** Invented contributions before each release that the statistics show. */
const WAVES = [1500, 900];
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];
const SCHEMES = ["light", "dark"] as const;

/** Suffix of the files of a size and scheme: `-360`, `-1280-dark`. */
type Suffix = string;

interface Lists {
  readonly SCREENS: readonly Pictured[];
  readonly PAGES: readonly PicturedPage[];
}

async function takeAll(browser: Browser, origin: string, folder: string, { SCREENS, PAGES }: Lists): Promise<void> {
  for (const viewport of SIZES) {
    for (const colorScheme of SCHEMES) {
      const suffix = `-${viewport.width}${colorScheme === "dark" ? "-dark" : ""}`;
      const context = await browser.newContext({ viewport, colorScheme, locale: "fr-FR", timezoneId: "Europe/Paris" });
      const page = await context.newPage();
      await takeScreens(page, origin, folder, suffix, SCREENS);
      for (const { name, fragment = "" } of PAGES) {
        await page.goto(`${origin}/${name}#${fragment}`, { waitUntil: "networkidle" });
        await takePicture(page, join(folder, `${name}${suffix}.png`));
      }
      await context.close();
    }
  }
}

async function takeScreens(
  page: Page,
  origin: string,
  folder: string,
  suffix: Suffix,
  screens: Lists["SCREENS"],
): Promise<void> {
  const { screenWalk } = await import("../browser/screens.ts");
  const walk = screenWalk(TODAY);
  await walk.before(page);
  await page.goto(origin);
  await page.getByRole("button", { name: "Commencer" }).waitFor();
  await walk.through(page, async (screen) => {
    if (!screens.some(({ name }) => name === screen)) return;
    await page.mouse.move(0, 0);
    await takePicture(page, join(folder, `${screen}${suffix}.png`));
  });
}

/** A configuration of fonts that knows the packaged ones alone; none where the browser is the system's own. */
function packagedFonts(path: string, env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (!env.FONTCONFIG_FILE) return env;
  const file = join(dirname(path), "fonts-packaged-only.conf");
  const folder = join(dirname(path), "fonts/fonts");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}-cache</cachedir></fontconfig>`,
  );
  return { ...env, FONTCONFIG_FILE: file };
}

async function main(): Promise<void> {
  const folder = at("docs/screenshots");
  await build();
  const lists = await import("./list.ts"); // the examples that the pages show come from what has just been built
  const { path, env } = await findChromium();
  const server = await serve({ port: 0, persist: null });
  await publish(server, WAVES);
  const own = Object.entries({ ...process.env, ...packagedFonts(path, env) });
  const defined = Object.fromEntries(own.filter((entry): entry is [string, string] => entry[1] !== undefined));
  const browser = await chromium.launch({ executablePath: path, args: [...ARGS], env: defined });
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await takeAll(browser, server.origin, folder, lists);
  } finally {
    await browser.close();
    await server.stop();
  }
  writeIndex(at("docs/screens.md"), [...lists.SCREENS, ...lists.PAGES]);
  console.log(`${readdirSync(folder).length} pictures in docs/screenshots`);
}

await main();
