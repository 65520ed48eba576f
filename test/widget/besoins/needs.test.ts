/** Needs and offer: gaps show, what is hidden stays hidden, and a service counts where the engine would offer it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { compileTerritoriesOf } from "../../../questionnaires/compile/territories/read.ts";
import { holds, parseProfile } from "../../../questionnaires/engine/engine.ts";
import type { Condition } from "../../../questionnaires/schema/compiled.ts";
import { readWords } from "../../../scripts/words.ts";
import { MANY, type Need, needsAndOffer, percentOf } from "../../../widget/pages/besoins/needs.ts";
import { needsCsv } from "../../../widget/pages/besoins/needs-csv.ts";
import { whom } from "../../../widget/pages/besoins/possible.ts";
import { BY_NEED, COLUMNS, linesOf, rowsOf, sorted } from "../../../widget/pages/besoins/rows.ts";
import type { Figure } from "../../../widget/releases/published.ts";
import { createText } from "../../../widget/text/text.ts";
import { profiles } from "../../support/generators.ts";
import { runs } from "../../support/runs.ts";
import { model } from "../plan/opened.ts";
import { linesTable, RELEASE } from "./release.ts";

const { questionnaire } = model;
const { derived, actions } = questionnaire;
const { territories } = compileTerritoriesOf(QUESTIONNAIRES_ROOT, [questionnaire]);
const find = (code: string) => territories.find((one) => one.code === code) ?? null;
const [ara, national] = [find("ara"), find("national")];
const t = createText(readWords("fr", "besoins"));

const sectors = questionnaire.profile.find(({ id }) => id === "secteur")?.options.map(({ value }) => value) ?? [];
const ids = actions.map(({ id }) => id);
const figure: fc.Arbitrary<Figure | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 3, max: 17 }).map((fifth) => fifth * 5),
  fc.constantFrom({ band: "<=10" } as const, { band: ">=90" } as const),
);
/** As a release does, lists every line, if only to say that all of it is hidden. */
const shares = (lines: readonly string[]) =>
  fc
    .dictionary(fc.constantFrom(...lines), fc.dictionary(fc.constantFrom(...ids), figure, { minKeys: 1, maxKeys: 12 }))
    .map((some) => Object.fromEntries(lines.map((line) => [line, some[line] ?? { "act-exercice": null }])));
const departments = ["69", "01", "13", "75"];
const release = fc.record({ sectors: shares(sectors), departments: shares(departments) });
const needsOf = (one: { sectors: object; departments: object }, place = ara) =>
  needsAndOffer(
    {
      sectors: linesTable("actions-sector", one.sectors as never), // dictionaries of figures, by their generator
      departments: linesTable("actions-department", one.departments as never),
    },
    place,
    national,
    questionnaire,
  );
const keyOf = ({ line, action }: Need) => `${line.kind} ${line.code} ${action.code}`;

