/** The file that a French spreadsheet opens: readable, and never run. */
import { expect, it } from "vitest";
import { toCsv } from "../../../widget/tools/csv.ts";

it("starts with the mark of UTF-8, separates with semicolons and ends lines as Windows does", () => {
  expect(
    toCsv(
      [
        ["Nom", "Score"],
        ["Les Tilleuls", 59],
      ],
      "fr",
    ),
  ).toBe("\uFEFFNom;Score\r\nLes Tilleuls;59\r\n");
});

it("writes decimals with a comma in French, thousands without a space, and nothing for what is unknown", () => {
  expect(toCsv([[59.25, 1234.5, null, -3]], "fr")).toBe("\uFEFF59,25;1234,5;;-3\r\n");
});

it("quotes what would cut a line or a cell", () => {
  expect(toCsv([["a;b", 'dit "oui"', "deux\nlignes"]], "fr")).toBe('\uFEFF"a;b";"dit ""oui""";"deux\nlignes"\r\n');
});

it.each(["=1+1", "+33", "-2", "@SUM(A1)", "|calc", " =1", "\t=1", "\u00A0=1", "\r=1"])(
  "keeps %j from being run as a formula",
  (text) => {
    const cell = toCsv([[text]], "fr")
      .slice(1)
      .replace(/^"/, "");
    expect(cell.startsWith("'")).toBe(true);
  },
);
