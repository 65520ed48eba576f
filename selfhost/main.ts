/** The commands: `serve` until SIGTERM or Ctrl-C, `backup FILE`, `restore FILE`. */
import { join } from "node:path";
import { log } from "./log.ts";
import { DIST, loadProduct } from "./product.ts";
import { run } from "./run.ts";
import { dataDirectory, readSettings } from "./settings.ts";
import { backup } from "./store/backup.ts";
import { restore } from "./store/restore.ts";

/** How often the parent is looked for under npm, in milliseconds: npm does not pass SIGTERM on to what it runs. */
const PARENT_MS = 500;

/** Runs one command; its exit status is 1 after a refusal, which is one sentence on the standard error. */
export async function main([command, file]: readonly string[]): Promise<void> {
  if (command === "serve") return serve();
  const dataDir = dataDirectory(process.env);
  const told =
    command === "backup"
      ? backup(dataDir, file)
      : restore({ dataDir, file, migrations: join(DIST, "worker/migrations"), now: new Date() });
  if (told.ok) console.log(told.sentence);
  else fail(told.sentence);
}

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) return fail(settings.sentence);
  const product = await loadProduct();
  if (product === null) return fail("Nothing is built yet: run npm run build first.");
  const started = await run(product, settings.value, process.env);
  if (!started.ok) return fail(started.sentence);
  log("ready", { origin: started.value.origin });
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
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
