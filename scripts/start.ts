/** Builds the product and serves it with a database kept in `.wrangler/state`, until Ctrl-C or SIGTERM. */
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const DEFAULT_PORT = 8787;

/** How often the parent is looked for, in milliseconds: npm does not pass SIGTERM on to what it runs. */
const PARENT_CHECK = 500;

/** Serves until stopped. A wrong or busy port ends the process with one sentence. */
export async function start(): Promise<void> {
  const port = portFrom(process.env.PORT);
  if (port === null) return fail(`PORT must be a whole number from 1 to 65535 (it is "${process.env.PORT}").`);
  if (!(await isFree(port))) return fail(`Port ${port} is busy: stop what uses it, or choose another with PORT=8788.`);
  const [{ build }, { serve }] = await Promise.all([import("./build.ts"), import("./serve.ts")]); // slow to load
  await build();
  const server = await serve({ port, persist: fileURLToPath(new URL("../.wrangler/state/v3/d1", import.meta.url)) });
  console.log(`\nDiag Cyber ESMS is ready on ${server.origin}\nCtrl-C stops it.`);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK).unref();
}

function portFrom(text: string | undefined): number | null {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : null;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
