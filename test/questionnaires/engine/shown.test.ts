/** Figures as people read them: never beyond what was reached, in the language of the questionnaire (rules 25). */
import { describe, expect, it } from "vitest";
import { shownNumber, shownScore } from "../../../questionnaires/engine/engine.ts";

const french = { language: "fr" };
const english = { language: "en" };

describe("a score in words", () => {
  it("has one decimal at most, rounded to the nearest", () => {
    expect([59.96, 59.94, 40, 0].map((score) => shownScore(french, score))).toEqual(["60", "59,9", "40", "0"]);
  });

  it("stays below every threshold that it has not reached, and keeps its figure beyond those it has", () => {
    expect(shownScore(french, 59.96, [60])).toBe("59,9");
    expect(shownScore(french, 59.96, [60, 80])).toBe("59,9");
    expect(shownScore(french, 79.97, [80])).toBe("79,9");
    expect(shownScore(french, 59.94, [60])).toBe("59,9");
    expect(shownScore(french, 52.3, [60])).toBe("52,3");
  });
});

describe("a number in words", () => {
  it("has as many decimals as asked for, in its language, whatever was shown before", () => {
    expect(shownNumber(french, 1.256, 1)).toBe("1,3");
    expect(shownNumber(french, 1.256, 2)).toBe("1,26");
    expect(shownNumber(english, 1.256, 1)).toBe("1.3");
    expect(shownNumber(french, 1.256, 1)).toBe("1,3");
    expect(shownNumber(french, 3, 2)).toBe("3");
  });
});
