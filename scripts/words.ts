/**
 * The words of the interface that no version of a questionnaire holds: published versions never change, the pages do.
 * One YAML file per language and room: `questionnaires/words/<language>/<room>.yaml`, flat `key: sentence`.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { parse } from "yaml";

export type Words = Readonly<Record<string, string>>;

const PREFIX = "virtual:words/";
/** Sentences that replace those of the same key in the shown questionnaire's own interface. */
const OVERRIDES = "interface";

/** The words of a room; none where the language has no such file. Throws on anything but texts. */
export function readWords(language: string, room: string): Words {
  const file = fileURLToPath(new URL(`../questionnaires/words/${language}/${room}.yaml`, import.meta.url));
  if (!existsSync(file)) return {};
  const words = (parse(readFileSync(file, "utf8")) ?? {}) as Record<string, unknown>;
  for (const [key, text] of Object.entries(words)) {
    if (typeof text !== "string") throw new Error(`${file}: « ${key} » is not a text`);
  }
  return words as Words; // each one has just been checked
}

/** The messages that the widget speaks: the questionnaire's, in the latest words of the interface. */
export function spokenMessages(language: string, messages: Words): Words {
  return { ...messages, ...readWords(language, OVERRIDES) };
}

/** `virtual:words/<room>`: the words of a room in the language of the page, for the chunk that speaks them; `language` is among them. */
export function wordsModules(language: string): Plugin {
  return {
    name: "words",
    resolveId: (source) => (source.startsWith(PREFIX) ? `\0${source}` : null),
    load: (id) => {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const words = readWords(language, id.slice(PREFIX.length + 1));
      if (Object.keys(words).length === 0) throw new Error(`No words for « ${id.slice(1)} » in ${language}`);
      return `export default ${JSON.stringify({ language, ...words })}`;
    },
  };
}
