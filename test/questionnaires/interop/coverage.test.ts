/** What the coverage table promises: nothing forgotten, nothing invented, and the same as in the documentation. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverage } from "../../../questionnaires/interop/coverage.ts";
import { coverageDocument, coveragePath } from "../../../questionnaires/interop/coverage-document.ts";
import type { Framework, Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import { shippedByName, version } from "../../support/questionnaires.ts";
import { action, question, tiny } from "../../support/tiny.ts";

const framework = (id: string, changes: Partial<Framework>): Framework => ({
  id,
  name: id.toUpperCase(),
  publisher: "Someone",
  version: null,
  prefixes: [],
  suffixes: [],
  url: null,
  checkedOn: null,
  items: null,
  ...changes,
});

const { questionnaire: small } = tiny(
  [question("a", 1, { references: ["G 10 et 2", "Act 5 CODE"] }), question("b", 2, { references: ["G 2"] })],
  [action("do-a", { references: ["G 10 et 2"] }), action("do-b", { references: ["G 2", "G 3"] })],
  {
    frameworks: [
      framework("guide", { prefixes: ["G"], items: { first: 1, last: 3 } }),
      framework("code", { suffixes: ["CODE"] }),
    ],
  },
);

describe("the coverage", () => {
  it("says by framework and item which questions and actions answer it, numbers in order", () => {
    expect(coverage(small)).toEqual({
      questionnaire: "tiny",
      version: "1.0.0",
      frameworks: [
        {
          id: "guide",
          name: "GUIDE",
          known: 3,
          items: [
            { reference: "G 2", questions: ["a", "b"], actions: ["do-a", "do-b"] },
            { reference: "G 3", questions: [], actions: ["do-b"] },
            { reference: "G 10", questions: ["a"], actions: ["do-a"] },
          ],
          uncovered: ["G 1", "G 3"],
        },
        {
          id: "code",
          name: "CODE",
          known: null,
          items: [{ reference: "Act 5 CODE", questions: ["a"], actions: [] }],
          uncovered: [],
        },
      ],
    });
  });

  it.each(shippedByName)("of %s names every question, and every action but the lever for unknowns", (_, model) => {
    const { questionnaire } = model;
    const items = coverage(questionnaire).frameworks.flatMap((one) => one.items);
    const named = (key: "questions" | "actions") => [...new Set(items.flatMap((item) => item[key]))].sort();
    const ids = (owners: readonly { readonly id: string }[]) => owners.map(({ id }) => id).sort();
    expect(named("questions")).toEqual(ids(questionnaire.questions));
    expect(named("actions")).toEqual(ids(questionnaire.actions).filter((id) => id !== questionnaire.unknown.action));
  });

  it.each(shippedByName)("of %s gives an action at least what its questions cite", (_, { questionnaire }) => {
    for (const { items } of coverage(questionnaire).frameworks) {
      for (const { reference, questions, actions } of items) {
        const proposed = questionnaire.questions
          .filter(({ id }) => questions.includes(id))
          .flatMap((one) => one.actions.map(({ action: id }) => id));
        expect(actions, reference).toEqual(expect.arrayContaining(proposed));
      }
    }
  });

  it("of esms 1.0.0 agrees with the content plan, counted by hand", () => {
    const { frameworks } = coverage(version("esms", "1.0.0").questionnaire);
    const of = (id: string) => frameworks.find((one) => one.id === id);
    expect(of("tpe")?.uncovered).toEqual([]);
    expect(of("tpe")?.known).toBe(13);
    expect(of("hygiene")?.items.find(({ reference }) => reference === "Hyg 13")?.questions).toEqual([
      "acc-mfa-mail",
      "acc-mfa-distant",
      "acc-mfa-dui",
    ]);
    expect(of("hygiene")?.uncovered).toHaveLength(42 - 31);
    expect(of("rgpd")?.items.map(({ reference }) => reference)).toContain("RGPD art. 38");
  });
});

describe("the documents on the coverage", () => {
  it.each(shippedByName)("of %s are those that the content gives; if not: npm run docs:coverage", (_, model) => {
    const { questionnaire } = model;
    expect(readFileSync(coveragePath(questionnaire), "utf8")).toBe(coverageDocument(questionnaire));
  });

  it("keep a table whole whatever the words in it", () => {
    const named = { ...small, frameworks: [framework("bar", { name: "A | B", prefixes: ["G"] })] };
    expect(coverageDocument(named satisfies Questionnaire)).toContain("## A \\| B");
  });
});
