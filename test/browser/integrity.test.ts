/** The files of the widget: a folder per version, a moving alias, and no later file that is not the one that was built. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { buildWidget } from "../../scripts/build-widget.ts";
import { useBrowser } from "./browser.ts";
import { example } from "./example.ts";
import { AGENCY, useHosts } from "./hosts.ts";
import { fillProfile, onScreen, reachResult } from "./walk.ts";

const visit = useBrowser();
const hosts = useHosts();
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { version } = JSON.parse(readFileSync(at("package.json"), "utf8")) as { version: string };

/** Every file under a folder, by its path → its hash, as an `integrity` attribute writes it. */
function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name));
    const hash = createHash("sha384").update(bytes).digest("base64");
    return [join(parentPath, name).slice(folder.length), `sha384-${hash}`] as const;
  });
  return Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}

it("stands in a folder of its version, for ever, and under the alias, the same bytes", async () => {
  const versioned = hashes(at(`dist/assets/widget/${version}/`));
  expect(Object.keys(versioned).length).toBeGreaterThan(6);
  expect(hashes(at("dist/assets/widget/v1/"))).toEqual(versioned);
  const file = (path: string) => fetch(`${inject("baseUrl")}/widget/${path}`);
  const [exact, moving] = await Promise.all([file(`${version}/diag-cyber-esms.js`), file("v1/diag-cyber-esms.js")]);
  expect(exact.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(moving.headers.get("cache-control")).toBe("public, max-age=300");
  for (const one of [exact, moving]) expect(one.headers.get("access-control-allow-origin")).toBe("*");
});

it("says the hashes of the files that a host names", async () => {
  const answer = await fetch(`${inject("baseUrl")}/widget/${version}/integrity.json`);
  const { files } = (await answer.json()) as { files: Readonly<Record<string, string>> };
  const versioned = hashes(at(`dist/assets/widget/${version}/`));
  expect(Object.keys(files)).toEqual(["diag-cyber-esms.js", "diag-cyber-esms-frame.js"]);
  for (const [name, hash] of Object.entries(files)) expect(versioned[name]).toBe(hash);
});

it("is built twice with the same bytes", async () => {
  const again = mkdtempSync(join(tmpdir(), "widget-"));
  try {
    await buildWidget(at("dist/questionnaires/esms"), again);
    expect(hashes(join(again, "widget"))).toEqual(hashes(at("dist/assets/widget")));
  } finally {
    rmSync(again, { recursive: true });
  }
});

it("runs to its end from a page that pins the version by its hash", async () => {
  const { "diag-cyber-esms.js": integrity = "" } = hashes(at(`dist/assets/widget/${version}/`));
  const src = `${hosts.widget()}/widget/${version}/diag-cyber-esms.js`;
  const html = `<!doctype html><diag-cyber-esms></diag-cyber-esms><script type="module" src="${src}" integrity="${integrity}" crossorigin="anonymous"></script>`;
  const { page, requests, close } = await visit({}, hosts.open, hosts.put(html, AGENCY));
  await reachResult(page, example("EHPAD"));
  expect(requests.filter((url) => url.includes("/widget/v1/"))).toEqual([]);
  await close();
});

it.each([
  ["the code of the questions", /\/c\/journey-/],
  ["the questionnaire", /\/c\/questions-/],
])("refuses %s when one byte has been added to it, and goes on once it is itself again", async (_, file) => {
  const { page, close } = await visit({}, (fresh) =>
    fresh.route(file, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n` });
    }),
  );
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.locator("#categorie").selectOption("500");
  await page.locator('label[for="taille-2"]').click();
  await page.locator('label[for="rattachement-0"]').click();
  await page.locator("diag-cyber-esms button[type=submit]").click();
  await onScreen(page, "La suite n’est pas arrivée");
  await page.unroute(file);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await onScreen(page, "Votre informatique");
  await close();
});

it("refuses a drawing that is not its own, and shows the result without it", async () => {
  const { page, close } = await visit({}, (fresh) =>
    fresh.route(/\/c\/radar-/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `globalThis.altered = true;${await response.text()}` });
    }),
  );
  const radar = page.waitForResponse(/\/c\/radar-/);
  await reachResult(page, example("EHPAD"));
  await radar;
  await page.locator("diag-cyber-esms .drawing[hidden]").waitFor({ state: "attached" });
  expect(await page.evaluate(() => "altered" in globalThis)).toBe(false);
  await close();
});

it("asks for nothing twice", async () => {
  const { page, requests, close } = await visit();
  await fillProfile(page, example("EHPAD"));
  const later = requests.filter((url) => url.includes("/c/"));
  expect(new Set(later).size).toBe(later.length);
  await close();
});
