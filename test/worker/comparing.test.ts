/** Two dates of one establishment, side by side: in one version or across two, and nothing stored. */
import { describe, expect, it } from "vitest";
import { catalogue } from "../../dist/questionnaires/catalogue.js";
import { adapt, indexQuestionnaire, parseProfile } from "../../questionnaires/engine/engine.ts";
import type { ComparisonDocument } from "../../questionnaires/schema/comparison.ts";
import { post, rows } from "./support/api.ts";
import { complete, fail } from "./support/samples.ts";

const compare = (body: unknown) => post("/api/v1/comparisons", body);
const NOW = complete();
const OLD = "1.0.0";

/** The same establishment in an older version, every question at one level. */
function atVersion(number: string, level: number) {
  const found = catalogue.find(({ id, version }) => id === NOW.questionnaire && version === number);
  const model = indexQuestionnaire(found ?? fail(`${number} is not shipped`));
  const profile = parseProfile(model, NOW.profile);
  const { displayed } = profile.ok ? adapt(model, profile.value) : fail(JSON.stringify(profile.issues));
  return { ...NOW, version: number, answers: Object.fromEntries(displayed.map(({ id }) => [id, level])) };
}

/** The pairs [pointer, code] of the issues of a refusal. */
function issues(json: unknown) {
  const { errors } = json as { errors: readonly { pointer: string; code: string; detail: string }[] };
  for (const { detail } of errors) expect(detail).toMatch(/[.»]$/);
  return errors.map(({ pointer, code }) => [pointer, code]);
}

describe("a comparison", () => {
  it("gives each result as its own version scores it, and both scores on the part in common", async () => {
    const worse = { ...NOW, answers: { ...NOW.answers, "gouv-referent": 0 } };
    const { status, json } = await compare({ before: worse, after: NOW });
    const told = json as ComparisonDocument;
    expect(status).toBe(200);
    expect([told.before.version, told.after.version]).toEqual([NOW.version, NOW.version]);
    const [then, now] = told.common.score ?? fail("nothing in common");
    expect(now).toBeGreaterThan(then);
    expect(told.changes).toEqual([
      { id: "gouv-referent", before: 0, after: NOW.answers["gouv-referent"], direction: "up" },
    ]);
    expect(await rows()).toEqual({ receipts: 0, contributions: 0 });
  });

  it("crosses versions by their migration, and says what it cannot compare", async () => {
    const { status, json } = await compare({ before: atVersion(OLD, 2), after: NOW });
    const told = json as ComparisonDocument;
    expect(status).toBe(200);
    expect([told.before.version, told.after.version]).toEqual([OLD, NOW.version]);
    expect(told.common.score).toEqual([50, 75]); // every common question rises from level 2 to level 3
    expect(told.changes).toHaveLength(told.common.questions.length);
    expect(told.notCompared.before).toContain("conf-registre"); // its level 4 no longer means the same
  });

  it.each([
    [
      "nothing",
      {},
      [
        ["/before", "field.required"],
        ["/after", "field.required"],
      ],
    ],
    ["a list", [], [["", "body.not-an-object"]]],
    ["one date only", { before: NOW }, [["/after", "field.required"]]],
    ["a third date", { before: NOW, after: NOW, later: NOW }, [["/later", "field.unknown"]]],
    ["a what-if in a date", { before: { ...NOW, simulate: [] }, after: NOW }, [["/before/simulate", "field.unknown"]]],
    [
      "the dates in disorder",
      { before: NOW, after: { ...NOW, version: OLD, answers: {} } },
      [["/after/version", "comparison.no-way"]],
    ],
    [
      "an unknown version",
      { before: { ...NOW, version: "9.9.9" }, after: NOW },
      [["/before/version", "version.unknown"]],
    ],
    [
      "a wrong answer",
      { before: NOW, after: { ...NOW, answers: { "gouv-referent": 9 } } },
      [["/after/answers/gouv-referent", "answer.invalid-value"]],
    ],
  ])("of %s is refused where it is wrong", async (_, body, expected) => {
    const { status, json } = await compare(body);
    expect(status).toBe(422);
    expect(issues(json)).toEqual(expected);
  });
});
