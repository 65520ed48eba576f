/** Why a question is asked or not: only the parts of its condition that decide, said plainly (law 9, rules 12). */
import { describe, expect, it } from "vitest";
import { describeAdapted } from "../../../questionnaires/engine/engine.ts";
import type { Condition, Variable } from "../../../questionnaires/schema/compiled.ts";
import { adapted } from "../../support/questionnaires.ts";
import { question, tiny } from "../../support/tiny.ts";

function variable(id: string, type: Variable["type"], values: readonly string[]): Variable {
  return {
    id,
    label: `${id}?`,
    name: `the ${id}`,
    help: "",
    type,
    optional: false,
    group: "all",
    kept: true,
    options: values.map((value) => ({ value, label: value.toUpperCase(), exclusive: false })),
    range: null,
    defaultFrom: null,
  };
}

/** Of the one question of a questionnaire, asked under this condition of a small place with lifts and phones. */
function reasonFor(when: Condition): string | undefined {
  const model = tiny([question("a", 1, { when })], undefined, {
    profile: [
      variable("size", "single", ["small", "large", "huge"]),
      variable("devices", "multiple", ["camera", "lift", "phone"]),
    ],
    derived: [
      {
        id: "local",
        label: "the server is here",
        labelNot: "the server is elsewhere",
        when: { var: "size", in: ["huge"] },
      },
    ],
    messages: {
      "reason.asked": "Asked: {conditions}",
      "reason.hidden": "Not asked: {conditions}",
      "condition.is": "{name} is {values}",
      "condition.is-not": "{name} is not {values}",
      "condition.value": "<{label}>",
      "condition.or": "or",
      "condition.and": "and",
      "condition.group": "({inner})",
    },
  });
  const { questions, hidden } = describeAdapted(adapted(model, { size: "small", devices: ["lift", "phone"] }));
  return [...questions, ...hidden][0]?.reason;
}

const small: Condition = { var: "size", in: ["small"] };
const large: Condition = { var: "size", in: ["large"] };
const larger: Condition = { var: "size", in: ["large", "huge"] };
const lift: Condition = { var: "devices", in: ["lift"] };
const camera: Condition = { var: "devices", in: ["camera"] };
const here: Condition = { var: "local", in: [true] };

describe("a question that is asked", () => {
  it.each([
    ["of the values listed, the one given", { var: "size", in: ["small", "large"] }, "the size is <SMALL>"],
    [
      "of several values, those given",
      { var: "devices", in: ["camera", "lift", "phone"] },
      "the devices is <LIFT> or <PHONE>",
    ],
    [
      "of alternatives, those that are so",
      { any: [large, small, lift] },
      "the size is <SMALL> or the devices is <LIFT>",
    ],
    ["one alternative as if it stood alone", { any: [large, small] }, "the size is <SMALL>"],
    [
      "several values without brackets where nothing stands beside them",
      { any: [large, { var: "devices", in: ["lift", "phone"] }] },
      "the devices is <LIFT> or <PHONE>",
    ],
    ["everything that must be so", { all: [small, lift] }, "the size is <SMALL> and the devices is <LIFT>"],
    ["what must not be so", { not: larger }, "the size is not <LARGE> or <HUGE>"],
    [
      "of alternatives that must not be, all",
      { not: { any: [large, camera] } },
      "the size is not <LARGE> and the devices is not <CAMERA>",
    ],
    [
      "of things that must not be together, those that are not",
      { not: { all: [large, lift] } },
      "the size is not <LARGE>",
    ],
    ["twice denied, as said once", { not: { not: small } }, "the size is <SMALL>"],
    ["a derived fact by its own words", { not: here }, "the server is elsewhere"],
    ["a derived fact that must be false", { var: "local", in: [false] }, "the server is elsewhere"],
    [
      "several values in brackets beside something else",
      { all: [{ not: larger }, lift] },
      "(the size is not <LARGE> or <HUGE>) and the devices is <LIFT>",
    ],
    [
      "alternatives in brackets beside something else",
      { all: [{ any: [small, lift] }, { not: here }] },
      "(the size is <SMALL> or the devices is <LIFT>) and the server is elsewhere",
    ],
    [
      "a single thing without brackets",
      { all: [{ any: [large, small] }, { not: { not: lift } }] },
      "the size is <SMALL> and the devices is <LIFT>",
    ],
  ] as const)("says %s", (_, when, words) => {
    expect(reasonFor(when)).toBe(`Asked: ${words}`);
  });

  it("says nothing when everyone is asked", () => {
    expect(reasonFor(true)).toBeUndefined();
  });
});

describe("a question that is not asked", () => {
  it.each([
    ["every value that would open it", larger, "the size is <LARGE> or <HUGE>"],
    ["of what must be together, what lacks", { all: [small, camera] }, "the devices is <CAMERA>"],
    ["of alternatives, all", { any: [large, camera] }, "the size is <LARGE> or the devices is <CAMERA>"],
    ["what must not be so and is", { not: small }, "the size is not <SMALL>"],
    ["of alternatives that must not be, those that are", { not: { any: [small, large] } }, "the size is not <SMALL>"],
    [
      "of things that must not be together, each",
      { not: { all: [small, lift] } },
      "the size is not <SMALL> or the devices is not <LIFT>",
    ],
    ["a derived fact by its own words", here, "the server is here"],
    ["a derived fact that must not be false", { not: { var: "local", in: [false] } }, "the server is here"],
    [
      "several values and several parts in brackets",
      { all: [{ any: [large, camera] }, larger] },
      "(the size is <LARGE> or the devices is <CAMERA>) and (the size is <LARGE> or <HUGE>)",
    ],
  ] as const)("says %s", (_, when, words) => {
    expect(reasonFor(when)).toBe(`Not asked: ${words}`);
  });
});
