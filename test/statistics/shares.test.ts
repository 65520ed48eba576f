/** When the share of an action may be said, may change, and must be held back because linked tables would tell a few. */
import fc from "fast-check";
import highsLoader, { type Highs } from "highs";
import { describe, expect, it } from "vitest";
import { protectShares } from "../../worker/statistics/disclosure/linked-shares.ts";
import { type Flow, reachOf, type Sum } from "../../worker/statistics/disclosure/network.ts";
import { rangeOf, safeShare } from "../../worker/statistics/disclosure/safe-share.ts";
import { FLOOR, INSIDER } from "../../worker/statistics/disclosure/thresholds.ts";
import {
  type Mark,
  ownShareFate,
  type RememberedShare,
  type Split,
} from "../../worker/statistics/disclosure/triggered.ts";

const ENOUGH = FLOOR + INSIDER;

const stay = (count: number) => ({ count, ever: count });
const split = (held: number, free: number, others = 0): Split => ({
  held: stay(held),
  free: stay(free),
  others: stay(others),
});
const remembered = (then: Split, told = true): RememberedShare => ({
  split: then,
  told,
  said: { split: then, share: 50, since: 1 },
});
const fate = (now: Split, before: Split | null = null, line: Mark["line"] = "moves") =>
  ownShareFate({ split: now, before: before === null ? null : remembered(before), line }, FLOOR);

describe("a share", () => {
  it("is said when both sides are enough, or when its band would be said of enough", () => {
    expect([fate(split(12, 12)), fate(split(7, 44)), fate(split(44, 7)), fate(split(3, 20))]).toEqual([
      "moves",
      "hidden",
      "hidden",
      "hidden",
    ]);
    expect([fate(split(0, 300)), fate(split(3, 297)), fate(split(297, 3))]).toEqual(["moves", "moves", "moves"]);
    expect([fate(split(0, 60)), fate(split(57, 3))]).toEqual(["hidden", "hidden"]);
  });

  it("is hidden with its line, waits with it, and is said only if those it does not concern are none or enough", () => {
    expect(fate(split(50, 50), null, "hidden")).toBe("hidden");
    expect(fate(split(70, 70), split(50, 50), "waits")).toBe("waits");
    expect([fate(split(50, 50, 0)), fate(split(50, 50, 5)), fate(split(50, 50, 12))]).toEqual([
      "moves",
      "hidden",
      "moves",
    ]);
  });

  it("changes when each side moved by nothing or by enough", () => {
    const before = split(50, 50);
    expect(fate(split(50, 50), before)).toBe("same");
    expect([fate(split(62, 62), before), fate(split(62, 50), before)]).toEqual(["moves", "moves"]);
    expect([fate(split(61, 62), before), fate(split(52, 70), before)]).toEqual(["waits", "waits"]);
    const gone = { ...split(45, 62), held: { count: 45, ever: 50 } };
    expect(fate(gone, before)).toBe("waits");
  });

  it("that is said leaves enough possible on each side, for every part of every whole", () => {
    for (let whole = 1; whole < 200; whole += 3) {
      for (let part = 0; part <= whole; part++) {
        if (safeShare(part, whole, ENOUGH) === null) continue;
        const { least, most } = rangeOf(part, whole);
        expect(most).toBeGreaterThanOrEqual(ENOUGH);
        expect(whole - least).toBeGreaterThanOrEqual(ENOUGH);
        expect([least <= part, part <= most]).toEqual([true, true]);
      }
    }
  });
});

