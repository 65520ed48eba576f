/** `npm start` on a copy of the project's files, as a newcomer has them: it serves, says what is wrong, leaves nothing behind. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { OLDEST_TO_HOST, tooOld } from "../../scripts/node-version.mjs";
import { examplesOf, version } from "../support/questionnaires.ts";

const TIMEOUT = 120_000;

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "diag-"));
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" }).trim().split("\n");
  for (const file of files) cpSync(file, join(copy, file), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

/** Starts the script that `npm start` runs, under this Node. */
function start(port: string): Run {
  const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: copy, env: { ...process.env, PORT: port } });
  let text = "";
  const collect = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  const ended = new Promise<number | null>((done) => child.on("exit", (code) => done(code)));
  return { child, ended, output: () => text };
}

function said(run: Run, sentence: string): Promise<void> {
  return new Promise((done, failed) => {
    run.child.stdout?.on("data", () => run.output().includes(sentence) && done());
    run.ended.then(() => failed(new Error(run.output())));
  });
}

/** The processes below `pid`, read from /proc. */
function descendants(pid: number): readonly number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])] as const];
      } catch {
        return []; // it ended meanwhile
      }
    });
  const below = (parent: number): readonly number[] =>
    parents.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

/** Whether the process still runs; one that ended and waits to be reaped does not. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) !== "Z";
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe("npm start", () => {
  it(
    "builds, serves the page and the API on PORT with a migrated database, and ends whole on SIGTERM",
    async () => {
      const port = await freePort();
      const run = start(String(port));
      await said(run, `http://localhost:${port}`);
      const page = await fetch(`http://localhost:${port}/`);
      expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      expect((await fetch(`http://localhost:${port}/widget/v1/diag-cyber-esms.js`)).status).toBe(200);
      const [example] = examplesOf(version("esms", "1.0.0"));
      const contribution = await fetch(`http://localhost:${port}/api/v1/contributions`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": "A".repeat(22) },
        body: JSON.stringify({
          questionnaire: "esms",
          version: "1.0.0",
          profile: example?.profile,
          answers: example?.answers,
        }),
      });
      expect(contribution.status).toBe(201);
      const started = descendants(run.child.pid ?? 0);
      expect(started.length).toBeGreaterThan(0);
      run.child.kill("SIGTERM");
      expect([0, 128 + 15]).toContain(await run.ended);
      await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]));
      await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
    },
    TIMEOUT,
  );

  it("says in one sentence that the port is busy, or wrong", async () => {
    const busy = await new Promise<Server>((done) => {
      const server = createServer().listen(0, "127.0.0.1", () => done(server));
    });
    const address = busy.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const run = start(String(port));
    expect(await run.ended).toBe(1);
    expect(run.output().trim()).toBe(`Port ${port} is busy: stop what uses it, or choose another with PORT=8788.`);
    busy.close();
    const wrong = start("eighty");
    expect(await wrong.ended).toBe(1);
    expect(wrong.output().trim()).toBe('PORT must be a whole number from 1 to 65535 (it is "eighty").');
  });
});

describe("an old Node", () => {
  it("is told which one is needed, in one sentence", () => {
    expect(tooOld("20.20.2")).toMatch(/^Node\.js 22\.18 or later is needed here \(this is 20\.20\.2\)\./);
    expect([tooOld("22.17.1"), tooOld("18.0.0")].every(Boolean)).toBe(true);
    expect(tooOld("22.22.0", OLDEST_TO_HOST)).toMatch(/^Node\.js 24\.0 or later/);
    expect(tooOld("24.0.0", OLDEST_TO_HOST)).toBe(null);
    expect([tooOld("22.18.0"), tooOld("24.21.0"), tooOld("26.0.0")]).toEqual([null, null, null]);
  });
});

describe("a missing browser", () => {
  it("is told in one sentence", async () => {
    const { findChromium } = await import("../browser/chromium.ts");
    const saved = process.env.CHROMIUM_PATH;
    process.env.CHROMIUM_PATH = join(dirname(copy), "no-browser-here");
    await expect(findChromium()).rejects.toThrow(
      /^CHROMIUM_PATH points at ".*no-browser-here", where there is no browser\.$/,
    );
    if (saved === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = saved;
  });
});
