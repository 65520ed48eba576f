/** When a condition on the profile holds: the one predicate behind display, scoring, caps, alerts and exposure (law 6). */
import { describe, expect, it } from "vitest";
import { holds } from "../../../questionnaires/engine/engine.ts";
import type { Condition } from "../../../questionnaires/schema/compiled.ts";

const facts = new Map<string, string | boolean | number | readonly string[]>([
  ["size", "small"],
  ["devices", ["lift", "camera"]],
  ["places", 12],
  ["local", false],
]);
const small: Condition = { var: "size", in: ["medium", "small"] };
const large: Condition = { var: "size", in: ["large"] };

describe("a condition", () => {
  it.each([
    ["on one choice holds for any of the values listed", small, true],
    ["on one choice does not hold for others", large, false],
    ["on several choices holds as soon as one of them is listed", { var: "devices", in: ["camera", "phone"] }, true],
    ["on several choices does not hold when none is listed", { var: "devices", in: ["phone"] }, false],
    ["on a derived variable holds for its very value", { var: "local", in: [false] }, true],
    ["on a derived variable does not hold for the other value", { var: "local", in: [true] }, false],
    ["on a variable left out does not hold", { var: "absent", in: ["small"] }, false],
    ["on a number does not hold, whatever is listed", { var: "places", in: ["12"] }, false],
    ["made of all holds when each part does", { all: [small, true] }, true],
    ["made of all does not hold when one part fails", { all: [small, large] }, false],
    ["made of any holds when one part does", { any: [large, small] }, true],
    ["made of any does not hold when every part fails", { any: [large, large] }, false],
    ["turned round holds when what it denies does not", { not: large }, true],
    ["turned round does not hold when what it denies does", { not: small }, false],
  ] as const)("%s", (_, condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });
});
