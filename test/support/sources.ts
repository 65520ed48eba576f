/** The TypeScript sources of a folder, as paths from the project's root; generated and installed files apart. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

export function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes("node_modules"))
    .map((file) => join(folder, file));
}
