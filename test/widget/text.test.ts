/** Figures in words, and the words themselves: every key the widget speaks exists, and none is there for nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { typographyFaults } from "../../questionnaires/compile/checks/typography.ts";
import { MIGRATION_MESSAGES } from "../../questionnaires/engine/engine.ts";
import { readWords } from "../../scripts/words.ts";
import { formatRate, formatScore, nextBand } from "../../widget/text/score.ts";
import { createText } from "../../widget/text/text.ts";
import { shipped } from "../support/questionnaires.ts";

describe("scores", () => {
  it.each([
    [59, [60], "59"],
    [59.94, [60], "59,9"],
    [59.96, [60], "59,9"], // not 60 under a level that starts at 60
    [60, [80], "60"],
    [79.999, [80], "79,9"],
    [69.97, [80, 70], "69,9"], // nor a threshold that is not reached
    [66.67, [], "66,7"],
    [0, [20], "0"],
    [100, [], "100"],
  ])("says %d, below %j, as %s", (score, limits, said) => {
    expect(formatScore(score, "fr", limits)).toBe(said);
  });

  it("speaks the language of the questionnaire", () => {
    expect(formatScore(66.67, "en")).toBe("66.7");
  });

  it("never rounds a confidence up to 100 %", () => {
    expect(formatRate(0.998, "en")).toBe("99%");
    expect(formatRate(1, "en")).toBe("100%");
  });

  it("finds the band that a level has not reached", () => {
    const levels = [0, 20, 40].map((from, level) => ({ level, from }));
    expect(nextBand(levels, 1)).toEqual([40]);
    expect(nextBand(levels, 2)).toEqual([]);
  });
});

describe("sentences", () => {
  it("fills the holes it has values for, and leaves the others to be seen", () => {
    const t = createText({ greeting: "Hello {name}, {other}" });
    expect(t("greeting", { name: "you" })).toBe("Hello you, {other}");
    expect(t("missing")).toBe("missing");
  });
});

const source = sources(fileURLToPath(new URL("../../widget", import.meta.url)));
const said = new Set(
  [...source.matchAll(/\b(?:t|say)\(\s*"([\w.-]+)"|\{\{([\w.-]+)\}\}/g)].map((found) => found[1] ?? found[2] ?? ""),
);
const literals = new Set([...source.matchAll(/"([a-z][\w-]*(?:\.[\w-]+)+)"/g)].map((found) => found[1] ?? ""));
/** Keys composed from a value: `action.effort.${n}`, `profile.group.${id}`. */
const composed = [...source.matchAll(/`([\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].map(
  ([, start = "", end = ""]) => [start, end] as const,
);
/** The links of the layout (scripts/build-pages.ts): one per page that exists. */
for (const page of readdirSync(fileURLToPath(new URL("../../widget/pages", import.meta.url)))) said.add(`nav.${page}`);
said.add("nav-label");
/** What the engine says of a migration: a page brings the words that its own version travels without. */
for (const key of MIGRATION_MESSAGES) said.add(key);

/** The keys that no component, no page and no template names. */
function unsaidOf(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => {
    const stem = key.replace(/\.(one|other)$/, "");
    const built = composed.some(([start, end]) => start !== "" && key.startsWith(start) && key.endsWith(end));
    return !said.has(key) && !literals.has(key) && !literals.has(stem) && !built;
  });
}

/** The words that belong to no version of a questionnaire, by language and room. */
const WORDS = fileURLToPath(new URL("../../questionnaires/words", import.meta.url));
const rooms = readdirSync(WORDS).flatMap((language) =>
  readdirSync(`${WORDS}/${language}`).map((file) => [language, file.replace(".yaml", "")] as const),
);
const latest = shipped.at(-1)?.questionnaire.messages ?? {};

describe.each(rooms)("the words of the pages, %s/%s", (language, room) => {
  const all = readWords(language, room);
  /** Conditions are no words: the build compiles them (scripts/conditional-lines.ts). */
  const words = Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith("when.")));

  it("are all said somewhere", () => {
    expect(Object.keys(words)).not.toEqual([]);
    expect(unsaidOf(Object.keys(words))).toEqual([]);
  });

  it("keep the rules of French typography", () => {
    const faults =
      language === "fr"
        ? Object.entries(words).flatMap(([key, text]) => typographyFaults(text).map(([what]) => `${key}: ${what}`))
        : [];
    expect(faults).toEqual([]);
  });

  it("replace sentences of the questionnaire only where that is their purpose", () => {
    const ours = /^(page\.(description|noscript)$|migration\.)/; // a page has its own; a page brings the engine's words of a migration
    const replaced = Object.keys(words).filter((key) => Object.hasOwn(latest, key) && !ours.test(key));
    if (room !== "interface") expect(replaced).toEqual([]);
  });
});

describe.each(
  shipped.map(({ questionnaire }) => [`${questionnaire.id} ${questionnaire.version}`, questionnaire] as const),
)("the words of %s", (_, { id, version, messages, language }) => {
  const pages = readdirSync(`${WORDS}/${language}`).map((file) => readWords(language, file.replace(".yaml", "")));
  const known: Readonly<Record<string, string>> = Object.assign({}, messages, ...pages);

  it("has a sentence for every key that a component names", () => {
    const missing = [...said].filter(
      (key) =>
        !key.startsWith("nav") && !Object.hasOwn(known, key) && !["title", "language", "page.heading"].includes(key),
    );
    expect(missing).toEqual([]);
  });

  it("has no sentence that nothing says", () => {
    const path = fileURLToPath(new URL(`../../questionnaires/${id}/${version}/interface.yaml`, import.meta.url));
    expect(unsaidOf(Object.keys(parse(readFileSync(path, "utf8")) as object))).toEqual([]);
  });
});

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sources(path);
      return /\.(tsx?|html)$/.test(entry.name) ? readFileSync(path, "utf8") : "";
    })
    .join("\n");
}
