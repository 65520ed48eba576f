/** The command `serve`: from the environment to a running server, and from SIGTERM to a clean end. */
import { log } from "./log.ts";
import { loadProduct } from "./product.ts";
import { run } from "./run.ts";
import { readSettings } from "./settings.ts";

/** How often the parent is looked for under npm, in milliseconds: npm does not pass SIGTERM on to what it runs. */
const PARENT_MS = 500;

/** Starts the server; null once it is ready, or why it cannot start. SIGTERM and Ctrl-C then end the process. */
export async function serve(): Promise<string | null> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings.sentence;
  const product = await loadProduct();
  if (product === null) return "Nothing is built yet: run npm run build first.";
  const started = await run(product, settings.value, process.env);
  if (!started.ok) return started.sentence;
  const { address } = settings.value;
  log("ready", {
    origin: started.value.origin,
    limit: address === null ? "off" : address.from === "header" ? address.header : address.from,
    proof: (process.env.CHALLENGE_SECRET ?? "").trim() === "" ? "off" : "on",
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log("stopping");
    await started.value.stop();
    log("stopped");
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), PARENT_MS).unref();
  return null;
}
