/** The steps: core first, by domain, never more than four questions, never a lonely one when it can be helped. */
import { expect, it } from "vitest";
import { adapt, parseProfile } from "../../questionnaires/engine/engine.ts";
import { stepsOf } from "../../widget/journey/steps.ts";
import { question, tiny } from "../support/tiny.ts";

function steps(...questions: Parameters<typeof question>[]) {
  const model = tiny(questions.map((one) => question(...one)));
  const profile = parseProfile(model, { size: "small" });
  if (!profile.ok) throw new Error("The tiny profile is complete.");
  return stepsOf(adapt(model, profile.value)).map(({ core, first, questions: asked }) => [
    core ? "core" : "rest",
    first,
    asked.map(({ id }) => id).join(""),
  ]);
}

const core = { core: true };
const two = { domain: "two" };

it("asks the core before the rest, and the rest by domain", () => {
  expect(steps(["a", 1, core], ["b", 2], ["c", 3, core], ["d", 4, two], ["e", 5])).toEqual([
    ["core", 1, "ac"],
    ["rest", 3, "be"],
    ["rest", 5, "d"],
  ]);
});

it("joins a domain with a single core question to its neighbour, and shares five between two steps", () => {
  expect(steps(["a", 1, core], ["b", 2, { ...core, ...two }])).toEqual([["core", 1, "ab"]]);
  const four = ["a", "b", "c", "d"].map((id, rank) => [id, rank + 1, core] as [string, number, object]);
  expect(steps(...four, ["e", 9, { ...core, ...two }])).toEqual([
    ["core", 1, "abc"],
    ["core", 4, "de"],
  ]);
});

it("shares nine questions of a domain in three equal steps", () => {
  const nine = Array.from("abcdefghi", (id, rank) => [id, rank + 1] as [string, number]);
  expect(steps(...nine).map(([, , ids]) => ids)).toEqual(["abc", "def", "ghi"]);
});