describe("needs and offer", () => {
  it("tell each published cell once, those of the territory's own departments only, and invent none", () => {
    fc.assert(
      fc.property(release, (one) => {
        const needs = needsOf(one);
        const wanted = [
          ...Object.entries(one.sectors).map((entry) => ["sector", ...entry] as const),
          ...Object.entries(one.departments)
            .filter(([code]) => ara?.departments.includes(code))
            .map((entry) => ["department", ...entry] as const),
        ].flatMap(([kind, line, byAction]) =>
          Object.keys(byAction)
            .filter((action) => action !== questionnaire.unknown.action)
            .map((action) => `${kind} ${line} ${action}`),
        );
        expect(needs.map(keyOf).sort()).toEqual(wanted.sort());
      }),
      runs(100),
    );
  });

  it("never show a figure where none is published, nor call it needed by many", () => {
    fc.assert(
      fc.property(release, (one) => {
        for (const need of needsOf(one)) {
          const kind = need.line.kind === "sector" ? one.sectors : one.departments;
          const published = kind[need.line.code]?.[need.action.code] ?? null;
          expect(need.share).toEqual(published);
          if (published === null) expect([need.reason, need.finding === "gap"]).toEqual(["protected", false]);
        }
      }),
      runs(100),
    );
  });

  it("find a gap exactly where many need what no service of the place or of the country could do", () => {
    fc.assert(
      fc.property(release, (one) => {
        for (const need of needsOf(one)) {
          const existing = [...(ara?.services ?? []), ...(national?.services ?? [])].filter(({ actions }) =>
            actions.includes(need.action.code),
          );
          const sector = need.line.kind === "sector" ? new Map([["secteur", need.line.code]]) : new Map();
          const open = existing.filter((service) => whom(service.for, sector, derived) !== "none");
          expect(need.offers.map(({ service }) => service.id)).toEqual(open.map(({ id }) => id));
          const many = (percentOf(need.share) ?? 0) >= MANY;
          expect(need.finding === "gap").toBe(open.length === 0 && many);
        }
      }),
      runs(100),
    );
  });

  it("counts the services of the country once when the country is the territory", () => {
    const one = { sectors: { pa: { "act-exercice": 60 } }, departments: {} };
    const [need] = needsOf(one, national);
    expect(need?.offers.map(({ scope }) => scope)).toEqual(["national"]);
    expect(need?.finding).toBe("national");
  });

  it("tells a service for some from one for all, and one for other sectors from both", () => {
    const line = { "act-fiche-reflexe": 60, "act-mfa-dui": 60, "act-procedures-degradees": 60 };
    const needs = needsOf({ sectors: { pa: line, insertion: line }, departments: {} }, find("bre"));
    const said = (sector: string) =>
      needs.filter((need) => need.line.code === sector).map(({ finding, offers }) => [finding, offers.length]);
    // HospiConnect is for those of a hospital, the PCRA kit and CERT Santé for the médico-social.
    expect(said("pa")).toEqual([
      ["national", 2],
      ["partial", 1],
      ["national", 1],
    ]);
    expect(said("insertion")).toEqual([
      ["national", 1],
      ["partial", 1],
      ["gap", 0],
    ]);
  });
});

describe("whom a condition holds for", () => {
  const conditions: readonly Condition[] = [
    ...territories.flatMap(({ services, financing }) => [...services, ...financing].map((one) => one.for)),
    ...questionnaire.questions.map(({ when }) => when),
  ];

  it("is what the engine says once everything is known, and never contradicts it before", () => {
    fc.assert(
      fc.property(profiles(model), fc.func(fc.boolean()), fc.constantFrom(...conditions), (raw, keeps, condition) => {
        const parsed = parseProfile(model, raw);
        if (!parsed.ok) throw new Error("The generator made a wrong profile.");
        const { facts } = parsed.value;
        const single = [...facts].filter((one): one is [string, string] => typeof one[1] === "string");
        const known = new Map(single.filter(([id]) => keeps(id)));
        const answer = whom(condition, known, derived);
        if (answer !== "some") expect(answer === "all").toBe(holds(condition, facts));
      }),
      runs(500),
    );
  });

  it("is for all, some or none of a sector", () => {
    const of = (sector: string, condition: Condition) => whom(condition, new Map([["secteur", sector]]), derived);
    const health: Condition = { var: "medico_social", in: [true] };
    expect([of("pa", health), of("insertion", health)]).toEqual(["all", "none"]);
    expect(of("pa", { var: "rattachement", in: ["ght"] })).toBe("some");
    expect(of("insertion", { all: [health, { var: "rattachement", in: ["ght"] }] })).toBe("none");
    expect(of("pa", { any: [health, { var: "rattachement", in: ["ght"] }] })).toBe("all");
    expect(of("pa", { not: { not: true } })).toBe("all");
  });
});

