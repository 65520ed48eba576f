/** What the marks bring is what the engine simulates, and a click plans what it says it reaches. */
import { expect, it } from "vitest";
import { diagnose } from "../../../questionnaires/engine/engine.ts";
import { mark, noMarks, planOnly } from "../../../widget/pages/plan/marks.ts";
import { openCode, openHandedOver } from "../../../widget/pages/plan/opened.ts";
import { shortcuts, waitedFor, whatIf } from "../../../widget/pages/plan/what-if.ts";
import { model, opened } from "./opened.ts";

const none = noMarks("2026-11-22");

it("is today's result while nothing is marked", () => {
  const diagnostic = opened("SSIAD");
  const { done, all } = whatIf(diagnostic, none);
  expect(done.score).toBe(diagnostic.result.score);
  expect(all).toEqual(done);
});

it("counts what is done apart from what is planned too, caps included", () => {
  const diagnostic = opened("SSIAD");
  const [first, second] = diagnostic.result.actions.map(({ id }) => id);
  const marks = mark(mark(none, first ?? "", "done"), second ?? "", "planned");
  const { done, all } = whatIf(diagnostic, marks);
  const engine = (ids: string[]) => diagnose(diagnostic.adapted, diagnostic.answers, ids).simulation;
  expect(done).toEqual(engine([first ?? ""]));
  expect(all).toEqual(engine([first ?? "", second ?? ""]));
  expect(diagnostic.result.cap?.limit).toBe(39);
  expect(done.cap?.limit).toBe(59);
});

it.each(["SSIAD", "EHPAD", "SAVS"])("plans at one click what reaches the goal it names: %s", (words) => {
  const diagnostic = opened(words);
  for (const { kind, set } of shortcuts(diagnostic)) {
    const { all } = whatIf(diagnostic, planOnly(none, set.actions));
    expect(all.score).toBe(set.score);
    if (kind !== "level") expect(all.score).toBeGreaterThanOrEqual(diagnostic.result.expected);
    if (kind !== "expected") expect(all.level).toBe((diagnostic.result.level ?? 0) + 1);
  }
});

it("names the actions that a remaining cap waits for, until they are marked", () => {
  const diagnostic = opened("EHPAD");
  const waited = waitedFor(diagnostic, whatIf(diagnostic, none), none);
  expect(waited).toEqual(["act-test-restauration"]);
  const planned = planOnly(none, waited);
  const after = whatIf(diagnostic, planned);
  expect(after.all.cap).toBeNull();
  expect(waitedFor(diagnostic, after, planned)).toEqual([]);
});

it("opens the same diagnostic from its code and from what the widget hands over, and nothing from a broken one", () => {
  const diagnostic = opened("SSIAD");
  const again = openCode(model, diagnostic.code);
  expect(typeof again === "string" ? again : again.result).toEqual(diagnostic.result);
  expect(openCode(model, `${diagnostic.code.slice(0, -1)}0`)).toBe("altered");
  expect(openHandedOver(model, { categorie: "354" }, {})).toBe("malformed");
  expect(openHandedOver(model, null, null)).toBe("malformed");
});
