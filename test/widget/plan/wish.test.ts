/** The request for help: nothing in it that was not ticked, in the order of the plan, and a mail that every program opens. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { compileTerritoriesOf } from "../../../questionnaires/compile/territories/read.ts";
import { helpText } from "../../../widget/pages/plan/help-text.ts";
import { mailAddress } from "../../../widget/pages/plan/mail.ts";
import { askable, composeRequest, NO_WISH, supporters, toggled } from "../../../widget/pages/plan/wish.ts";
import type { Help } from "../../../widget/territories/help.ts";
import { runs } from "../../support/runs.ts";
import { model, opened, t } from "./opened.ts";

const { territories } = compileTerritoriesOf(QUESTIONNAIRES_ROOT, [model.questionnaire]);
const find = (code: string) => territories.find((one) => one.code === code) ?? null;
const helpOf = (code: string): Help => ({
  status: "ready",
  places: [],
  territory: find(code),
  national: find("national"),
});
const ara = helpOf("ara");
const diagnostic = opened("SSIAD");
const planned = diagnostic.result.actions.map(({ id }) => id);
const titleOf = (id: string) => model.actionById.get(id)?.title ?? "";
const services = [...(ara.territory?.services ?? []), ...(ara.national?.services ?? [])];

describe("the message", () => {
  it("tells neither score, level nor profile unless they are ticked", () => {
    const { body } = composeRequest(diagnostic, ara, { ...NO_WISH, actions: new Set(planned) }, t);
    expect(body).not.toMatch(/sur 100|niveau|Initial|secteur|domicile/i);
    const told = composeRequest(diagnostic, ara, { ...NO_WISH, kind: true, level: true }, t).body;
    expect(told).toContain("Résultat déclaré\u00A0: 39 sur 100, niveau 1, Initial");
    expect(told).toContain("Aide et soins à domicile");
  });

  it("holds every ticked action and service, and no other, in the order of the plan", () => {
    const ids = fc.subarray(planned);
    const asked = fc.subarray(services.map(({ id }) => id));
    fc.assert(
      fc.property(ids, asked, (actions, wanted) => {
        const wish = { ...NO_WISH, actions: new Set([...actions].reverse()), services: new Set(wanted) };
        const { body } = composeRequest(diagnostic, ara, wish, t);
        const lines = body.split("\n").filter((line) => line.startsWith("- "));
        expect(lines).toEqual([
          ...actions.map((id) => `- ${titleOf(id)}`),
          ...services.filter(({ id }) => wanted.includes(id)).map((one) => `- ${one.title} (${one.operator})`),
        ]);
      }),
      runs(100),
    );
  });

  it("has no score to tell while the diagnostic is not finished", () => {
    const [first] = Object.keys(Object.fromEntries(diagnostic.answers));
    const unfinished = opened("SSIAD", { [first ?? ""]: undefined });
    expect(unfinished.result.complete).toBe(false);
    expect(composeRequest(unfinished, ara, { ...NO_WISH, level: true }, t).body).not.toContain("sur 100");
  });
});

describe("its address", () => {
  it("carries accents, signs and line breaks so that they come back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const body = `é à « ${text.replace(/\r/g, "")} »\n& = ? % # +`;
        const { href, whole } = mailAddress({ subject: "Objet é", body }, "collez", "aide@exemple.fr");
        const sent = new URL(href);
        expect(sent.pathname).toBe("aide@exemple.fr");
        const [subject = "", given = ""] = sent.search.slice(1).split("&");
        expect(decodeURIComponent(subject)).toBe("subject=Objet é");
        expect(decodeURIComponent(given)).toBe(`body=${(whole ? body : "collez").replaceAll("\n", "\r\n")}`);
      }),
      runs(200),
    );
  });

  it("leaves the recipient open when nobody's address is known, and stays short enough for every program", () => {
    const all = { ...NO_WISH, actions: new Set(planned), services: new Set(services.map(({ id }) => id)) };
    const long = mailAddress(composeRequest(diagnostic, ara, all, t), t("mail.paste"));
    expect(long.whole).toBe(false);
    expect(long.href).toMatch(/^mailto:\?subject=/);
    expect(long.href.length).toBeLessThan(400);
    const three = mailAddress(
      composeRequest(diagnostic, ara, { ...NO_WISH, actions: new Set(planned.slice(0, 3)) }, t),
      "",
    );
    expect(three.whole).toBe(true);
    expect(three.href).toContain("%0D%0A%0D%0ANous%20");
  });

  it("cannot be given a second recipient by what stands in an address", () => {
    const { href } = mailAddress({ subject: "a", body: "b" }, "", "aide@exemple.fr?bcc=x@y.fr&cc=z");
    expect(href).toBe("mailto:aide@exemple.fr%3Fbcc%3Dx@y.fr%26cc%3Dz?subject=a&body=b");
  });
});

it("goes to those who support in the region, to the authority where nobody does, to nobody without a region", () => {
  expect(supporters(ara).map(({ name }) => name)).toEqual(["GCS Sara"]);
  expect(supporters(helpOf("paca")).map(({ name }) => name)).toEqual([
    "ieSS",
    "CRRC « CAPSI »".replace(/ (?=»)|(?<=«) /g, "\u00A0"),
  ]);
  expect(supporters({ ...ara, territory: null })).toEqual([]);
  const only = { ...ara, territory: ara.territory && { ...ara.territory, contacts: ara.territory.contacts.slice(2) } };
  expect(supporters(only).map(({ kind }) => kind)).toEqual(["authority"]);
});

it("offers to ask for a service only where the structure is eligible to it", () => {
  const eligible = askable(diagnostic, ara, "act-mfa-dui").map(({ id }) => id);
  expect(eligible).not.toContain("hospiconnect");
  expect(askable(diagnostic, ara, "act-exercice").map(({ id }) => id)).toEqual(["ara-exercices", "kits-exercice"]);
  expect(toggled(toggled(new Set(["a"]), "b"), "a")).toEqual(new Set(["b"]));
});

it("says on paper and in the table who can help, local first, with the page or that it is to be checked", () => {
  expect(helpText(diagnostic, ara, "act-exercice", t, false)).toBe(
    "Exercices de crise cyber (ARS Auvergne-Rhône-Alpes et GCS Sara)\u00A0; Kits d’exercice de crise cyber (ANS)",
  );
  expect(helpText(diagnostic, ara, "act-audit-annuaire", t, true)).toMatch(
    /\(GCS Sara\)\u00A0: à vérifier\u00A0; .*https:/,
  );
  expect(helpText(diagnostic, ara, "act-registre", t, true)).toBe("");
});
