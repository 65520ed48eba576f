/** The documents for who hosts: their commands are run, on the files that they name; what they list is what the code has. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { lifeFamilies } from "../../worker/metrics/life.ts";
import { createMeter } from "../../worker/metrics/meter.ts";
import { openMetrics } from "../../worker/metrics/openmetrics.ts";
import { dataFolder } from "./support/command.ts";
import { submit } from "./support/submit.ts";

const read = (file: string) => readFileSync(file, "utf8");
const GUIDE = read("docs/self-hosting.md");
const RUNBOOK = read("docs/runbook.md");

/** The commands of the guide that say « Tested », in order. */
const blocks = [...GUIDE.matchAll(/Tested:\n\n```sh\n([\s\S]*?)```/g)].map(([, block]) => (block ?? "").trim());

/** What the second stage of the container file copies: what a server needs. */
const copied = [
  ...read("deploy/Containerfile")
    .split(/^FROM .*$/m)
    .slice(2)
    .join()
    .matchAll(/^COPY (?:--from=build )?(.+)$/gm),
]
  .flatMap(([, words]) => (words ?? "").split(" ").slice(0, -1))
  .map((path) => path.replace("/build/", ""));

/** A folder with these files and the runtime packages of the server, nothing of the project besides. */
function installed(): string {
  const folder = dataFolder();
  for (const path of copied) cpSync(path, join(folder, path), { recursive: true });
  for (const name of ["hono", "@hono/node-server", "croner"]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve("node_modules", name), link);
  }
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe("the guide to self-hosting", () => {
  it("is right, step by step: serve, check, back up, restore", async () => {
    const [serve = "", check = "", backup = "", restore = ""] = blocks;
    expect(blocks).toHaveLength(4);
    const [cwd, data, backups, port] = [installed(), dataFolder(), dataFolder(), await freePort()];
    const own = (block: string) => block.replaceAll("/var/lib/diag-cyber-esms", data).replaceAll("8787", String(port));
    const env = { ...process.env, BACKUP: backups, DATA_DIR: data, PORT: String(port) };
    const shell = (block: string) => spawnSync("sh", ["-ec", own(block)], { cwd, env, encoding: "utf8" });

    const server = spawn("sh", ["-ec", own(serve).replace("\nnode", "\nexec node")], { cwd, env });
    onTestFinished(() => void server.kill("SIGKILL"));
    const ended = new Promise((done) => server.on("exit", done));
    const said = await new Promise((done) => {
      let text = "";
      server.stdout.on("data", (chunk) => {
        text += chunk;
        if (text.includes("ready")) done(text);
      });
      server.stderr.on("data", (chunk) => done(String(chunk)));
    });
    expect(said).toContain(own('{"event":"ready","origin":"http://127.0.0.1:8787"}'));
    expect(GUIDE).toContain('{"event":"ready","origin":"http://127.0.0.1:8787"}');
    expect(JSON.parse(shell(check).stdout)).toMatchObject({ status: "ok" });
    const key = "B".repeat(22);
    expect(await submit(`http://127.0.0.1:${port}`, key)).toBe(201);
    expect(shell(backup).status).toBe(0);
    expect(shell(restore).stderr).toContain("stop it first");
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
    const restored = shell(restore);
    expect([restored.status, restored.stdout]).toEqual([0, expect.stringContaining("replaced-")]);
  });

  it("lists what the server needs, as the container has it", () => {
    const [, list = ""] = /The server needs of it: ([\s\S]*?), and the few packages/.exec(GUIDE) ?? [];
    const named = [...list.matchAll(/`([^`]+)`/g)].map(([, path]) => path?.replace(/\/$/, ""));
    expect(named.toSorted()).toEqual(copied.toSorted());
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("tells every setting that the server and the worker read", () => {
    const own = [...read("selfhost/settings.ts").matchAll(/environment\.([A-Z_]+)/g)].map(([, name]) => name);
    const given = [...read("worker/bindings.ts").matchAll(/readonly ([A-Z_]{3,})\??: string/g)].map(([, name]) => name);
    expect(new Set(own).size).toBe(4);
    expect(given).toContain("METRICS_TOKEN");
    for (const name of [...own, ...given]) expect(GUIDE).toContain(`\`${name}\``);
  });

  it("gives systemd more time to stop than the server takes", () => {
    const [, stop = ""] = /STOP_MS = ([\d_]+);/.exec(read("selfhost/server.ts")) ?? [];
    const [, limit = ""] = /TimeoutStopSec=(\d+)/.exec(read("deploy/diag-cyber-esms.service")) ?? [];
    expect(Number(limit) * 1000).toBeGreaterThan(Number(stop.replace("_", "")));
    expect(GUIDE).toContain(`${Number(stop.replace("_", "")) / 1000} seconds at most`);
  });
});

describe("the runbook", () => {
  it("explains every event of the logs and every metric", () => {
    const unions = ["worker/http/log.ts", "selfhost/log.ts"].map(
      (file) => /Event =([^;]+);/.exec(read(file))?.[1] ?? "",
    );
    const events = unions.flatMap((union) => [...union.matchAll(/"([\w-]+)"/g)].map(([, event]) => event));
    expect(events.length).toBeGreaterThan(8);
    for (const event of events) expect(RUNBOOK).toContain(`\`${event}\``);
    const life = lifeFamilies({ releases: [], jobs: [], purges: [] }, new Date());
    const metrics = openMetrics(createMeter().counts, { version: "1", engine: "1" }, life).matchAll(/^# TYPE (\w+)/gm);
    for (const [, name] of metrics) expect(RUNBOOK).toContain(`\`${name}`);
  });

  it("names, for each procedure, a test that exists", () => {
    const named = [...RUNBOOK.matchAll(/`(test\/[\w/.-]+)`(?:,\s+« (.+?) »)?/g)];
    expect(named.length).toBeGreaterThan(4);
    for (const [, file = "", title = ""] of named) expect(read(file)).toContain(title);
    const procedures = RUNBOOK.split(/^## /m).slice(2);
    for (const procedure of procedures.filter((text) => !text.startsWith("Not yet"))) {
      expect(procedure).toMatch(/`test\/[\w/.-]+\.test\.ts`/);
    }
  });
});

describe("the documents", () => {
  it.each(["docs/self-hosting.md", "docs/runbook.md", "docs/deploy.md"])("%s links to files that exist", (file) => {
    const links = [...read(file).matchAll(/\]\(([^)#:]+)(?:#[\w-]+)?\)/g)].map(([, path]) =>
      join(dirname(file), path ?? ""),
    );
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});
