/**
 * The attacker of security.md §5: given everything published, all tables together, over successive releases, deletions
 * included, and knowing where one establishment stands, it can neither compute a small cell nor bound one below the
 * minimum; nor can it for those who joined a cell between two releases. Each protection taken away, it can.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protect } from "../../worker/statistics/disclosure/protect.ts";
import { roundCount } from "../../worker/statistics/disclosure/rounding.ts";
import { vectorsByTable } from "../../worker/statistics/holdings.ts";
import { plannedTables } from "../../worker/statistics/plan.ts";
import { situationOf } from "../../worker/statistics/situation.ts";
import { Attacker, type Fact, type Term } from "./support/attacker.ts";
import { CODES, holding, leaks, MINIMUM, ownFacts, run } from "./support/campaign.ts";
import { CHOICES, countersOf, type Person, vocabularyOf } from "./support/people.ts";
import { EPOCHS, HOSTILE, hostileSteps, like, randomSteps } from "./support/populations.ts";
import { everyPlace, rounded } from "./support/read-releases.ts";

const TIMEOUT = 120_000;

/** Random tables that leak when decisions are not checked against all releases. */
const LEAKING = [2, 18, 44, 77, 94, 119];

describe("the attacker, with everything that is published", () => {
  it.each([
    [60, 2],
    [250, 1],
  ])(
    "learns nothing of random populations of up to %i newcomers per release",
    (most, numRuns) => {
      const seeds = fc.tuple(fc.nat(1_000_000), fc.nat(1_000));
      fc.assert(
        fc.property(seeds, ([seed, whose]) => {
          const campaign = run(randomSteps(seed, most));
          const last = campaign.present.at(-1) ?? [];
          expect(leaks(campaign, last[whose % last.length] ?? null)).toEqual([]);
        }),
        { numRuns, seed: 20_261_122 },
      );
    },
    TIMEOUT,
  );

  it.each(Object.entries(HOSTILE))(
    "learns nothing of a hostile population: %s",
    (_, steps) => {
      const campaign = run(steps);
      for (const own of [null, campaign.present.at(-1)?.at(-1) ?? null]) expect(leaks(campaign, own)).toEqual([]);
    },
    TIMEOUT,
  );

  it.each(Object.entries(EPOCHS))(
    "learns nothing of what earlier releases left open: %s",
    (_, steps) => {
      expect(leaks(run(steps), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it.each(LEAKING)(
    "learns nothing of the random tables number %i, whose cells wait, are hidden and shown again",
    (seed) => {
      expect(leaks(run(hostileSteps(seed)), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it("does learn the large cells, within rounding: the tables say something", () => {
    const campaign = run(randomSteps(5, 250));
    const cells = (campaign.published.at(-1) ?? []).flatMap((table) => (table.form === "cells" ? table.cells : []));
    const shown = cells.filter(({ kind, figures }) => kind === "cell" && figures !== null);
    expect(shown.length / cells.length).toBeGreaterThan(0.3);
  });
});

/** Facts that a weaker publisher would give away: every place it shows, read as it writes it. */
function factsOf(
  people: readonly Person[],
  shows: (place: Place, truth: number) => boolean,
  exact = false,
): readonly Fact[] {
  return everyPlace(CODES).flatMap((place) => {
    const truth = holding(people, place);
    if (!shows(place, truth)) return [];
    const [low, high] = exact ? [truth, truth] : rounded(0)(roundCount(truth));
    return [{ terms: [{ ...place, sign: 1 as const, release: 0 }], low: Math.max(0, low), high }];
  });
}

type Place = Omit<Term, "sign" | "release">;

const isMargin = ({ table, row, column }: Place) =>
  row === null ||
  (column === null && plannedTables("esms").some(({ id, columns }) => id === table && columns !== null));

/** The small cells that an attacker bounds below the minimum when it is given these facts. */
function bounded(
  people: readonly Person[],
  facts: readonly Fact[],
  own: Person | null = null,
): readonly (readonly [Place, number, number])[] {
  const attacker = new Attacker({ facts, releases: 1, deletions: new Set(), codes: CODES });
  return everyPlace(CODES).flatMap((place) => {
    const truth = holding(people, place);
    if (truth === 0 || truth >= MINIMUM) return [];
    const most = attacker.largest([{ ...place, sign: 1, release: 0 }], own === null ? [] : ownFacts(own, 0));
    return most < MINIMUM ? [[place, truth, most] as const] : [];
  });
}

/** A table whose every line holds one small cell, or none: sector × medicalised. */
const grid = (counts: readonly (readonly number[])[]) =>
  counts.flatMap((row, r) =>
    row.flatMap((count, c) =>
      like(count, { secteur: CHOICES.secteur[r] ?? "pa", medicalise: CHOICES.medicalise[c] ?? "oui" }),
    ),
  );

describe("the attacker succeeds without", () => {
  it(
    "the minimum: it reads the small cells",
    () => {
      const people = grid([
        [40, 30, 3],
        [30, 40, 25],
      ]);
      expect(
        bounded(
          people,
          factsOf(people, () => true),
        ).length,
      ).toBeGreaterThan(0);
      expect(leaks(run([{ came: people, deleted: 0 }]), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "a second hidden cell in each line: it subtracts, and exactly when nothing is rounded",
    () => {
      const people = grid([
        [40, 30, 3],
        [30, 40, 25],
      ]);
      const primaryOnly = (_: Place, truth: number) => truth >= MINIMUM;
      expect(bounded(people, factsOf(people, primaryOnly)).length).toBeGreaterThan(0);
      const exact = bounded(people, factsOf(people, primaryOnly, true));
      expect(exact).toContainEqual([{ table: "sector-medicalised", row: "pa", column: "non" }, 3, 3]);
    },
    TIMEOUT,
  );

  it(
    "a hidden sum of at least the minimum: two hidden cells bound each other",
    () => {
      const people = grid([
        [40, 2, 3],
        [30, 3, 2],
        [30, 30, 30],
      ]);
      const twoPerLine = (place: Place, truth: number) => isMargin(place) || truth >= MINIMUM;
      expect(bounded(people, factsOf(people, twoPerLine)).length).toBeGreaterThan(0);
      expect(leaks(run([{ came: people, deleted: 0 }]), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "closed paths: two hidden cells and enough in every line can still leave a cell bounded",
    () => {
      // Every line hides two cells that hold twelve or more; but for pa/oui to gain, ph/part and dom/non must lose in turn,
      // and dom/non has only 2 to lose.
      const people = grid([
        [8, 4, 40],
        [4, 40, 10],
        [40, 10, 2],
        [40, 40, 40],
      ]);
      const hidden = (place: Place, truth: number) => isMargin(place) || truth >= MINIMUM;
      expect(bounded(people, factsOf(people, hidden, true))).toContainEqual([
        { table: "sector-medicalised", row: "pa", column: "oui" },
        8,
        10,
      ]);
      expect(leaks(run([{ came: people, deleted: 0 }]), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "linked tables protected together: a line that one table needs hidden is shown by another",
    () => {
      const people = [
        ...like(60),
        ...like(40, { secteur: "ph" }),
        ...grid([
          [0, 0, 0],
          [0, 0, 0],
          [5, 6, 0],
          [0, 0, 0],
        ]),
      ];
      const plans = plannedTables("esms");
      const vectors = vectorsByTable(countersOf(people), "esms");
      const shown = new Set<string>();
      for (const plan of plans) {
        const { axes, tables } = situationOf([plan], vectors, {}, vocabularyOf(CHOICES));
        const cross = tables.flatMap(({ cells }) =>
          plan.columns === null ? [] : [{ id: plan.id, rows: plan.rows.id, columns: plan.columns.id, cells }],
        );
        const lines = axes.map(({ dimension, lines }) => ({ dimension: dimension.id, lines }));
        const alone = protect(lines, cross, MINIMUM);
        if (alone === null) throw new Error("Nothing is shown.");
        for (const [dimension, fates] of alone.lines) {
          for (const [code, fate] of fates) if (fate === "moves") shown.add(`${plan.id} ${dimension} ${code}`);
        }
        for (const { cells, id } of cross) {
          cells.forEach(({ row, column }, index) => {
            if (alone.cells.get(id)?.[index] === "moves") shown.add(`${id} ${row} ${column}`);
          });
        }
      }
      const apart = ({ table, row, column }: Place) => {
        const plan = plans.find(({ id }) => id === table);
        if (row === null && column === null) return true;
        if (row === null) return shown.has(`${table} ${plan?.columns?.id} ${column}`);
        return column === null ? shown.has(`${table} ${plan?.rows.id} ${row}`) : shown.has(`${table} ${row} ${column}`);
      };
      const own = people.at(-1) ?? null; // one of the six: the five others can then not be eleven
      expect(bounded(people, factsOf(people, apart, true), own)).toContainEqual([
        { table: "sector-medicalised", row: "dom", column: "oui" },
        5,
        10,
      ]);
      expect(leaks(run([{ came: people, deleted: 0 }]), own)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "the rule that a cell moves by nothing or by the minimum: it bounds those who joined since",
    () => {
      const steps = [
        {
          came: grid([
            [22, 20, 20],
            [20, 22, 20],
          ]),
          deleted: 0,
        },
        { came: like(14), deleted: 0 },
        { came: [...like(12), ...like(3, { secteur: "ph" })], deleted: 0 },
      ];
      expect(leaks(run(steps, "all"), null).length).toBeGreaterThan(0);
      expect(leaks(run(steps), null)).toEqual([]);
    },
    TIMEOUT,
  );

  it.each([
    ...Object.entries(EPOCHS),
    ...LEAKING.slice(0, 2).map((seed) => [`random tables number ${seed}`, hostileSteps(seed)] as const),
  ])(
    "the check against what each release told: %s",
    (_, steps) => {
      expect(leaks(run(steps, "epochs"), null).length).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});
