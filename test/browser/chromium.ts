/**
 * Finds a Chromium for the tests: CHROMIUM_PATH, else the one inside @sparticuz/chromium (Linux x64), else one of the
 * system. The packaged one is unpacked once into node_modules/.cache; nothing is downloaded.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export interface Chromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** --no-sandbox: containers run as root. The resolver rule keeps every request on this machine. */
export const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-component-update",
  "--disable-domain-reliability",
  // The sites of other people that the tests invent are public, our server is on this machine: no question to the user.
  "--disable-features=LocalNetworkAccessChecks",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const SYSTEM_NSS = ["/usr/lib/x86_64-linux-gnu/libnss3.so", "/usr/lib64/libnss3.so", "/usr/lib/libnss3.so"];

const ARCHIVES = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];

/** Where the browser is and the environment it needs; throws one sentence when there is none. */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH points at "${chosen}", where there is no browser.`);
    return { path: chosen, env: {} };
  }
  if (process.platform === "linux" && process.arch === "x64") return packaged();
  const path = SYSTEM.find((candidate) => existsSync(candidate));
  if (!path) throw new Error("No Chromium was found: install Chrome or Chromium, or set CHROMIUM_PATH to one.");
  return { path, env: {} };
}

async function packaged(): Promise<Chromium> {
  const root = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const folder = resolve(`node_modules/.cache/chromium-${version}`);
  if (!existsSync(folder)) await unpack(root, folder);
  const env: Record<string, string> = { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  if (!SYSTEM_NSS.some((path) => existsSync(path))) env.LD_LIBRARY_PATH = join(folder, "al2023/lib");
  return { path: join(folder, "chromium"), env };
}

/** Unpacks beside, then renames: a stopped or a parallel run leaves nothing half written. */
async function unpack(root: string, folder: string): Promise<void> {
  const part = `${folder}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  const saved = process.env.TMPDIR;
  process.env.TMPDIR = part; // the package unpacks into the system's temporary folder and trusts what it finds there
  try {
    const { inflate } = await import("@sparticuz/chromium");
    await Promise.all(ARCHIVES.map((archive) => inflate(join(root, "bin", archive))));
  } finally {
    if (saved === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = saved;
  }
  writeFileSync(join(part, "fonts.conf"), fontsConfiguration(folder));
  try {
    renameSync(part, folder);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
}

/** The package's own file names a fixed folder; without this one, a machine without fonts draws no text. */
function fontsConfiguration(folder: string): string {
  const folders = [`${folder}/fonts/fonts`, "/usr/share/fonts"].map((path) => `<dir>${path}</dir>`).join("");
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}/fontcache</cachedir></fontconfig>`;
}
