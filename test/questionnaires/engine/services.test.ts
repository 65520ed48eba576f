import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { financingFor, holds, type OfferedService, servicesFor } from "../../../questionnaires/engine/engine.ts";
import type { Condition } from "../../../questionnaires/schema/compiled.ts";
import type { Financing, Service, Territory } from "../../../questionnaires/schema/territory.ts";
import { runs } from "../../support/runs.ts";

const link = { url: null, checkedOn: null };
const CARED: Condition = { var: "care", in: ["yes"] };
const yes = new Map([["care", "yes"]]);
const no = new Map([["care", "no"]]);

function service(id: string, actions: readonly string[], when: Condition = true): Service {
  return { id, title: id, operator: "o", audience: "a", actions, for: when, free: null, note: null, ...link };
}

function note(id: string, actions: readonly string[], when: Condition = true): Financing {
  return { id, title: id, text: "t", actions, for: when, ...link };
}

function territory(code: string, services: readonly Service[], financing: readonly Financing[] = []): Territory {
  return { code, name: code, region: null, departments: [], contacts: [], services, financing, theme: null };
}

const ids = (list: readonly OfferedService[]) => list.map((one) => `${one.scope} ${one.service.id}`);

describe("the services for an action", () => {
  const local = territory("valley", [service("second", ["restore"]), service("first", ["train", "restore"], CARED)]);
  const national = territory("country", [service("guide", ["restore"]), service("money", ["train"], CARED)]);

  it("are the territory's, then the national ones, each in the order of its file", () => {
    const found = servicesFor(local, national, yes, "restore");
    expect(found.ok && ids(found.services)).toEqual(["local second", "local first", "national guide"]);
  });

  it("are only those for which the establishment is eligible", () => {
    const found = servicesFor(local, national, no, "restore");
    expect(found.ok && ids(found.services)).toEqual(["local second", "national guide"]);
  });

  it("say which exist when none is for this establishment", () => {
    const found = servicesFor(local, national, no, "train");
    expect(found).toMatchObject({ ok: false, reason: "not-eligible" });
    expect(!found.ok && found.reason === "not-eligible" && ids(found.existing)).toEqual([
      "local first",
      "national money",
    ]);
  });

  it("say that there is none, here or nationally", () => {
    const none = { ok: false, reason: "none-in-territory" };
    expect(servicesFor(local, national, yes, "other")).toEqual(none);
    expect(servicesFor(null, null, yes, "restore")).toEqual(none);
  });

  it("are national only where the territory is not known, or is the national level itself", () => {
    for (const where of [null, national]) {
      const found = servicesFor(where, national, yes, "restore");
      expect(found.ok && ids(found.services)).toEqual(["national guide"]);
    }
    const alone = servicesFor(local, null, no, "restore");
    expect(alone.ok && ids(alone.services)).toEqual(["local second"]);
  });
});

describe("the notes on financing", () => {
  const local = territory("valley", [], [note("plan", []), note("mfa", ["mfa"], CARED)]);
  const national = territory("country", [], [note("all", []), note("also", ["mfa", "train"])]);
  const found = (
    where: Territory | null,
    facts: typeof yes,
    action: string | null,
    country: Territory | null = national,
  ) => financingFor(where, country, facts, action).map(({ id }) => id);

  it("about the whole plan are told once, not under each action", () => {
    expect(found(local, yes, null)).toEqual(["plan", "all"]);
    expect(found(local, yes, "other")).toEqual([]);
  });

  it("about an action are the local ones, then the national ones, for those concerned", () => {
    expect(found(local, yes, "mfa")).toEqual(["mfa", "also"]);
    expect(found(local, no, "mfa")).toEqual(["also"]);
    expect(found(null, yes, "mfa")).toEqual(["also"]);
    expect(found(national, yes, null)).toEqual(["all"]);
    expect(found(local, yes, "mfa", null)).toEqual(["mfa"]);
  });
});

describe("whatever the territories, the profile and the action", () => {
  const action = fc.constantFrom("restore", "train", "mfa");
  const condition = fc.constantFrom<Condition>(true, CARED, { not: CARED }, { all: [CARED, { not: CARED }] });
  const offers = (prefix: string) =>
    fc
      .array(fc.record({ actions: fc.uniqueArray(action, { minLength: 1 }), when: condition }), { maxLength: 6 })
      .map((list) => list.map(({ actions, when }, index) => service(`${prefix}${index}`, actions, when)));
  const local = fc.option(offers("l").map((services) => territory("valley", services)));
  const national = fc.option(offers("n").map((services) => territory("country", services)));
  const facts = fc.constantFrom(yes, no, new Map<string, string>());

  it("every eligible service of the action is offered once, local before national; a reason stands for none", () => {
    fc.assert(
      fc.property(local, national, facts, action, (here, country, profile, asked) => {
        const all = [...(here?.services ?? []), ...(country?.services ?? [])];
        const attached = all.filter(({ actions }) => actions.includes(asked));
        const eligible = attached.filter((one) => holds(one.for, profile));
        const found = servicesFor(here, country, profile, asked);
        if (found.ok) {
          expect(eligible).not.toEqual([]);
          expect(found.services.map((one) => one.service)).toEqual(eligible);
          const scopes = found.services.map(({ scope }) => scope);
          expect(scopes).toEqual([...scopes].sort());
          for (const { service, scope } of found.services) {
            expect((scope === "local" ? here : country)?.services).toContain(service);
          }
        } else {
          expect(eligible).toEqual([]);
          expect(found.reason).toBe(attached.length === 0 ? "none-in-territory" : "not-eligible");
        }
      }),
      runs(500),
    );
  });
});
