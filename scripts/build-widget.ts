/**
 * Builds what the browser loads, into dist/assets for the product: the widget (one first file, then its later chunks)
 * and the hosted pages. Reads the compiled versions of the questionnaire that it shows.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import type { Questionnaire } from "../questionnaires/schema/compiled.ts";
import { type PackedStart, pack, unpack } from "../widget/state/pack.ts";
import { remainderOf } from "../widget/state/remainder.ts";
import { startOf } from "../widget/state/start.ts";
import { buildPages } from "./build-pages.ts";
import { lineageModule } from "./lineage.ts";
import { ownCopies } from "./own-copies.ts";
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
  await buildScripts(questionnaire, lineage, join(out, "widget/v1"));
  await buildPages(out, language, { ...questionnaire.messages, title, "page.heading": title }, lineage);
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
      jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment" },
      jsxInject: 'import { h, Fragment } from "preact";',
    },
    plugins: [
      ownCopies("/widget/share/"),
      startModule(questionnaire),
      wordsModules(questionnaire.language),
      lineage,
      plainImports(),
      laterFiles(questionnaire),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
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

/** `virtual:start`: the part of the questionnaire that the first screens need, and nothing of the questions. */
function startModule(questionnaire: Questionnaire): Plugin {
  const id = "virtual:start";
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(packedStart(questionnaire))}` : null),
  };
}

/** `import()` as written: Vite's own helper around it preloads what we have not got, and weighs 0.7 KB. */
function plainImports(): Plugin {
  return {
    name: "plain-imports",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
  };
}

/** Emits the rest of the questionnaire, and writes where it and the later chunks are, for who asks for them. */
function laterFiles(questionnaire: Questionnaire): Plugin {
  return {
    name: "later-files",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const journey = chunks.find(({ name }) => name === "journey");
      const radar = chunks.find(({ name }) => name === "radar");
      const share = chunks.find(({ name }) => name === "share");
      if (!journey || !radar || !share)
        throw new Error("The journey, the radar or a tool is no longer a chunk of its own.");
      const source = JSON.stringify(remainderOf(questionnaire, unpack(packedStart(questionnaire))));
      const digest = createHash("sha256").update(source).digest("base64url").slice(0, 8);
      const questions = `c/questions-${questionnaire.id}-${questionnaire.version}-${digest}.json`;
      this.emitFile({ type: "asset", fileName: questions, source });
      for (const chunk of chunks) {
        chunk.code = chunk.code
          .replace("__JOURNEY__", journey.fileName)
          .replace("__QUESTIONS__", questions)
          .replace("__RADAR__", basename(radar.fileName))
          .replace("__SHARE__", basename(share.fileName));
      }
    },
  };
}

function packedStart(questionnaire: Questionnaire): PackedStart {
  const start = startOf(questionnaire);
  const first = Object.entries(questionnaire.messages).filter(([key]) => FIRST_MESSAGES.test(key));
  return pack({ ...start, messages: Object.fromEntries(first) });
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
