/** The second questionnaire is whole, passes the whole check, and is not held to the rules of French. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkVersion } from "../../../questionnaires/compile/check-version.ts";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import { SECOND_ROOT, shipped } from "../../support/questionnaires.ts";

const FOLDER = "office/1.0.0";
const files = readSources(join(SECOND_ROOT, FOLDER));

/** The file with one text replaced. */
function changed(name: string, from: string, to: string) {
  return files.map((file) => (file.name === name ? { name, text: file.text.replace(from, to) } : file));
}

function keysOf(root: string, version: string, file: string): readonly string[] {
  const keys = Object.keys(parse(readFileSync(join(root, version, file), "utf8")) as object);
  return keys.filter((key) => !key.startsWith("profile.group.")).sort();
}

describe("the second questionnaire", () => {
  it("passes the whole check, its worked examples included, without one remark", () => {
    const { findings, questionnaire } = checkVersion(FOLDER, files, {});
    expect(findings).toEqual([]);
    expect(questionnaire?.questions).toHaveLength(6);
  });

  it("has no variable, question, domain, action or category of the shipped ones", () => {
    const names = (questionnaire: (typeof shipped)[number]["questionnaire"]) => [
      ...questionnaire.profile.map(({ id }) => id),
      ...questionnaire.derived.map(({ id }) => id),
      ...questionnaire.questions.map(({ id }) => id),
      ...questionnaire.domains.map(({ id }) => id),
      ...questionnaire.actions.map(({ id }) => id),
      ...questionnaire.categories.map(({ code }) => code),
    ];
    const { questionnaire } = checkVersion(FOLDER, files, {});
    const known = new Set(shipped.flatMap((model) => names(model.questionnaire)));
    expect(questionnaire && names(questionnaire).filter((name) => known.has(name))).toEqual([]);
  });

  it("has a word of its own for every sentence of the interface, and no other", () => {
    const { id, version } = shipped.at(-1)?.questionnaire ?? { id: "", version: "" };
    const theirs = keysOf(QUESTIONNAIRES_ROOT, `${id}/${version}`, "interface.yaml");
    expect(keysOf(SECOND_ROOT, FOLDER, "interface.yaml")).toEqual(theirs);
  });

  it("would break French typography if it said that it is in French", () => {
    const french = changed("questionnaire.yaml", "language: en", "language: fr");
    const codes = checkVersion(FOLDER, french, {}).findings.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["typography"]));
  });

  it("gives a category the value that it is listed under, for the first variable that it pre-fills", () => {
    const { questionnaire } = checkVersion(FOLDER, files, {});
    expect(questionnaire?.categories.map(({ code, defaults }) => [code, defaults])).toEqual([
      ["shop", { clients: "public", cards: "yes" }],
      ["clinic", { clients: "public" }],
      ["studio", { clients: "business", cards: "no" }],
    ]);
  });

  it.each([
    ["regions.yaml", "[s1]", "[s1, s2]"],
    ["regions.yaml", "[n1, n2]", "[n1]"],
    ["regions.yaml", "[s1]", "[s1, n1]"],
  ])(
    "is told, whatever its variable is called, that an area has no region of its own (%s: %s → %s)",
    (name, from, to) => {
      const { findings } = checkVersion(FOLDER, changed(name, from, to), {});
      expect(findings.map(({ code }) => code)).toEqual(["department"]);
    },
  );
});