describe("the shares of an action in linked tables", () => {
  const mark = (held: number, free: number): Mark => ({ split: split(held, free), before: null, line: "moves" });

  it("are held back by department when sectors and departments together tell a few", () => {
    const shares = {
      versions: [mark(84, 196)],
      rows: [mark(3, 37), mark(7, 33), mark(4, 36), mark(40, 40), mark(30, 50)],
      columns: [mark(43, 77), mark(41, 119)],
      known: false,
      came: new Array(10).fill(0),
    };
    const rows = ["hidden", "hidden", "hidden", "moves", "moves"];
    // The first sector and the fourth are alone in the first department: 43 less 40.
    const apart = protectShares({ ...shares, held: [40, 0, 0, 40, 0, 40, 80, 0, 0, 80] }, FLOOR);
    expect(apart).toEqual({ versions: ["moves"], rows, columns: ["hidden", "hidden"] });
    const mixed = protectShares({ ...shares, held: [20, 20, 20, 20, 20, 20, 40, 40, 20, 60] }, FLOOR);
    expect(mixed).toEqual({ versions: ["moves"], rows, columns: ["moves", "moves"] });
  });

  it("are held back by sector too when the total alone would tell the only one that is small", () => {
    const fates = protectShares(
      {
        ...{ versions: [mark(60, 120)], rows: [mark(3, 57), mark(57, 63)], columns: [mark(60, 120)] },
        ...{ known: false, came: [0, 0], held: [60, 120] },
      },
      FLOOR,
    );
    expect(fates).toEqual({ versions: ["moves"], rows: ["hidden", "hidden"], columns: ["moves"] });
  });
});

const highs = await (highsLoader as unknown as () => Promise<Highs>)();

describe("how far a sum could move", () => {
  const amounts = fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
  const loose = fc.array(fc.tuple(fc.boolean(), fc.nat(9), fc.nat(9)), { minLength: 8, maxLength: 8 });

  it("is what a linear programme finds", () => {
    fc.assert(
      fc.property(amounts, amounts, loose, (held, more, ends) => {
        const flow = flowOf(held, more, ends);
        const reach = reachOf(flow);
        for (const [side, sums] of [
          ["row", flow.rows],
          ["column", flow.columns],
        ] as const) {
          for (const [index, { amount }] of sums.entries()) {
            expect(reach?.rise(side, index, 1000)).toBe(extreme(flow, "Maximize", side, index) - amount);
            expect(reach?.fall(side, index, 1000)).toBe(amount - extreme(flow, "Minimize", side, index));
          }
        }
        expect(reach?.rise("total", 0, 1000)).toBe(extreme(flow, "Maximize", "total", 0) - flow.total.amount);
      }),
      { numRuns: 10, seed: 20_261_122 },
    );
  });

  it("cannot be told of sums that the cells cannot hold", () => {
    const one: Sum = { amount: 5, least: 5, most: 5 };
    expect(reachOf({ rows: [one], columns: [one], total: one, capacity: [4] })).toBeNull();
  });
});

type Ends = readonly (readonly [boolean, number, number])[];

function flowOf(held: readonly (readonly number[])[], more: readonly (readonly number[])[], ends: Ends): Flow {
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const sum = (amount: number, index: number): Sum => {
    const [isLoose, down, up] = ends[index] ?? [false, 0, 0];
    return isLoose
      ? { amount, least: Math.max(0, amount - down), most: amount + up }
      : { amount, least: amount, most: amount };
  };
  return {
    rows: held.map((row, index) => sum(add(row), index)),
    columns: [0, 1, 2, 3].map((column) => sum(add(held.map((row) => row[column] ?? 0)), 3 + column)),
    total: sum(add(held.flat()), 7),
    capacity: held.flatMap((row, r) => row.map((value, c) => value + (more[r]?.[c] ?? 0))),
  };
}

function extreme({ rows, columns, total, capacity }: Flow, direction: string, side: string, index: number): number {
  const cells = (keep: (row: number, column: number) => boolean) =>
    capacity.flatMap((_, place) => (keep(Math.floor(place / 4), place % 4) ? [`+ x${place}`] : [])).join(" ");
  const between = (name: string, sum: string, { least, most }: Sum) =>
    ` ${name}a: ${sum} >= ${least}\n ${name}b: ${sum} <= ${most}`;
  const lines = [
    ...rows.map((sum, r) =>
      between(
        `r${r}`,
        cells((row) => row === r),
        sum,
      ),
    ),
    ...columns.map((sum, c) =>
      between(
        `c${c}`,
        cells((_, column) => column === c),
        sum,
      ),
    ),
    between(
      "t",
      cells(() => true),
      total,
    ),
  ];
  const wanted = cells((row, column) => side === "total" || (side === "row" ? row === index : column === index));
  const bounds = capacity.map((most, place) => ` 0 <= x${place} <= ${most}`).join("\n");
  const text = `${direction}\n obj: ${wanted}\nSubject To\n${lines.join("\n")}\nBounds\n${bounds}\nEnd\n`;
  return Math.round(highs.solve(text).ObjectiveValue);
}
