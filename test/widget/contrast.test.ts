/** Colours that can be read: the figures of WCAG, the nearest colour that reaches them, and what follows from a choice. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTROL, contrast, hexadecimal, lowestContrast, mended, type Rgb, TEXT } from "../../widget/host/contrast.ts";
import { RULES, readable } from "../../widget/host/palette.ts";
import { ownColours, rgbOf } from "../../widget/pages/integrer/verdict.ts";

const colour = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 }))) as fc.Arbitrary<
  [number, number, number]
>;
const WHITE: Rgb = [255, 255, 255];
const own = ownColours(readFileSync("widget/styles/base.css", "utf8"));

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#767676", "#ffffff", 4.54],
    ["#ffcc00", "#ffffff", 1.51],
    ["#0b5568", "#0b5568", 1],
  ])("of %s and %s is %d", (one, other, expected) => {
    expect(contrast(rgbOf(one), rgbOf(other))).toBeCloseTo(expected, 1);
  });

  it("is reached by what is mended, whatever the colours; what reached it already is left alone", () => {
    fc.assert(
      fc.property(colour, colour, (given, background) => {
        const found = mended(given, [background], TEXT);
        expect(contrast(found, background)).toBeGreaterThanOrEqual(TEXT);
        if (contrast(given, background) >= TEXT) expect(found).toEqual(given);
      }),
    );
  });

  it("is mended by the smaller step: a dark yellow, not black", () => {
    expect(contrast(mended([255, 204, 0], [WHITE], CONTROL), WHITE)).toBeLessThan(3.3);
  });
});

describe("our own colours", () => {
  it.each(["light", "dark"] as const)("need no mending, %s", (theme) => {
    expect(Object.keys(own[theme])).toHaveLength(12);
    expect(readable(own[theme], [])).toEqual({ palette: own[theme], corrections: [] });
  });
});

describe("a page's colours", () => {
  it("are readable on every background of ours, whichever text, mark or page it chooses", () => {
    fc.assert(
      fc.property(colour, fc.constantFrom("accent", "ink", "muted", "control", "error"), (given, name) => {
        const { palette } = readable({ ...own.light, [name]: given }, [name]);
        for (const rule of RULES) {
          const on = rule.on.map((background) => palette[background] ?? WHITE);
          expect(lowestContrast(palette[rule.name] ?? WHITE, on)).toBeGreaterThanOrEqual(rule.needed);
        }
      }),
    );
  });

  it("are reported with what they were, what was needed and what they became; those of ours are not", () => {
    const { corrections, palette } = readable({ ...own.light, page: [20, 20, 20] }, ["page"]);
    expect(corrections).toEqual([]);
    expect(contrast(palette.ink ?? WHITE, [20, 20, 20])).toBeGreaterThanOrEqual(TEXT);
    const yellow = readable({ ...own.light, accent: [255, 204, 0] }, ["accent"]).corrections;
    expect(yellow.map(({ name, given, needed }) => [name, hexadecimal(given), needed])).toEqual([
      ["accent", "#ffcc00", TEXT],
    ]);
  });

  it("draw their tints from what the page chose", () => {
    const { palette } = readable({ ...own.light, accent: [122, 31, 162] }, ["accent"]);
    expect(palette.tint).not.toEqual(own.light.tint);
    expect(palette.soft).toEqual(own.light.soft);
  });
});
