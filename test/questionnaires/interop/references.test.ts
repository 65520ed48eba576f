/** A reference as its author writes it, and the items that it stands for. */
import { describe, expect, it } from "vitest";
import { citedFramework, citedItems, knownItems } from "../../../questionnaires/interop/references.ts";
import { shipped } from "../../support/questionnaires.ts";

const law = { prefixes: [], suffixes: ["CSP"] };
const of = (...prefixes: readonly string[]) => ({ prefixes, suffixes: [] });

describe("a reference", () => {
  it.each([
    ["Hyg", "Hyg 13", ["Hyg 13"]],
    ["Hyg", "Hyg 13 et 24", ["Hyg 13", "Hyg 24"]],
    ["Hyg", "Hyg 5, 8 et 29", ["Hyg 5", "Hyg 8", "Hyg 29"]],
    ["PGSSI-S", "PGSSI-S 1.2.2, 5.1 et 7.2.1", ["PGSSI-S 1.2.2", "PGSSI-S 5.1", "PGSSI-S 7.2.1"]],
    ["ReCyF", "ReCyF 13.4 et 13.6", ["ReCyF 13.4", "ReCyF 13.6"]],
    ["RGPD", "RGPD art. 33 et 34", ["RGPD art. 33", "RGPD art. 34"]],
    ["RGPD", "RGPD art. 37 à 39", ["RGPD art. 37", "RGPD art. 38", "RGPD art. 39"]],
    ["CNIL", "CNIL 1, référentiel 2021-028", ["CNIL 1", "CNIL référentiel 2021-028"]],
  ])("to %s, « %s », lists each item", (prefix, reference, items) => {
    expect(citedItems(of(prefix), reference)).toEqual(items);
  });

  it.each([
    ["CaRE D2.O2 et O3.d", ["CaRE D2.O2", "CaRE D2.O3.d"]],
    ["CaRE D2.O1.a et c", ["CaRE D2.O1.a", "CaRE D2.O1.c"]],
    ["CaRE D2.O3.a à c", ["CaRE D2.O3.a", "CaRE D2.O3.b", "CaRE D2.O3.c"]],
    ["CaRE D1 et D2.P1", ["CaRE D1", "CaRE D2.P1"]],
    ["CaRE axe 1 et D2.O1.d", ["CaRE axe 1", "CaRE D2.O1.d"]],
  ])("« %s » takes over what it leaves out from the item before", (reference, items) => {
    expect(citedItems(of("CaRE"), reference)).toEqual(items);
  });

  it.each([
    ["TPE", "TPE 2 (3-2-1)", ["TPE 2"]],
    ["CaRE", "CaRE D2.O3.a (ADS ≥ 3)", ["CaRE D2.O3.a"]],
    ["CaRE", "CaRE (accès distants)", ["CaRE (accès distants)"]],
    ["RIE", "RIE", ["RIE"]],
  ])("to %s keeps the note in brackets of « %s » only when it says nothing else", (prefix, reference, items) => {
    expect(citedItems(of(prefix), reference)).toEqual(items);
  });

  it("to a law is recognised by its end", () => {
    expect(citedItems(law, "L.1111-8-2 et D.1111-16-2 s. CSP")).toEqual(["L.1111-8-2 CSP", "D.1111-16-2 s. CSP"]);
    expect(citedItems(law, "L.1111-8 et L.1470-5 CSP")).toEqual(["L.1111-8 CSP", "L.1470-5 CSP"]);
  });

  it("with two spellings is one item", () => {
    const rie = of("RIE", "RIE (arrêté du 28/03/2022)");
    expect(citedItems(rie, "RIE (arrêté du 28/03/2022)")).toEqual(citedItems(rie, "RIE"));
  });

  it("goes to the framework that says most, and to none when none is named", () => {
    const [general, precise] = [of("référentiel"), of("référentiel CNIL")];
    expect(citedFramework([general, precise, law], "référentiel CNIL 2021-028")).toBe(precise);
    expect(citedFramework([general, precise, law], "référentiels")).toBeUndefined();
    expect(citedItems(law, "Hyg 13")).toEqual([]);
  });

  it("never unfolds a range that is not one", () => {
    expect(citedItems(of("Hyg"), "Hyg 9 à 3")).toEqual(["Hyg 9", "Hyg 3"]);
    expect(citedItems(of("Hyg"), "Hyg 1 à 100000")).toEqual(["Hyg 1", "Hyg 100000"]);
    expect(citedItems(of("Hyg"), "Hyg 3.a à c.2")).toEqual(["Hyg 3.a", "Hyg 3.c.2"]);
  });

  it("of the shipped questionnaires always names a framework and at least one item", () => {
    for (const { questionnaire } of shipped) {
      const { frameworks, questions, actions } = questionnaire;
      for (const reference of [...questions, ...actions].flatMap((one) => one.references)) {
        const framework = citedFramework(frameworks, reference);
        expect(framework && citedItems(framework, reference).length, reference).toBeGreaterThan(0);
      }
    }
  });

  it("can be counted when the whole list is known", () => {
    expect(knownItems({ prefixes: ["TPE"], items: { first: 1, last: 3 } })).toEqual(["TPE 1", "TPE 2", "TPE 3"]);
    expect(knownItems({ prefixes: ["TPE"], items: null })).toEqual([]);
  });
});
