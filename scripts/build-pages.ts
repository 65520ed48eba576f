/**
 * Builds the hosted pages: each folder of widget/pages with a `main.html` (or a `main.ts`, for what is made from facts
 * rather than written) is a page, put into the layout that all share.
 * `page.tsx` is its script and `page.css` its style, if any; both get a hash in their name. Words: questionnaires/words.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderToString } from "preact-render-to-string";
import { build, type Plugin } from "vite";
import type { Facts } from "../widget/pages/facts.ts";
import type { Main } from "../widget/pages/statement.ts";
import { createText, type Text } from "../widget/text/text.ts";
import { linesModules } from "./conditional-lines.ts";
import type { PageFacts } from "./page-facts.ts";
import { VERSION } from "./widget-release.ts";
import { readWords, type Words, wordsModules } from "./words.ts";

const SOURCES = fileURLToPath(new URL("../widget/pages", import.meta.url));
/** The page at `/`; every other one stands at the name of its folder. */
const HOME = "home";
/** Pages that other sites frame: nothing around them. They speak the words of the element among other sites. */
const BARE = ["frame", "frame-card"];
const MAINS = ["main.html", "main.ts"];
const SHARED = ["page.css", "tools.css", "favicon.svg"];

/** Writes every page that has words in this language, their files and the headers they are served with. */
export async function buildPages(
  out: string,
  language: string,
  common: Words,
  facts: PageFacts,
  lineage: Plugin,
): Promise<void> {
  const names = readdirSync(SOURCES).filter((name) => MAINS.some((main) => existsSync(join(SOURCES, name, main))));
  const spoken = names.filter((name) => name === HOME || Object.keys(wordsOf(language, name)).length > 0);
  const scripts = await buildScripts(spoken, [wordsModules(language), linesModules(language), lineage], out);
  for (const file of SHARED) cpSync(join(SOURCES, file), join(out, file));
  const shared = { ...common, ...readWords(language, "layout"), language };
  const around = (file: string) => readFileSync(join(SOURCES, file), "utf8");
  const layout = around("layout.html").replace("<!-- nav -->", navigation(spoken, shared));
  const bare = around("bare.html");
  for (const name of spoken) {
    const links = `${styleLink(name, out)}${scriptLink(name, scripts)}`;
    const words = { ...shared, ...wordsOf(language, name) };
    const main = await mainOf(name, words, { ...facts, pages: linked(spoken, shared) });
    const page = (BARE.includes(name) ? bare : layout)
      .replace("<!-- head -->", () => links)
      .replace("<!-- main -->", () => main);
    const file = name === HOME ? "index.html" : `${name}.html`;
    writeFileSync(join(out, file), fill(page, name, words));
  }
  writeFileSync(join(out, "_headers"), headers(spoken));
}

function wordsOf(language: string, name: string): Words {
  return { ...(BARE.includes(name) ? readWords(language, "embed") : {}), ...readWords(language, name) };
}

/** What stands between the header and the footer of a page. */
export async function mainOf(name: string, words: Words, facts: Facts): Promise<string> {
  const written = join(SOURCES, name, "main.html");
  if (existsSync(written)) return readFileSync(written, "utf8").trimEnd();
  const { main } = (await import(join(SOURCES, name, "main.ts"))) as { readonly main: Main };
  return renderToString(main(strictText(name, words), facts));
}

/** A page without one of its words is not built. */
function strictText(name: string, words: Words): Text {
  const text = createText(words);
  return (key, values) => {
    if (words[key] === undefined) throw new Error(`widget/pages/${name}: no words for « ${key} »`);
    return text(key, values);
  };
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

/** The pages that the words of the layout name (`nav.<page>`), in their order. */
function linked(names: readonly string[], words: Words): readonly string[] {
  return Object.keys(words)
    .filter((key) => key.startsWith("nav."))
    .map((key) => key.slice("nav.".length))
    .filter((name) => names.includes(name));
}

function navigation(names: readonly string[], words: Words): string {
  const pages = linked(names, words);
  if (pages.length < 2) return "";
  const links = pages.map((name) => `<li><a href="/${name === HOME ? "" : name}">{{nav.${name}}}</a></li>`);
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

/** The rules of `_headers`, with the version of the widget and one block of its own per page: `# pages` stands for them. */
function headers(names: readonly string[]): string {
  const template = readFileSync(join(SOURCES, "_headers"), "utf8").replaceAll("{version}", VERSION);
  const [, block = ""] = /# page\n([\s\S]*?)\n\n/.exec(template) ?? [];
  const blocks = names.map((name) => `${name === HOME ? "/" : `/${name}`}\n${withPolicy(block, name)}`);
  return template.replace(`# page\n${block}`, () => blocks.join("\n\n"));
}

/** A page that needs one more rule in its policy says it in `policy.txt`. */
function withPolicy(block: string, name: string): string {
  const file = join(SOURCES, name, "policy.txt");
  return existsSync(file) ? block.replace("base-uri", `${readFileSync(file, "utf8").trim()}; base-uri`) : block;
}
