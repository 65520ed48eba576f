/** The self-hosted server as a person runs it: a process of its own, in a data folder of its own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const START = "selfhost/start.mjs";

/** A folder that goes with the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "diag-selfhost-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Process {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Resolves with the exit status; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** The lines of its log. */
  readonly lines: () => readonly Readonly<Record<string, unknown>>[];
}

type Environment = Readonly<Record<string, string>>;

/** Starts the server on a free port; resolves once it is ready, rejects with what it said when it ends before. */
export async function startServer(dataDir: string, environment: Environment = {}): Promise<Process> {
  const child = spawn(process.execPath, [START, "serve"], {
    env: { ...process.env, PORT: "0", DATA_DIR: dataDir, ...environment },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  const ended = new Promise<number | null>((done) => child.on("exit", done));
  const lines = () =>
    text
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const origin = await new Promise<string>((done, failed) => {
    child.stdout.on("data", () => {
      const ready = lines().find(({ event }) => event === "ready");
      if (ready !== undefined) done(String(ready.origin));
    });
    ended.then((status) => failed(new Error(`ended with ${status}: ${text}`)));
  });
  return { child, origin, ended, lines };
}

/** Runs a command to its end: `backup FILE`, `restore FILE`, or a `serve` that refuses. */
export function command(words: readonly string[], dataDir: string, environment: Environment = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...words], {
    env: { ...process.env, PORT: "0", DATA_DIR: dataDir, ...environment },
    encoding: "utf8",
    timeout: 20_000,
  });
  return { status, said: (stdout + stderr).trim() };
}
