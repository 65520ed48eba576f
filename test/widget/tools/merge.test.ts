/** Two readers: what agrees stays, what one alone knows is kept, what differs waits for the director. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../questionnaires/engine/engine.ts";
import { mergedAnswers, mergeOf, openDifferences, suggestions } from "../../../widget/tools/merge.ts";
import { adapted } from "../../support/questionnaires.ts";
import { question, tiny } from "../../support/tiny.ts";

const model = tiny([
  question("a", 1, { core: true }),
  question("b", 2, { core: true, impliedBy: { question: "a", atMost: 0 } }),
  question("c", 3, { domain: "two" }),
  question("d", 4, { domain: "two" }),
]);
const questionnaire = adapted(model, { size: "small" });
const merge = (mine: Record<string, Answer>, theirs: Record<string, Answer>) =>
  mergeOf(questionnaire, new Map(Object.entries(mine)), new Map(Object.entries(theirs)));

describe("the two readers", () => {
  it("agree on what is the same, and each brings what the other left open", () => {
    const one = merge({ a: 3, c: 1 }, { a: 3, d: 2 });
    expect([...one.settled]).toEqual([
      ["a", 3],
      ["c", 1],
      ["d", 2],
    ]);
    expect(one.only).toEqual({ mine: ["c"], theirs: ["d"] });
    expect(one.differences).toEqual([]);
  });

  it("differ without anybody deciding for the director", () => {
    const one = merge({ a: 3, c: 1 }, { a: 2, c: 4 });
    expect(one.differences.map(({ id, suggested }) => [id, suggested])).toEqual([
      ["a", null],
      ["c", null],
    ]);
    expect([...mergedAnswers(one, {})]).toEqual([]);
    expect([...mergedAnswers(one, { a: "mine", c: "theirs" })]).toEqual([
      ["a", 3],
      ["c", 4],
    ]);
  });

  it("are offered the known answer first where the other one does not know", () => {
    expect(suggestions(merge({ a: "nsp", c: 1 }, { a: 2, c: "nsp" }))).toEqual({ a: "theirs", c: "mine" });
    expect(suggestions(merge({ a: "nsp" }, { a: "nsp" }))).toEqual({});
  });

  it("need not choose what the answers already decide", () => {
    const one = merge({ a: 0, b: 2 }, { a: 3, b: 4 });
    expect(openDifferences(one, {}).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(openDifferences(one, { a: "mine" }).map(({ id }) => id)).toEqual(["a"]); // no a implies no b
    expect(openDifferences(one, { a: "theirs" }).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("are told which answers have no place in the profile that is kept", () => {
    expect(merge({}, { gone: 2 }).aside).toEqual(["gone"]);
  });
});
