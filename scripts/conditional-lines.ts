/**
 * `virtual:lines/<room>`: the words of a room that show only to some profiles. In its YAML, `line.<id>` is the text and
 * `when.<id>` its condition, in the grammar of the questionnaires; without one, the line is for everybody.
 */
import type { Plugin } from "vite";
import { parseExpression } from "../questionnaires/compile/expression.ts";
import type { ConditionalLine } from "../questionnaires/schema/conditional-line.ts";
import { readWords, type Words } from "./words.ts";

const PREFIX = "virtual:lines/";
const LINE = "line.";
const WHEN = "when.";

/** The lines, in the order of the file. Throws on a condition that does not parse, or that belongs to no line. */
export function conditionalLines(words: Words): readonly ConditionalLine[] {
  const stray = Object.keys(words).find((key) => key.startsWith(WHEN) && !(LINE + key.slice(WHEN.length) in words));
  if (stray !== undefined) throw new Error(`« ${stray} » is the condition of no line`);
  return Object.entries(words)
    .filter(([key]) => key.startsWith(LINE))
    .map(([key, text]) => {
      const id = key.slice(LINE.length);
      const parsed = parseExpression(words[WHEN + id] ?? "toujours");
      if (!parsed.ok) throw new Error(`« ${WHEN}${id} », column ${parsed.column}: ${parsed.message}`);
      return { id, text, when: parsed.condition };
    });
}

export function linesModules(language: string): Plugin {
  return {
    name: "lines",
    resolveId: (source) => (source.startsWith(PREFIX) ? `\0${source}` : null),
    load: (id) => {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      return `export default ${JSON.stringify(conditionalLines(readWords(language, id.slice(PREFIX.length + 1))))}`;
    },
  };
}
