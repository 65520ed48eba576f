/**
 * Nothing in the code knows a questionnaire: what the engine, the API and the widget are made of names no variable,
 * question or action of the shipped content, and holds no word of French. Words live in the content and in data files.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shipped } from "../support/questionnaires.ts";
import { sources } from "../support/sources.ts";

const FILES = ["questionnaires/engine", "questionnaires/schema", "worker", "widget"].flatMap((one) => sources(one));

/** The product's own name: its element, its package, the type of its problems. */
const PRODUCT = /diag-cyber-esms/g;

/** Names of the content that the code bears too, and why it may. */
const ALSO_OURS: ReadonlySet<string> = new Set([
  "direction", // a value of the content; in the engine, the way a score went
  "places", // a variable of the content; in the engine, the plural of « place »
  "nsp", // a value of the content; everywhere, the answer « je ne sais pas » of the public contract (design §5)
]);

/** A string, a template or a regular expression is kept; a comment, the other branch, is not. */
const COMMENT_OR_TEXT =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[(=,:?&|]\s?)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/\w*)|\/\/.*|\/\*[\s\S]*?\*\//g;

function codeOf(file: string): string {
  return readFileSync(file, "utf8")
    .replace(COMMENT_OR_TEXT, (_, text: string | undefined) => text ?? "")
    .replace(PRODUCT, "");
}

/** The matches in the code of every file, each with the file where it stands. */
function found(pattern: RegExp, suspect: (match: string) => boolean = () => true): readonly string[] {
  return FILES.flatMap((file) => [...codeOf(file).matchAll(pattern)].map(([match]) => [file, match] as const))
    .filter(([, match]) => suspect(match))
    .map(([file, match]) => `${file}: ${match}`);
}

/** Every name by which the shipped content calls something. */
const NAMES: ReadonlySet<string> = new Set(
  shipped.flatMap(({ questionnaire }) => [
    questionnaire.id,
    ...questionnaire.profile.flatMap(({ id, group, options }) => [id, group, ...options.map(({ value }) => value)]),
    ...[questionnaire.derived, questionnaire.domains, questionnaire.questions, questionnaire.actions].flatMap((list) =>
      list.map(({ id }) => id),
    ),
  ]),
);

/** The codes of its categories: numbers, hence looked for as texts only. */
const CATEGORIES: ReadonlySet<string> = new Set(
  shipped.flatMap(({ questionnaire }) => questionnaire.categories.map(({ code }) => code)),
);

/** French words that are neither English nor names of our code. */
const FRENCH =
  /(?<![\p{L}\d_.-])(?:le|la|les|des|du|une|est|sont|et|ou|pour|avec|dans|sur|pas|votre|vos|vous|oui|non|aucune?|inconnue?|questions? sur|réponses?|secteur|departement|categorie|hebergement|etablissement)(?![\p{L}\d_-])/giu;

describe("the code of the engine, the API and the widget", () => {
  it("is read: it is more than a hundred files, whose comments are set aside and whose texts are not", () => {
    expect(FILES.length).toBeGreaterThan(100);
    const element = codeOf("widget/element.tsx");
    expect(element).toContain('"ready"');
    expect(element).not.toContain("the only class");
  });

  it("names nothing of the shipped content", () => {
    const named = found(/[\p{L}\d_-]+/gu, (word) => NAMES.has(word) && !/^\d+$/.test(word) && !ALSO_OURS.has(word));
    expect(named).toEqual([]);
    expect(found(/"\d+"/g, (text) => CATEGORIES.has(text.slice(1, -1)))).toEqual([]);
  });

  it("names no questionnaire", () => {
    expect(found(/\b\w*esms\w*\b/gi)).toEqual([]);
  });

  it("holds no French: neither its letters, nor its signs, nor its words", () => {
    expect(found(/[^\s"'`]*[àâçéèêëîïôûùœ«»\u00a0\u202f][^\s"'`]*/giu)).toEqual([]);
    expect(found(/\\u00a0|\\u202f/gi)).toEqual([]);
    const ours = found(FRENCH).filter((one) => one !== "worker/metrics/openmetrics.ts: le"); // a label of OpenMetrics
    expect(ours).toEqual([]);
  });
});
