/** The compiled content that the worker's modules load: as it was built, like that of the server beside which a command works. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILES = ["catalogue.js", "territories.js"].map((name) =>
  fileURLToPath(new URL(`../../dist/questionnaires/${name}`, import.meta.url)),
);

/** Compiles it when nothing was built yet. */
export async function ensureContent(): Promise<void> {
  if (FILES.every((file) => existsSync(file))) return;
  const { compile } = await import("../open-database.ts"); // seconds to load
  compile();
}
