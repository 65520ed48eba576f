/** The crisis sheet: right lines for the right profile, in the order in which one calls, with room for what is to be written. */
import { describe, expect, it } from "vitest";
import type { Condition } from "../../../questionnaires/schema/compiled.ts";
import { conditionalLines } from "../../../scripts/conditional-lines.ts";
import { readWords } from "../../../scripts/words.ts";
import { PARTS, sheetOf } from "../../../widget/pages/crise/sheet.ts";
import { NATIONAL, readContacts } from "../../../widget/pages/crise/territory.ts";
import { readPlaces, territoryOf } from "../../../widget/territories/places.ts";
import { model, opened } from "../plan/opened.ts";

const lines = conditionalLines(readWords("fr", "crise"));
const idsOf = (words: string) => {
  const sheet = sheetOf(lines, opened(words).adapted.profile.facts, NATIONAL);
  return PARTS.flatMap((part) => sheet[part].map(({ id }) => id));
};

function variables(condition: Condition): readonly (readonly [string, readonly (string | boolean)[]])[] {
  if (condition === true) return [];
  if ("var" in condition) return [[condition.var, condition.in]];
  if ("not" in condition) return variables(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(variables);
}

it("reads only variables and values that the questionnaire has", () => {
  const { profile, derived } = model.questionnaire;
  for (const [id, values] of lines.flatMap(({ when }) => variables(when))) {
    const known = profile.find((variable) => variable.id === id)?.options.map(({ value }) => value);
    if (known) expect(known).toEqual(expect.arrayContaining([...values]));
    else expect(derived.map((one) => one.id)).toContain(id);
  }
});

it("refuses a condition that does not parse, or that belongs to no line", () => {
  expect(() => conditionalLines({ "line.call.a": "A", "when.call.a": "grande and" })).toThrow("column");
  expect(() => conditionalLines({ "when.call.a": "grande" })).toThrow("no line");
});

it("calls direction, then IT, then CERT Santé, then 17Cyber, with their numbers as they are published", () => {
  const { call } = sheetOf(lines, opened("SSIAD").adapted.profile.facts, NATIONAL);
  expect(call.slice(0, 4).map(({ id }) => id)).toEqual([
    "call.direction",
    "call.it-provider",
    "call.cert",
    "call.17cyber",
  ]);
  expect(call.map(({ head }) => head)).toContain("CERT Santé, 09 72 43 91 25");
  expect(call.map(({ head }) => head)).toContain("17Cyber, 17cyber.gouv.fr");
  expect(call.map(({ blank }) => blank)).toEqual(call.map(({ id }) => !["call.cert", "call.17cyber"].includes(id)));
});

it("always says the 72 hours of the CNIL and of the complaint, and never to switch off", () => {
  for (const words of ["SAVS", "EHPAD", "SSIAD"]) {
    expect(idsOf(words)).toEqual(
      expect.arrayContaining(["declare.cnil", "declare.complaint", "first.unplug", "never.off", "never.pay"]),
    );
  }
});

it("speaks of what the structure has, and of nothing else", () => {
  expect(idsOf("SSIAD")).toContain("paper.rounds");
  expect(idsOf("SSIAD")).not.toContain("paper.night");
  expect(idsOf("EHPAD")).toContain("paper.night");
  expect(idsOf("EHPAD")).not.toContain("cut.mobile");
  const hostel = new Map([
    ["secteur", "insertion"],
    ["rattachement", "og"],
  ]);
  const sheet = sheetOf(lines, hostel, NATIONAL);
  expect(sheet.call.map(({ id }) => id)).not.toContain("call.ars");
  expect(sheet.call.map(({ id }) => id)).toContain("call.authority");
  expect(sheet.declare.map(({ id }) => id)).toContain("declare.insurer-office");
});

it("calls one IT service and one insurer, whatever the profile, and suits everybody without one", () => {
  const informatique = model.variables.get("informatique")?.options.map(({ value }) => value) ?? [];
  for (const value of [...informatique, null]) {
    const facts = new Map(value === null ? [] : [["informatique", value]]);
    const ids = sheetOf(lines, facts, NATIONAL).call.map(({ id }) => id);
    expect([value, ids.filter((id) => id.startsWith("call.it-")).length]).toEqual([value, 1]);
    const declared = sheetOf(lines, facts, NATIONAL).declare.map(({ id }) => id);
    expect(declared.filter((id) => id.startsWith("declare.insurer")).length).toBe(1);
  }
});

describe("with a territory", () => {
  const local = readContacts({
    contacts: [
      {
        kind: "emergency",
        name: "CRRC",
        verified: true,
        purpose: "Pendant une attaque\u00A0: être assisté",
        phone: null,
      },
      { kind: "emergency", name: "Rumeur", verified: false, purpose: "", phone: "01 02 03 04 05" },
      { kind: "authority", name: "ARS Auvergne-Rhône-Alpes", verified: true, purpose: "Prévenir", phone: null },
    ],
  });

  it("calls the region's help before the national one, names the ARS, and repeats no name that was not seen", () => {
    const { call } = sheetOf(lines, opened("SSIAD").adapted.profile.facts, local);
    const heads = call.map(({ head }) => head);
    expect(heads.indexOf("CRRC")).toBe(heads.indexOf("CERT Santé, 09 72 43 91 25") - 1);
    expect(heads).toContain("ARS Auvergne-Rhône-Alpes");
    expect(heads).not.toContain("Rumeur");
    expect(call.find(({ head }) => head === "CRRC")?.rest).toBe("être assisté");
    expect(call.find(({ head }) => head === "CRRC")?.blank).toBe(true);
  });

  it("is found by the department of the profile, and is national for anything else", () => {
    const places = readPlaces({
      territories: [{ code: "ara", name: "Auvergne-Rhône-Alpes", region: "84" }, { code: 3 }],
    });
    expect(territoryOf(places, model.questionnaire, { departement: "69" })).toBe("ara");
    expect(territoryOf(places, model.questionnaire, { departement: "13" })).toBeNull();
    expect(territoryOf(places, model.questionnaire, {})).toBeNull();
    for (const raw of [null, 3, {}, { contacts: "x" }, { contacts: [null] }])
      expect(readContacts(raw)).toEqual(NATIONAL);
    for (const raw of [null, [], { territories: {} }]) expect(readPlaces(raw)).toEqual([]);
  });
});
