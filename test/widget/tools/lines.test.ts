/** Establishments as people write lists. */
import { expect, it } from "vitest";
import { linesOf } from "../../../widget/tools/lines.ts";

const CODE = "esms.1.1.0.ABC";
const unnamed = (rank: number) => `Établissement ${rank}`;

it.each([
  ["a semicolon", `Les Tilleuls ; ${CODE}`],
  ["a colon", `Les Tilleuls : ${CODE}`],
  ["a comma", `Les Tilleuls,${CODE}`],
  ["the tab of a spreadsheet", `Les Tilleuls\t${CODE}`],
  ["a space alone", `Les Tilleuls ${CODE}`],
  ["a semicolon, and one more at the end", `Les Tilleuls;${CODE};`],
])("reads a name and a code separated by %s", (_, line) => {
  expect(linesOf(line, unnamed)).toEqual([{ number: 1, name: "Les Tilleuls", code: CODE }]);
});

it("takes a link for a code, not its beginning for a name", () => {
  const link = `https://diag.example/#code=${CODE}`;
  expect(linesOf(link, unnamed)).toEqual([{ number: 1, name: "Établissement 1", code: link }]);
  expect(linesOf(`Le Parc ${link}`, unnamed)[0]).toEqual({ number: 1, name: "Le Parc", code: link });
});

it("skips empty lines and keeps the number that each line has in the field", () => {
  const lines = linesOf(`\nA ; ${CODE}\r\n\r\n${CODE}\n`, unnamed);
  expect(lines).toEqual([
    { number: 2, name: "A", code: CODE },
    { number: 4, name: "Établissement 2", code: CODE },
  ]);
  expect(linesOf(" \n", unnamed)).toEqual([]);
});
