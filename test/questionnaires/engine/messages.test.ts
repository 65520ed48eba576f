/** The sentences that the engine composes are those that the authors of a questionnaire write. */
import { describe, expect, it } from "vitest";
import { ENGINE_MESSAGES, MIGRATION_MESSAGES } from "../../../questionnaires/engine/engine.ts";
import { allByName, shippedByName } from "../../support/questionnaires.ts";

/** The keys under the same headings (« issue », « explain »…) as these. */
function under(headings: readonly string[], messages: Readonly<Record<string, string>>): readonly string[] {
  const wanted = new Set(headings.map((key) => key.split(".")[0]));
  return Object.keys(messages).filter((key) => wanted.has(key.split(".")[0]));
}

describe.each(allByName)("%s", (_, { questionnaire: { messages } }) => {
  it("has every sentence that the engine says, and none that it never says", () => {
    const headings = ["issue", "warning", "reason", "condition", "explain", "code"];
    expect([...ENGINE_MESSAGES].sort()).toEqual([...under(headings, messages)].sort());
  });
});

describe.each(shippedByName)("%s", (_, { questionnaire: { messages } }) => {
  it("has every sentence that a migration says, and none that it never says", () => {
    expect([...MIGRATION_MESSAGES].sort()).toEqual([...under(["migration"], messages)].sort());
  });
});
