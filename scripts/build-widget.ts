/**
 * Builds what the browser loads, into dist/assets for the product: the widget (one first file, then its later chunks)
 * and the hosted pages. Reads the compiled versions of the questionnaire that it shows.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import type { Questionnaire } from "../questionnaires/schema/compiled.ts";
import { type PackedStart, pack, unpack } from "../widget/state/pack.ts";
import { remainderOf } from "../widget/state/remainder.ts";
import { startOf } from "../widget/state/start.ts";
import { buildPages } from "./build-pages.ts";
import { integrityOf, sealImports } from "./integrity.ts";
import { lineageModule } from "./lineage.ts";
import { ownCopies } from "./own-copies.ts";
import { pageFacts } from "./page-facts.ts";
import { ALIAS, VERSION, writeRelease } from "./widget-release.ts";
import { spokenMessages, wordsModules } from "./words.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The messages that the first file carries: those of the screens shown before the questions arrive. */
const FIRST_MESSAGES =
  /^(start|emergency|waiting|error|profile\.(progress|group|lead|choose|prefilled|error\.(single|multiple))|nav\.(next|previous))\b/;

/** `versions`: the folder of the compiled versions of the questionnaire; the latest one is shown. */
export async function buildWidget(versions = at("dist/questionnaires/esms"), out = at("dist/assets")): Promise<void> {
  const published = latest(versions);
  const { language, messages, title } = published;
  const questionnaire = { ...published, messages: spokenMessages(language, messages) };
  const lineage = await lineageModule(versions, published);
  rmSync(out, { recursive: true, force: true });
  const folder = join(out, "widget", VERSION);
  await buildScripts(questionnaire, lineage, folder);
  await buildFrameHost(folder);
  writeRelease(folder, join(out, "widget", ALIAS));
  const words = { ...questionnaire.messages, title, "page.heading": title };
  await buildPages(out, language, words, pageFacts(questionnaire), lineage);
}

async function buildScripts(questionnaire: Questionnaire, lineage: Plugin, outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: "warn",
    root: at("widget"),
    base: "./",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    // Classic calls of `h`: a little smaller than the automatic runtime.
    oxc: {
      jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment", development: false },
      jsxInject: 'import { h, Fragment } from "preact";',
    },
    plugins: [
      ownCopies("/widget/share/"),
      ownCopies("/widget/similar/"),
      startModule(questionnaire),
      wordsModules(questionnaire.language),
      lineage,
      verifiedImports(),
      laterFiles(questionnaire),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      // As written: what would be rewritten for older browsers weighs, and only changes how `light dark` is said.
      cssTarget: "esnext",
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { "diag-cyber-esms": at("widget/element.tsx") },
        preserveEntrySignatures: false,
        // The engine is pure: what only a tool calls goes into the tool's chunk, although one file exports it all.
        treeshake: { moduleSideEffects: (id) => !id.includes("/questionnaires/engine/") },
        output: {
          entryFileNames: "[name].js",
          // A room that opens on a click is a tool: no part of the journey's bytes (test/browser/budget.test.ts).
          chunkFileNames: ({ name }) => `c/${name === "share" ? "tool-share" : "[name]"}-[hash].js`,
          assetFileNames: "c/[name]-[hash][extname]",
        },
      },
    },
  });
}

/** The few lines that a host page runs beside the frame: alone, they share nothing with the diagnostic. */
async function buildFrameHost(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    root: at("widget"),
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { "diag-cyber-esms-frame": at("widget/frame/host.ts") },
        output: { entryFileNames: "[name].js" },
      },
    },
  });
}

/** `virtual:start`: the part of the questionnaire that the first screens need, and nothing of the questions. */
function startModule(questionnaire: Questionnaire): Plugin {
  const id = "virtual:start";
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(packedStart(questionnaire))}` : null),
  };
}

/** Every `import()` of the widget goes through its own verified import, in the place of Vite's helper. */
function verifiedImports(): Plugin {
  return {
    name: "verified-imports",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js"
        ? `export { importVerified as __vitePreload } from ${JSON.stringify(at("widget/effects/import-verified.ts"))};`
        : null,
  };
}

/** Emits the rest of the questionnaire, then writes into each file the hash of those that it may ask for. */
function laterFiles(questionnaire: Questionnaire): Plugin {
  return {
    name: "later-files",
    generateBundle(_, bundle) {
      const source = JSON.stringify(remainderOf(questionnaire, unpack(packedStart(questionnaire))));
      const digest = createHash("sha256").update(source).digest("base64url").slice(0, 8);
      const questions = `c/questions-${questionnaire.id}-${questionnaire.version}-${digest}.json`;
      this.emitFile({ type: "asset", fileName: questions, source });
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      for (const chunk of chunks) {
        chunk.code = chunk.code
          .replace("__QUESTIONS__", questions)
          .replace("__QUESTIONS_INTEGRITY__", integrityOf(source));
      }
      sealImports(chunks, "diag-cyber-esms.js");
    },
  };
}

function packedStart(questionnaire: Questionnaire): PackedStart {
  const { variables, groups, ...packed } = pack(startOf(questionnaire));
  // The names of the profile screens whose variables come later come with them.
  const later = groups.filter((_, place) => !variables.some((variable) => variable[1] === place));
  const first = Object.entries(questionnaire.messages).filter(
    ([key]) => FIRST_MESSAGES.test(key) && !later.some((group) => key === `profile.group.${group}`),
  );
  return { ...packed, groups, variables, messages: Object.fromEntries(first) };
}

function latest(folder: string): Questionnaire {
  const file = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1);
  if (!file) throw new Error(`No compiled questionnaire in ${folder}`);
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as Questionnaire; // written and checked by our own build
}

if (import.meta.main) await buildWidget();
