/** Figures in words, and the words themselves: every key the widget speaks exists, and none is there for nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
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

describe.each(
  shipped.map(({ questionnaire }) => [`${questionnaire.id} ${questionnaire.version}`, questionnaire] as const),
)("the words of %s", (_, { id, version, messages }) => {
  const source = sources(fileURLToPath(new URL("../../widget", import.meta.url)));
  const said = new Set(
    [...source.matchAll(/\bt\(\s*"([\w.-]+)"|\{\{([\w.-]+)\}\}/g)].map((found) => found[1] ?? found[2] ?? ""),
  );
  const literals = new Set([...source.matchAll(/"([a-z][\w-]*(?:\.[\w-]+)+)"/g)].map((found) => found[1] ?? ""));
  /** Keys composed from a value: `action.effort.${n}`, `profile.group.${id}`. */
  const composed = [...source.matchAll(/`([\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].map(
    ([, start = "", end = ""]) => [start, end] as const,
  );

  it("has a sentence for every key that a component names", () => {
    const missing = [...said].filter((key) => !Object.hasOwn(messages, key) && !["title", "language"].includes(key));
    expect(missing).toEqual([]);
  });

  it("has no sentence that nothing says", () => {
    const path = fileURLToPath(new URL(`../../questionnaires/${id}/${version}/interface.yaml`, import.meta.url));
    const keys = Object.keys(parse(readFileSync(path, "utf8")) as object);
    const unsaid = keys.filter((key) => {
      const stem = key.replace(/\.(one|other)$/, "");
      const built = composed.some(([start, end]) => start !== "" && key.startsWith(start) && key.endsWith(end));
      return !said.has(key) && !literals.has(key) && !literals.has(stem) && !built;
    });
    expect(unsaid).toEqual([]);
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
