/**
 * Someone who has never seen the project adds a region, hosts it on a bare machine, embeds it in a page, publishes a
 * release, restores a backup: the commands and the texts are those of the documents, taken from them and run on a copy.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submit } from "../selfhost/support/submit.ts";
import { useBrowser } from "./browser.ts";
import { heading, words } from "./walk.ts";

const read = (file: string) => readFileSync(file, "utf8");
const visit = useBrowser();

/** Enough for a release to show something: the minimum, and what protects it. */
const CONTRIBUTIONS = 30;

let copy: string;
let data: string;
let origin: string;
let server: ChildProcess;

/** The words after `npm run`, as the documents write them, run without npm. */
function run(...words: readonly string[]): Promise<{ readonly status: number; readonly said: string }> {
  const scripts = JSON.parse(read(join(copy, "package.json"))).scripts as Record<string, string>;
  const [name = "", ...rest] = words;
  const [, ...command] = (scripts[name] ?? "").split(" && ").at(-1)?.split(" ") ?? [];
  const environment = { ...process.env, DATA_DIR: data };
  return new Promise((done) => {
    execFile(process.execPath, [...command, ...rest], { cwd: copy, env: environment }, (error, stdout, stderr) =>
      done({ status: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });
}

async function start(): Promise<void> {
  server = spawn(process.execPath, ["selfhost/start.mjs", "serve"], {
    cwd: copy,
    env: { ...process.env, DATA_DIR: data, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  origin = await new Promise<string>((done, failed) => {
    server.stdout?.on("data", (chunk) => {
      const [, said] = /"event":"ready","origin":"([^"]+)"/.exec(String(chunk)) ?? [];
      if (said !== undefined) done(said);
    });
    server.once("exit", (status) => failed(new Error(`The server ended with ${status}.`)));
  });
}

function stop(): Promise<unknown> {
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  return ended;
}

const get = async (path: string) => (await fetch(origin + path)).json();

/** The region of questionnaires/README.md. */
const region = /```yaml\n# territories\/bre\.yaml\n([\s\S]*?)```/.exec(read("questionnaires/README.md"))?.[1] ?? "";
const [, site = ""] = /origins: \["([^"]+)"/.exec(region) ?? [];

/** The element of docs/embedding.md. */
const snippet = /## The element\n\n```html\n([\s\S]*?)```/.exec(read("docs/embedding.md"))?.[1] ?? "";

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "diag-newcomer-"));
  data = join(copy, "data");
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" }).trim().split("\n");
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
});
afterAll(() => {
  server?.kill("SIGKILL");
  rmSync(copy, { recursive: true, force: true });
});

describe("a newcomer, with the documents alone", () => {
  it("adds a region with one file, which the check accepts", async () => {
    writeFileSync(join(copy, "questionnaires/territories/bre.yaml"), region);
    const { status, said } = await run("questionnaires:check", "questionnaires/territories");
    expect([status, said]).toEqual([0, expect.not.stringContaining("bre.yaml")]);
  });

  it("hosts it on a bare machine, where the region and its service are told", async () => {
    expect((await run("build")).status).toBe(0);
    await start();
    expect(await get("/healthz")).toMatchObject({ status: "ok" });
    const { services } = (await get("/api/v1/territories/bre")) as { services: readonly { id: string }[] };
    expect(services.map(({ id }) => id)).toEqual(["bre-restauration"]);
  });

  it("embeds it in a page of the region's site, and in no other site's", async () => {
    const html = `<!doctype html><html lang="fr"><title>Région</title>${snippet
      .replaceAll("https://HOST", origin)
      .replaceAll('"ara"', '"bre"')}`;
    const shown = async (address: string, selector: string) => {
      const { page, close } = await visit(
        {},
        (fresh) => fresh.route(`${address}/`, (route) => route.fulfill({ body: html, contentType: "text/html" })),
        `${address}/`,
        selector,
      );
      const title = words(await heading(page).textContent());
      await close();
      return title;
    };
    expect(site).toMatch(/^https:/);
    expect(await shown(site, "diag-cyber-esms button.primary")).toBe("Où en est la cybersécurité de votre structure ?");
    expect(await shown("https://inconnu.test", "diag-cyber-esms .card a")).toBe(
      "Le diagnostic vous attend sur son propre site",
    );
  });

  it("publishes a release of what came, while the server runs", async () => {
    for (let sent = 0; sent < CONTRIBUTIONS; sent++) expect(await submit(origin)).toBe(201);
    expect(await run("release", "--data", data)).toMatchObject({
      status: 0,
      said: expect.stringContaining("esms: release 1 is built."),
    });
    const { releases } = (await get("/api/v1/releases")) as { releases: readonly { url: string }[] };
    const { table } = (await get(`${releases[0]?.url}/tables/sector-medicalised.json`)) as {
      table: { cells: readonly { kind: string; figures: { n: number } | null }[] };
    };
    expect(table.cells.find(({ kind }) => kind === "total")?.figures?.n).toBe(CONTRIBUTIONS);
    expect(await run("statistics:rebuild", "--data", data)).toMatchObject({
      status: 0,
      said: expect.stringContaining("every counter is right"),
    });
  });

  it("backs up, loses the machine, restores: everything is there, and a replay is known again", async () => {
    const key = "N".repeat(22);
    expect(await submit(origin, key)).toBe(201);
    const file = join(copy, "backup.sqlite");
    expect((await run("backup", file)).status).toBe(0);
    await stop();
    rmSync(data, { recursive: true });
    expect(await run("restore", file)).toMatchObject({ status: 0 });
    await start();
    expect(await submit(origin, key)).toBe(200);
    expect(await get("/api/v1/releases")).toMatchObject({ releases: [{ number: 1 }] });
    await stop();
  });
});
