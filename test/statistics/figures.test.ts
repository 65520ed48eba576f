/** What is published of a cell that may be shown: rounded, extremes in bands, never the number of those at one level. */
import { describe, expect, it } from "vitest";
import { askedBand } from "../../worker/statistics/answers/asked-band.ts";
import { roundCount, share } from "../../worker/statistics/disclosure/rounding.ts";
import { safeShares } from "../../worker/statistics/disclosure/safe-share.ts";
import { FLOOR, INSIDER, minimumOf } from "../../worker/statistics/disclosure/thresholds.ts";
import { figuresOf } from "../../worker/statistics/figures.ts";
import { chance } from "./support/populations.ts";

const SCALE = { levels: [0, 1, 2, 3, 4], domains: ["access"] };

/** The counters of contributions with these scores, level = score / 20, the same score in the one domain. */
function vectorOf(scores: readonly number[]) {
  const vector: Record<string, number> = { n: scores.length, score: 0, "domain:access:n": 0, "domain:access:sum": 0 };
  const add = (measure: string, value = 1) => {
    vector[measure] = (vector[measure] ?? 0) + value;
  };
  for (const score of scores) {
    add("score", 100 * score);
    add(`bin:${Math.floor(score / 5)}`);
    add(`level:${Math.min(4, Math.floor(score / 20))}`);
    add("domain:access:n");
    add("domain:access:sum", 100 * score);
  }
  return vector;
}

describe("a count", () => {
  it("is published to the nearest five", () => {
    expect([11, 12, 13, 17, 18, 1002].map(roundCount)).toEqual([10, 10, 15, 15, 20, 1000]);
  });
});

describe("a share", () => {
  it("comes from rounded counts and is a multiple of five percent", () => {
    expect(share(33, 100)).toBe(35);
    expect(share(32, 100)).toBe(30);
    expect(share(6, 14)).toBe(35); // 5 of 15
  });

  it("is a band at an extreme: none, or all, is never said", () => {
    expect([share(0, 14), share(2, 14), share(1, 1000), share(100, 1000)]).toEqual(
      Array.from({ length: 4 }, () => ({ band: "<=10" })),
    );
    expect([share(14, 14), share(13, 14), share(950, 1000)]).toEqual(
      Array.from({ length: 3 }, () => ({ band: ">=90" })),
    );
  });

  /** How many of a cell may be at a level, for who reads its n and its share. */
  const possible = (part: number, whole: number, publish: typeof share, round: (n: number) => number) => {
    const said = JSON.stringify([round(whole), publish(part, whole)]);
    const counts = new Set<number>();
    for (let n = FLOOR; n <= whole + 5; n++) {
      for (let count = 0; count <= n; count++) {
        if (JSON.stringify([round(n), publish(count, n)]) === said) counts.add(count);
      }
    }
    return [...counts];
  };
  const small = Array.from({ length: 60 }, (_, index) => index + FLOOR).flatMap((n) =>
    [...Array(FLOOR).keys()].map((count) => [count, n] as const),
  );

  it("leaves at least five possible numbers of establishments, or three at an extreme, and both none and some", () => {
    for (const [count, n] of small) {
      const counts = possible(count, n, share, roundCount);
      expect(counts.length).toBeGreaterThanOrEqual(typeof share(count, n) === "number" ? 5 : 3);
      if (count === 0) expect(counts.some((one) => one > 0)).toBe(true);
    }
  });

  it("told the number exactly without rounding", () => {
    const exact = (part: number, whole: number) => (100 * part) / whole;
    for (const [count, n] of small) expect(possible(count, n, exact, (one) => one)).toEqual([count]);
  });

  it("told that none, or all, are there without bands", () => {
    const unbanded = (part: number, whole: number) => Math.round((100 * part) / whole);
    expect(possible(0, 14, unbanded, roundCount)).toEqual([0]);
    expect(possible(14, 14, unbanded, (one) => one)).toEqual([14]);
    expect(possible(0, 14, share, roundCount).length).toBeGreaterThan(2);
  });
});

