/** The commands: `serve` until SIGTERM or Ctrl-C, `backup FILE`, `restore FILE`. */
import { join } from "node:path";
import { DIST } from "./product.ts";
import { dataDirectory } from "./settings.ts";
import { backup } from "./store/backup.ts";
import { restore } from "./store/restore.ts";

/** Runs one command; its exit status is 1 after a refusal, which is one sentence on the standard error. */
export async function main([command, file]: readonly string[]): Promise<void> {
  if (command === "serve") {
    const { serve } = await import("./serve.ts"); // loads the whole product, which the other commands do without
    const refusal = await serve();
    return refusal === null ? undefined : fail(refusal);
  }
  const dataDir = dataDirectory(process.env);
  const told =
    command === "backup"
      ? backup(dataDir, file)
      : restore({ dataDir, file, migrations: join(DIST, "worker/migrations"), now: new Date() });
  if (told.ok) console.log(told.sentence);
  else fail(told.sentence);
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