describe("the rows", () => {
  it("are one per action, where it is needed most, whatever is hidden elsewhere", () => {
    const needs = needsOf({
      sectors: {
        pa: { "act-exercice": null, "act-sensibiliser": 40 },
        pds: { "act-exercice": 20, "act-sensibiliser": 75 },
      },
      departments: {},
    });
    const rows = rowsOf(needs, { kind: "sector", code: null });
    expect(rows.map(({ action, line }) => [action.code, line.code])).toEqual([
      ["act-exercice", "pds"],
      ["act-sensibiliser", "pds"],
    ]);
    expect(rowsOf(needs, { kind: "sector", code: "pa" }).map(({ share }) => share)).toEqual([null, 40]);
    expect(linesOf(needs, "department")).toEqual([]);
  });

  it("tell a gap that another line has, and show the least offered of equal needs", () => {
    const equal = { "act-procedures-degradees": 60 };
    const needs = (pa: number) =>
      needsOf({ sectors: { pa: { "act-procedures-degradees": pa }, insertion: equal }, departments: {} }, find("bre"));
    const [hidden] = rowsOf(needs(80), { kind: "sector", code: null });
    expect([hidden?.line.code, hidden?.finding, hidden?.elsewhere]).toEqual(["pa", "national", true]);
    const [same] = rowsOf(needs(60), { kind: "sector", code: null });
    expect([same?.line.code, same?.finding, same?.elsewhere]).toEqual(["insertion", "gap", false]);
    const [alone] = rowsOf(needs(80), { kind: "sector", code: "pa" });
    expect(alone?.elsewhere).toBe(false);
  });

  it("offer together what each line is offered, where every line is hidden", () => {
    const line = { "act-procedures-degradees": null };
    const needs = needsOf({ sectors: { insertion: line, pa: line }, departments: {} }, find("bre"));
    const [row] = rowsOf(needs, { kind: "sector", code: null });
    expect(row?.offers.map(({ service, open }) => [service.id, open])).toEqual([["kit-pcra", "some"]]);
    expect(row?.finding).toBe("partial");
  });

  it("are sorted by any column both ways, lose none, and keep what is hidden last among shares", () => {
    const sorting = fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() });
    fc.assert(
      fc.property(release, sorting, (one, by) => {
        const rows = rowsOf(needsOf(one), { kind: "sector", code: null });
        const after = sorted(rows, by, "fr");
        expect(new Set(after)).toEqual(new Set(rows));
        if (by.column !== "share") return;
        const values = after.map(({ share }) => percentOf(share));
        const shown = values.filter((value) => value !== null);
        expect(values.slice(0, shown.length)).toEqual(shown);
        expect(shown).toEqual([...shown].sort((a, b) => (by.descending ? b - a : a - b)));
      }),
      runs(100),
    );
    expect(BY_NEED).toEqual({ column: "share", descending: true });
  });
});

it("writes every need into the table, bands and hidden cells in words, and never a formula", () => {
  const one = {
    sectors: { pa: { "act-exercice": { band: ">=90" } as Figure, "act-registre": null, "act-sensibiliser": 35 } },
    departments: { "69": { "act-exercice": 50 } },
  };
  const evil = ara && { ...ara, services: ara.services.map((one) => ({ ...one, title: "=1+1", operator: "x" })) };
  const csv = needsCsv(needsOf(one, evil), RELEASE, "Auvergne-Rhône-Alpes", t, "fr");
  const [head, ...lines] = csv.slice(1).trimEnd().split("\r\n");
  expect(head?.split(";").length).toBe(15);
  expect(lines.length).toBe(4);
  expect(lines[0]).toMatch(
    /^3;2026-12-01;Auvergne-Rhône-Alpes;Public accompagné;.*;act-exercice;;90\u00A0% ou plus;;1;'=1\+1 \(x\);/,
  );
  expect(lines[1]).toMatch(/;act-registre;;;masqué;;;;Aucun service$/);
  expect(lines[2]).toMatch(/;act-sensibiliser;35;;;1;/);
  expect(lines[3]).toMatch(/;Département;[^;]*;69;.*;50;/);
});