describe("the figures of a cell", () => {
  it("are n, mean, quartiles in the middle of five-point bins, levels and domains", () => {
    const scores = [12, 22, 31, 38, 44, 47, 52, 58, 61, 73, 88, 20, 30];
    expect(figuresOf(vectorOf(scores), SCALE, FLOOR)).toEqual({
      n: 15,
      mean: 44.3,
      quartile1: { withheld: "protected" }, // it would say that three at most are below
      median: { withheld: "protected" },
      quartile3: { withheld: "protected" },
      levels: Array.from({ length: 5 }, () => ({ withheld: "protected" })), // one, five, five, one, one
      domains: { access: 44.3 },
    });
  });

  it("say the share of a level only where at least twelve may be at it, and at the others", () => {
    const shares = (levels: readonly number[]) => {
      const n = levels.reduce((sum, one) => sum + one, 0);
      const counts = Object.fromEntries(levels.map((one, level) => [`level:${level}`, one]));
      return figuresOf({ ...vectorOf([]), n, ...counts }, SCALE, FLOOR).levels.map((one) =>
        typeof one === "object" && "withheld" in one ? null : one,
      );
    };
    expect(shares([3, 30, 40, 25, 2])).toEqual([{ band: "<=10" }, 30, 40, null, { band: "<=10" }]); // with the 25, few would be left
    expect(shares([5, 200, 150, 140, 5])[1]).toBe(40);
    expect(shares([5, 200, 150, 140, 5])[0]).toEqual({ band: "<=10" }); // twelve of five hundred would be the same
    expect(shares([20, 20, 20, 20, 20])).toEqual([20, 20, 20, 20, 20]);
    expect(shares([0, 0, 14, 0, 0])).toEqual([null, null, null, null, null]);
  });

  it("leave every small number of a level open to be eleven or more, to who subtracts all that is said", () => {
    const random = chance(7);
    for (let turn = 0; turn < 400; turn++) {
      const parts = Array.from({ length: 5 }, () => Math.floor(10 ** (2.2 * random())) - 1);
      const whole = parts.reduce((sum, one) => sum + one, 0);
      const said = safeShares(parts, whole, FLOOR + INSIDER).map((one) => JSON.stringify(one));
      const possible = parts.map((_, index) =>
        Array.from({ length: whole + 1 }, (_, part) => part).filter(
          (part) => said[index] === "null" || JSON.stringify(share(part, whole)) === said[index],
        ),
      );
      for (const [index, part] of parts.entries()) {
        if (part === 0 || part >= FLOOR || whole < FLOOR) continue;
        const others = possible.filter((_, other) => other !== index);
        const left = whole - others.reduce((sum, one) => sum + (one[0] ?? 0), 0);
        expect(Math.min(left, possible[index]?.at(-1) ?? 0)).toBeGreaterThanOrEqual(FLOOR);
      }
    }
  });

  it("give a median from twenty-four on, the other quartiles from forty-eight: fewer would be on one side", () => {
    const shown = (n: number) => {
      const scores = Array.from({ length: n }, (_, index) => Math.floor((100 * index) / n));
      const { quartile1, median, quartile3 } = figuresOf(vectorOf(scores), SCALE, FLOOR);
      return [quartile1, median, quartile3];
    };
    const none = { withheld: "protected" };
    expect(shown(23)).toEqual([none, none, none]);
    expect(shown(24)).toEqual([none, 47.5, none]); // 45, the twelfth of 0, 4, 8, …
    expect(shown(47)).toEqual([none, 47.5, none]);
    expect(shown(48)).toEqual([22.5, 47.5, 72.5]);
  });

  it("say extremes as bands", () => {
    const figures = figuresOf(vectorOf(Array.from({ length: 24 }, () => 4)), SCALE, FLOOR);
    expect(figures).toMatchObject({
      mean: { band: "<=10" },
      median: { band: "<=10" },
      domains: { access: { band: "<=10" } },
    });
  });

  it("withhold a domain that too few have, or that too few lack", () => {
    const vector = vectorOf(Array.from({ length: 20 }, () => 50));
    const having = (n: number) =>
      figuresOf({ ...vector, "domain:access:n": n, "domain:access:sum": 5000 * n }, SCALE, FLOOR).domains.access;
    expect([having(10), having(12), having(19)]).toEqual(Array.from({ length: 3 }, () => ({ withheld: "protected" })));
    expect(having(20)).toBe(50);
  });
});

describe("the number asked a question", () => {
  it("is a band with room for the minimum on both sides", () => {
    for (let count = FLOOR; count < 3000; count++) {
      const { from, below } = askedBand(count, FLOOR);
      expect(below - count).toBeGreaterThan(FLOOR);
      expect(from === FLOOR || count - from >= FLOOR).toBe(true);
    }
  });
});

describe("the minimum", () => {
  it("is eleven, or more where a deployment asks for it, never less", () => {
    expect([undefined, "", "11", "5", "-3", "0", "12.5", "many", "Infinity"].map(minimumOf)).toEqual(
      Array.from({ length: 9 }, () => FLOOR),
    );
    expect(minimumOf("20")).toBe(20);
  });
});
