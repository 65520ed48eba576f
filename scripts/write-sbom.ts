/** `npm run sbom`: what is installed, from the lockfile, as CycloneDX in dist/sbom.json (written by npm itself). */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The bill of materials of everything in the lockfile, development tools included: each with its scope. */
export function billOfMaterials(): string {
  const format = ["--sbom-format", "cyclonedx", "--sbom-type", "application"];
  const quiet = ["--offline", "--no-update-notifier", "--logs-max=0"]; // reads the lockfile, and touches nothing else
  const options = ["sbom", ...format, "--package-lock-only", ...quiet];
  const env = { ...process.env, NODE_ENV: "development" }; // a build sets "production", which leaves the tools out
  return execFileSync("npm", options, { cwd: root, env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

if (import.meta.main) {
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(`${root}dist/sbom.json`, billOfMaterials());
  console.log("dist/sbom.json");
}
