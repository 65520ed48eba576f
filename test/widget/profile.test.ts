/** The profile without a page: what comes from the category, what is typed, and what the first file carries of it. */
import { describe, expect, it } from "vitest";
import { checkInteger, toInteger, toRaw } from "../../widget/journey/raw-profile.ts";
import { groupCategories } from "../../widget/state/categories.ts";
import { pack, unpack } from "../../widget/state/pack.ts";
import { isPrefilled, profileErrors, shownValue, toggled } from "../../widget/state/profile.ts";
import { type ProfileVariable, startOf, variablesOf } from "../../widget/state/start.ts";
import { createText } from "../../widget/text/text.ts";
import { shippedByName } from "../support/questionnaires.ts";

const option = (value: string, exclusive = false) => ({ value, label: `The ${value}`, exclusive });
const variable = (id: string, changes: Partial<ProfileVariable> = {}): ProfileVariable => ({
  ...{ id, label: `${id}?`, name: id, help: "", type: "single", optional: false, group: "all", range: null },
  options: [option("yes"), option("no")],
  defaultFrom: null,
  ...changes,
});
const start = {
  ...{ id: "tiny", version: "1.0.0", language: "en", title: "Tiny", messages: {}, groups: ["all"] },
  profile: [
    variable("kind", { options: [option("100"), option("200"), option("other")] }),
    variable("care", { defaultFrom: "kind" }),
    variable("tools", { type: "multiple", options: [option("a"), option("b"), option("none", true)] }),
  ],
  categories: [
    { code: "100", label: "The 100", defaults: { care: "yes" } },
    { code: "200", label: "The 200", defaults: {} },
  ],
};
const [, care = variable("care"), tools = variable("tools")] = start.profile;

describe("what a category gives", () => {
  it("shows its value until another is chosen, and says which is which", () => {
    expect(shownValue(start, { kind: "100" }, care)).toBe("yes");
    expect(isPrefilled(start, { kind: "100" }, care)).toBe(true);
    expect(shownValue(start, { kind: "100", care: "no" }, care)).toBe("no");
    expect(isPrefilled(start, { kind: "100", care: "yes" }, care)).toBe(false);
    expect(shownValue(start, { kind: "200" }, care)).toBe("");
  });

  it("groups the categories by the first thing they give, the others apart", () => {
    const { groups, others } = groupCategories(start, start.profile[0]?.options ?? []);
    expect(groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
      ["The yes", ["100"]],
    ]);
    expect(others.map(({ value }) => value)).toEqual(["200", "other"]);
  });
});

describe("ticking", () => {
  it("keeps an exclusive choice alone", () => {
    expect(toggled(tools, ["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(tools, ["a", "b"], "none")).toEqual(["none"]);
    expect(toggled(tools, ["none"], "a")).toEqual(["a"]);
    expect(toggled(tools, ["a"], "a")).toEqual([]);
  });
});

describe("what is missing", () => {
  it("names each required field, and the control to go to", () => {
    const errors = profileErrors(start, { kind: "100" }, 0, createText({}));
    expect(errors).toEqual([{ field: "tools", target: "tools-0", text: "profile.error.multiple" }]);
  });
});

describe("a typed number", () => {
  const places = variable("places", { type: "integer", optional: true, range: { min: 1, max: 500 }, options: [] });
  const t = createText({});

  it("is read as people type it", () => {
    expect(["45", " 1 200 ", "4,5", "many", ""].map(toInteger)).toEqual([45, 1200, null, null, null]);
  });

  it("is checked beside its field", () => {
    expect(checkInteger(places, "45", t)).toBeNull();
    expect(checkInteger(places, "many", t)).toBe("profile.error.not-integer");
    expect(checkInteger(places, "501", t)).toBe("profile.error.range");
  });

  it("goes to the engine as a number, and nothing empty goes at all", () => {
    expect(toRaw([places, care, tools], { places: "45", care: "", tools: ["a"] })).toEqual({
      places: 45,
      tools: ["a"],
    });
  });
});

describe.each(shippedByName)("the first file of %s", (_, { questionnaire }) => {
  it("carries its first screen whole, and names those that come later", () => {
    const whole = startOf(questionnaire);
    const first = unpack(pack(whole));
    expect(first.groups).toEqual(whole.groups);
    expect(first.categories).toEqual(whole.categories);
    const plain = (list: readonly ProfileVariable[]) => list.map((one) => ({ ...one, kept: undefined }));
    expect(plain(variablesOf(first, 0))).toEqual(plain(variablesOf(whole, 0)));
    for (const page of [1, 2]) expect(variablesOf(first, page)).toEqual([]);
  });
});
