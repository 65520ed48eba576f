/**
 * Builds the hosted pages: each folder of widget/pages with a `main.html` is a page, put into the layout that all share.
 * `page.tsx` is its script and `page.css` its style, if any; both get a hash in their name. Words: questionnaires/words.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { readWords, type Words, wordsModules } from "./words.ts";

const SOURCES = fileURLToPath(new URL("../widget/pages", import.meta.url));
/** The page at `/`; every other one stands at the name of its folder. */
const HOME = "home";
const SHARED = ["page.css", "tools.css", "favicon.svg"];

/** Writes every page that has words in this language, their files and the headers they are served with. */
export async function buildPages(out: string, language: string, common: Words, lineage: Plugin): Promise<void> {
  const names = readdirSync(SOURCES).filter((name) => existsSync(join(SOURCES, name, "main.html")));
  const spoken = names.filter((name) => name === HOME || Object.keys(readWords(language, name)).length > 0);
  const scripts = await buildScripts(spoken, [wordsModules(language), lineage], out);
  for (const file of SHARED) cpSync(join(SOURCES, file), join(out, file));
  const shared = { ...common, ...readWords(language, "layout"), language };
  const layout = readFileSync(join(SOURCES, "layout.html"), "utf8").replace("<!-- nav -->", navigation(spoken, shared));
  for (const name of spoken) {
    const links = `${styleLink(name, out)}${scriptLink(name, scripts)}`;
    const main = readFileSync(join(SOURCES, name, "main.html"), "utf8").trimEnd();
    const page = layout.replace("<!-- head -->", () => links).replace("<!-- main -->", () => main);
    const file = name === HOME ? "index.html" : `${name}.html`;
    writeFileSync(join(out, file), fill(page, name, { ...shared, ...readWords(language, name) }));
  }
  writeFileSync(join(out, "_headers"), headers(spoken));
}

/** One build for all pages, so that what they share is one file. Name of the page → address of its script. */
async function buildScripts(
  names: readonly string[],
  plugins: readonly Plugin[],
  out: string,
): Promise<Map<string, string>> {
  const input = Object.fromEntries(
    names.map((name) => [name, join(SOURCES, name, "page.tsx")]).filter(([, file]) => existsSync(file ?? "")),
  );
  if (Object.keys(input).length === 0) return new Map();
  const built = await build({
    configFile: false,
    logLevel: "warn",
    root: SOURCES,
    base: "/",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [...plugins],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: "pages/[name]-[hash].js", chunkFileNames: "pages/[name]-[hash].js" },
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  return new Map(
    outputs.flatMap((one) => (one.type === "chunk" && one.isEntry ? [[one.name, `/${one.fileName}`] as const] : [])),
  );
}

function scriptLink(name: string, scripts: ReadonlyMap<string, string>): string {
  const address = name === HOME ? "/widget/v1/diag-cyber-esms.js" : scripts.get(name);
  return address === undefined ? "" : `<script type="module" src="${address}"></script>`;
}

function styleLink(name: string, out: string): string {
  const source = join(SOURCES, name, "page.css");
  if (!existsSync(source)) return "";
  const css = readFileSync(source);
  const file = `pages/${name}-${createHash("sha256").update(css).digest("base64url").slice(0, 8)}.css`;
  mkdirSync(join(out, "pages"), { recursive: true });
  writeFileSync(join(out, file), css);
  return `<link rel="stylesheet" href="/${file}" />`;
}

/** A link to each page that the words of the layout name (`nav.<page>`), in their order. */
function navigation(names: readonly string[], words: Words): string {
  const linked = Object.keys(words)
    .filter((key) => key.startsWith("nav."))
    .map((key) => key.slice("nav.".length))
    .filter((name) => names.includes(name));
  if (linked.length < 2) return "";
  const links = linked.map((name) => `<li><a href="/${name === HOME ? "" : name}">{{nav.${name}}}</a></li>`);
  return `<nav aria-label="{{nav-label}}"><ul>${links.join("")}</ul></nav>`;
}

/** `{{key}}` is a word; a page without one of its words is not built. */
function fill(page: string, name: string, words: Words): string {
  return page.replace('<html lang="fr">', `<html lang="${words.language}">`).replace(/\{\{([\w.-]+)\}\}/g, (_, key) => {
    const text = words[key];
    if (text === undefined) throw new Error(`widget/pages/${name}: no words for « ${key} »`);
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  });
}

/** The rules of `_headers`, with one block of its own per page: `# pages` stands for them. */
function headers(names: readonly string[]): string {
  const template = readFileSync(join(SOURCES, "_headers"), "utf8");
  const [, block = ""] = /# page\n([\s\S]*?)\n\n/.exec(template) ?? [];
  const blocks = names.map((name) => `${name === HOME ? "/" : `/${name}`}\n${block}`);
  return template.replace(`# page\n${block}`, () => blocks.join("\n\n"));
}
