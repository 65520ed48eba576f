/** The table of the plan opens whole in a French spreadsheet, and never calculates what someone wrote. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { mark, noMarks } from "../../../widget/pages/plan/marks.ts";
import { planCsv } from "../../../widget/pages/plan/plan-csv.ts";
import { WAITING } from "../../../widget/territories/help.ts";
import { toCsv as csv } from "../../../widget/tools/csv.ts";
import { runs } from "../../support/runs.ts";
import { opened, t } from "./opened.ts";

/** As RFC 4180 reads a file, with semicolons. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n|$)/y;
  for (let match = cells.exec(text); match && match.index < text.length; match = cells.exec(text)) {
    const [, cell = "", end] = match;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

it("begins with the mark of UTF-8, separates with semicolons, ends its lines as Windows does", () => {
  expect(
    csv(
      [
        ["a", "b"],
        ["é; «x»", 'dit "oui"'],
      ],
      "fr",
    ),
  ).toBe('\uFEFFa;b\r\n"é; «x»";"dit ""oui"""\r\n');
});

it("writes numbers with a decimal comma and two decimals at most", () => {
  expect(csv([[1234.5, 0.126, -2, null]], "fr")).toBe("\uFEFF1234,5;0,13;-2;\r\n");
});

it("disarms what a spreadsheet would calculate, headings included", () => {
  for (const attack of ["=1+1", "+33", "-2+3", "@SUM(A1)", "\t=1", " =1", "\u00A0=1", "|calc", "%0A", "＝1"]) {
    const [[cell = ""] = []] = read(csv([[attack]], "fr").slice(1));
    expect(cell).toBe(`'${attack}`);
  }
});

it("gives back any text", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        const back = read(csv(rows, "fr").slice(1)).map((row) => row.map((cell) => cell.replace(/^'/, "")));
        expect(back).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'/, ""))));
      },
    ),
    runs(200),
  );
});

it("has one line per action in the order of the plan, with its state and its deadline", () => {
  const diagnostic = opened("SSIAD");
  const [first] = diagnostic.result.actions;
  const marks = mark(noMarks("2026-11-22"), first?.id ?? "", "done");
  const [head, ...rows] = read(planCsv(diagnostic, marks, WAITING, t).slice(1));
  expect(head?.slice(0, 5)).toEqual(["Rang", "Action", "Domaine", "État", "Échéance"]);
  expect(rows.length).toBe(diagnostic.result.actions.length);
  expect(rows[0]?.slice(0, 6)).toEqual([
    "1",
    "Automatiser la sauvegarde de tout l’essentiel",
    "Sauvegardes et restauration",
    "Faite",
    "22/12/2026",
    "Informatique interne ou prestataire",
  ]);
  expect(rows[1]?.[3]).toBe("À faire");
  expect(rows.every((row) => row.length === head?.length)).toBe(true);
  expect(rows.map((row) => row[8]).join(" ")).toMatch(/\d,\d/);
});
