/** Runs bundled workers in one bare workerd on the loopback, without miniflare's proxy, which would hide differences. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

const require = createRequire(import.meta.url);

export interface Workerd {
  /** The origin of each worker, by name. */
  readonly origins: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts `workers` (name → bundle file); resolves once every one listens. */
export async function startWorkerd(workers: Readonly<Record<string, string>>): Promise<Workerd> {
  const folder = await mkdtemp(join(tmpdir(), "diag-bench-"));
  const config = join(folder, "config.capnp");
  for (const [name, file] of Object.entries(workers)) await copyFile(file, join(folder, `${name}.js`));
  await writeFile(config, configuration(Object.keys(workers)));
  const { default: binary } = require("workerd") as { default: string };
  const child = spawn(binary, ["serve", "--control-fd=3", config], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  const kill = () => child.kill();
  process.once("exit", kill); // whatever ends the benchmark ends workerd
  const stop = async () => {
    process.off("exit", kill);
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { origins: await listening(child, Object.keys(workers).length), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads the ports that workerd chose from its control channel: one JSON line per socket. */
async function listening(child: ChildProcess, expected: number): Promise<Record<string, string>> {
  const origins: Record<string, string> = {};
  const control = child.stdio[3] as Readable; // a pipe, as asked in `stdio`
  let text = "";
  for await (const chunk of control) {
    text += String(chunk);
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const { event, socket, port } = JSON.parse(line) as { event: string; socket: string; port: number };
      if (event === "listen") origins[socket] = `http://127.0.0.1:${port}`;
    }
    if (Object.keys(origins).length === expected) return origins;
  }
  throw new Error("workerd stopped before it listened.");
}

function configuration(names: readonly string[]): string {
  const services = names.map((name) => `(name = "${name}", worker = .${name})`);
  const sockets = names.map((name) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`);
  const definitions = names.map(
    (name) => `const ${name} :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "${name}.js")],
  bindings = [(name = "ALLOWED_ORIGINS", text = "")],
  compatibilityDate = "2026-07-30", compatibilityFlags = ["nodejs_compat"]);`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [${services.join(", ")}], sockets = [${sockets.join(", ")}]);
${definitions.join("\n")}
`;
}
