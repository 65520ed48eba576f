/** The first file carries the first screens of any questionnaire whole, wherever its pre-filled variables are asked. */
import { describe, expect, it } from "vitest";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import { pack, unpack } from "../../widget/state/pack.ts";
import { startOf, variablesOf } from "../../widget/state/start.ts";
import { second } from "../support/questionnaires.ts";

/** The second questionnaire with changes to some variables of its profile. */
function withVariables(changes: Readonly<Record<string, Partial<Questionnaire["profile"][number]>>>): Questionnaire {
  const { questionnaire } = second;
  return { ...questionnaire, profile: questionnaire.profile.map((one) => ({ ...one, ...changes[one.id] })) };
}

function firstScreen(questionnaire: Questionnaire) {
  const whole = startOf(questionnaire);
  const plain = (list: ReturnType<typeof variablesOf>) => list.map((one) => ({ ...one, kept: undefined }));
  return { packed: plain(variablesOf(unpack(pack(whole)), 0)), whole: plain(variablesOf(whole, 0)) };
}

describe("the first file", () => {
  it("offers the categories even when all that they pre-fill is asked on a later screen", () => {
    const { packed, whole } = firstScreen(withVariables({ clients: { group: "extra" }, cards: { group: "extra" } }));
    expect(packed).toEqual(whole);
    expect(packed[0]?.options.map(({ value }) => value)).toEqual(["shop", "clinic", "studio", "other"]);
  });

  it("keeps an option that has the same value as a category", () => {
    const options = ["shop", "street"].map((value) => ({ value, label: value, exclusive: false }));
    const { packed, whole } = firstScreen(withVariables({ cards: { options } }));
    expect(packed).toEqual(whole);
  });
});
