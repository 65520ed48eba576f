/**
 * The same attacker, given the shares of actions too, by version, sector and department: it cannot bound below the minimum a
 * small number of those who have an action in their plan, nor of those who do not, nor of either among newcomers.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { share } from "../../worker/statistics/disclosure/rounding.ts";
import { INSIDER } from "../../worker/statistics/disclosure/thresholds.ts";
import { type ActionLeak, actionLeaks } from "./support/action-leaks.ts";
import type { Fact } from "./support/attacker.ts";
import { CODES, FIELDS, holding, MINIMUM, run } from "./support/campaign.ts";
import { has, type Person } from "./support/people.ts";
import { HOSTILE_PLANS, LOOP, withAction } from "./support/plans-populations.ts";
import { randomSteps } from "./support/populations.ts";
import { lineOf } from "./support/read-releases.ts";

const TIMEOUT = 120_000;

describe("the attacker, with the shares of actions besides", () => {
  it.each([
    [90, 1],
    [250, 1],
  ])(
    "learns nothing of random populations of up to %i newcomers per release",
    (most, numRuns) => {
      const seeds = fc.tuple(fc.nat(1_000_000), fc.nat(1_000));
      fc.assert(
        fc.property(seeds, ([seed, whose]) => {
          const campaign = run(randomSteps(seed, most));
          const last = campaign.present.at(-1) ?? [];
          expect(actionLeaks(campaign, last[whose % last.length] ?? null)).toEqual([]);
        }),
        { numRuns, seed: 20_261_122 },
      );
    },
    TIMEOUT,
  );

  it.each(Object.entries(HOSTILE_PLANS))(
    "learns nothing of a hostile population: %s",
    (_, steps) => {
      const campaign = run(steps);
      for (const own of [null, campaign.present.at(-1)?.at(-1) ?? null]) expect(actionLeaks(campaign, own)).toEqual([]);
    },
    TIMEOUT,
  );

  it("does learn the large numbers, within rounding: the tables say something", () => {
    const tables = run(randomSteps(5, 250)).published.at(-1) ?? [];
    const shares = tables.flatMap((table) => (table.form === "lines" ? table.cells.map(({ share }) => share) : []));
    expect(shares.filter((one) => one !== null).length / shares.length).toBeGreaterThan(0.3);
  });
});

interface Line {
  readonly dimension: string;
  readonly code: string;
  /** How many of the line have the action, and do not. */
  readonly having: number;
  readonly lacking: number;
}

/** What a weaker publisher would say of the usual action: in the lines that it shows, how many have it, exactly or as shares. */
function factsOf(people: readonly Person[], shows: (line: Line) => boolean, exact: boolean): readonly Fact[] {
  return ["version", "sector", "department"].flatMap((dimension) =>
    (CODES[dimension] ?? []).flatMap((code) => {
      const all = people.filter((one) => one[FIELDS[dimension] ?? "version"] === code);
      const having = all.filter((one) => has(one, "usual")).length;
      if (all.length === 0 || !shows({ dimension, code, having, lacking: all.length - having })) return [];
      const said = JSON.stringify(share(having, all.length));
      const same = Array.from({ length: all.length + 1 }, (_, part) => part).filter(
        (part) => JSON.stringify(share(part, all.length)) === said,
      );
      const [low, high] = exact ? [having, having] : [same[0] ?? 0, same.at(-1) ?? 0];
      const place = dimension === "version" ? { table: "version", row: code, column: null } : lineOf(dimension, code);
      return [
        { terms: [{ sign: 1, release: 0, ...place, of: { action: "usual", are: "having" as const } }], low, high },
      ];
    }),
  );
}

const enough = ({ having, lacking }: Line) => Math.min(having, lacking) >= MINIMUM + INSIDER;

const bounded = (steps: Parameters<typeof run>[0], shows: (line: Line) => boolean, exact: boolean) => {
  const campaign = run(steps);
  const people = campaign.present[0] ?? [];
  return actionLeaks(campaign, null, [...factsOf(people, shows, exact), ...(exact ? everyCell(people) : [])]);
};

/** How many stand in each sector of each department, exactly: what the check supposes to be known. */
function everyCell(people: readonly Person[]): readonly Fact[] {
  return (CODES.department ?? []).flatMap((row) =>
    (CODES.sector ?? []).map((column) => {
      const place = { table: "department-sector", row, column };
      const count = holding(people, place);
      return { terms: [{ sign: 1, release: 0, ...place }], low: count, high: count };
    }),
  );
}

const about = (line: string, truth: number, atMost: number) =>
  expect.objectContaining({ line, truth, atMost } satisfies Partial<ActionLeak>);

describe("it succeeds without", () => {
  const onlyFew = HOSTILE_PLANS["one sector with few, the others with enough"] ?? [];

  it(
    "the minimum on both sides: a share of five percent tells a few",
    () => {
      expect(bounded(onlyFew, () => true, false)).not.toEqual([]);
      expect(bounded(HOSTILE_PLANS["an action that all have but three"] ?? [], () => true, false)).toContainEqual(
        expect.objectContaining({ line: "sector pa", side: "lacking", truth: 3 }),
      );
    },
    TIMEOUT,
  );

  it(
    "holding back more than what is small: it subtracts",
    () => {
      expect(bounded(onlyFew, enough, true)).toContainEqual(about("sector ins", 3, 5)); // the total is rounded
      expect(actionLeaks(run(onlyFew), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "the tables checked together: each alone leaves room, sectors and departments together leave none",
    () => {
      const hidden = ({ dimension, code }: Line) => dimension === "sector" && ["pa", "ph"].includes(code);
      const alone = (table: string) => (line: Line) => line.dimension !== table && !hidden(line);
      expect(bounded(LOOP, alone("department"), true)).toEqual([]);
      expect(bounded(LOOP, (line) => !hidden(line), true)).toContainEqual(about("sector pa", 3, 3));
      expect(actionLeaks(run(LOOP), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "the rule that both sides move by nothing or by enough: it bounds the newcomers",
    () => {
      const steps = [
        { came: [...withAction(100, 50), ...withAction(80, 40, { secteur: "ph", departement: "02" })], deleted: 0 },
        { came: [...withAction(15, 2), ...withAction(15, 13, { secteur: "ph", departement: "02" })], deleted: 0 },
      ];
      expect(actionLeaks(run(steps, "all"), null)).toContainEqual(expect.objectContaining({ when: "joined" }));
      expect(actionLeaks(run(steps), null)).toEqual([]);
    },
    TIMEOUT,
  );
});
