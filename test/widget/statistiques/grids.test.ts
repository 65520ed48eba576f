/** From a published table to what the page shows of it: a grid, filtered, sorted, drawn; hidden cells stay hidden. */
import { describe, expect, it } from "vitest";
import { readWords } from "../../../scripts/words.ts";
import { cellGrid } from "../../../widget/pages/statistiques/cell-grid.ts";
import { chooseLines, drawnLines } from "../../../widget/pages/statistiques/choose.ts";
import { drawingOf, stack } from "../../../widget/pages/statistiques/drawing.ts";
import { sayValue } from "../../../widget/pages/statistiques/say-value.ts";
import { shareGrid } from "../../../widget/pages/statistiques/share-grid.ts";
import type { Cell, CellTable, Figure } from "../../../widget/releases/published.ts";
import { createText } from "../../../widget/text/text.ts";

const say = createText(readWords("fr", "statistiques"));
const LOW: Figure = { band: "<=10" };
const HIGH: Figure = { band: ">=90" };
const named = (code: string) => ({ code, label: code.toUpperCase() });

function cell(row: string, mean: Figure | null, more: Partial<Cell> = {}): Cell {
  const score = mean ?? 0;
  const quartiles = { quartile1: score, median: score, quartile3: score };
  const figures = { n: 20, mean: score, ...quartiles, levels: [LOW, 85], domains: { acces: score } };
  const shown =
    mean === null ? { reason: "protected" as const, since: null, figures: null } : { reason: null, since: 1, figures };
  return { kind: "cell", row: named(row), column: null, ...shown, ...more };
}

function table(cells: readonly Cell[]): CellTable {
  const names = { rows: named("sector"), columns: null, levels: ["0", "1"].map(named), domains: [named("acces")] };
  return { id: "t", title: "T", form: "cells", ...names, cells };
}

const ALL = { filters: {}, search: "", sort: null };
const ids = (lines: readonly { readonly id: string }[]) => lines.map(({ id }) => id);

describe("a table of cells", () => {
  const grid = cellGrid(
    table([cell("âgés", 40), cell("b", null), cell("c", HIGH), cell("d", 12.5), cell("e", LOW)]),
    "score",
    say,
  );

  it("keeps its hidden cells, with their reason in words and no figure", () => {
    const hidden = grid.lines.find(({ id }) => id === "b");
    expect(hidden?.values.every((value) => value === null)).toBe(true);
    expect(say(`reason.${hidden?.reason}`)).toBe("Masqué\u00a0: secret statistique");
  });

  it("sorts by a figure with bands at both ends, and hidden cells last either way", () => {
    const by = (down: boolean) => ids(chooseLines(grid, { ...ALL, sort: { column: "score_mean", down } }));
    expect(by(true)).toEqual(["c", "âgés", "d", "e", "b"]);
    expect(by(false)).toEqual(["e", "d", "âgés", "c", "b"]);
  });

  it("is filtered by what is published, by line, and by words whatever their accents", () => {
    expect(ids(chooseLines(grid, { ...ALL, filters: { shown: "hidden" } }))).toEqual(["b"]);
    expect(ids(chooseLines(grid, { ...ALL, filters: { row: "d" } }))).toEqual(["d"]);
    expect(ids(chooseLines(grid, { ...ALL, search: "ages" }))).toEqual(["âgés"]);
    expect(chooseLines(grid, { ...ALL, filters: { row: "gone", other: "x" } })).toHaveLength(5);
  });

  it("is drawn from its ticked lines, else its first published ones, never from hidden ones", () => {
    expect(ids(drawnLines(grid.lines, ["b", "d"], 4))).toEqual(["d"]);
    expect(ids(drawnLines(grid.lines, [], 2))).toEqual(["âgés", "c"]);
  });

  it("shows the response rate and its warning where they are published, and no such column elsewhere", () => {
    const coverage = { establishments: 240, rate: 8, warning: "few" as const };
    const covered = cellGrid(table([cell("a", 40, { coverage }), cell("b", 50)]), "levels", say);
    expect(covered.figures.slice(-3).map(({ id }) => id)).toEqual([
      "establishments",
      "response_rate",
      "response_warning",
    ]);
    expect(covered.lines[0]?.values.slice(-3)).toEqual([
      240,
      8,
      "Trop peu de réponses\u00a0: moyenne à lire avec prudence",
    ]);
    expect(covered.lines[1]?.values.slice(-3)).toEqual([null, null, null]);
    expect(grid.figures.map(({ id }) => id)).not.toContain("response_rate");
  });
});

describe("other tables", () => {
  it("of actions line by line are filtered by line and by action", () => {
    const cells = [
      { subject: named("mfa"), row: named("pa"), reason: null, since: 1, share: 45 },
      { subject: named("mfa"), row: named("ph"), reason: "protected" as const, since: null, share: null },
    ];
    const grid = shareGrid({ id: "actions-sector", title: "A", form: "lines", rows: named("sector"), cells }, say);
    expect(grid.heads.map(({ id }) => id)).toEqual(["sector", "subject"]);
    expect(chooseLines(grid, { ...ALL, filters: { row: "ph" } })).toMatchObject([
      { reason: "protected", values: [null] },
    ]);
  });

  it("have words for every column, kind and reason", () => {
    const answers = [10, 20, LOW, 30, 15, LOW, { withheld: "protected" as const }];
    const common = { version: "1.1.0", reason: null, since: 2 };
    const questions = [{ ...common, question: named("q"), asked: { from: 50, below: 100 }, answers }];
    const triggers = (["action", "alert", "cap"] as const).map((kind) => ({
      ...common,
      kind,
      subject: named("s"),
      share: 20,
    }));
    const grids = [
      shareGrid({ id: "questions", title: "Q", form: "questions", cells: questions }, say),
      shareGrid({ id: "actions", title: "A", form: "triggers", cells: triggers }, say),
    ];
    for (const grid of grids) {
      const words = [
        ...[...grid.heads, ...grid.figures].map(({ label }) => label),
        ...grid.facets.flatMap(({ label, options }) => [label, ...options.map((option) => option.label)]),
        ...grid.lines.flatMap(({ values }) =>
          values.map((value, place) => sayValue(value, grid.figures[place]?.unit ?? "text", say, String)),
        ),
      ];
      expect(words.filter((word) => /^(column|facet|kind|trigger|answer|value)\./.test(word))).toEqual([]);
    }
  });
});

describe("a value", () => {
  it.each([
    [12.5, "points", "12.5"],
    [35, "percent", "35\u00a0%"],
    [LOW, "points", "10 ou moins"],
    [HIGH, "percent", "90\u00a0% ou plus"],
    [{ withheld: "protected" }, "points", "masqué"],
    [{ from: 50, below: 100 }, "count", "de 50 à moins de 100"],
    [null, "points", "–"],
  ] as const)("%j of %s is said « %s »", (value, unit, words) => {
    expect(sayValue(value, unit, say, String)).toBe(words);
  });
});

describe("a picture of shares", () => {
  it("gives the bands what the published shares leave, and says that their length is a guess", () => {
    expect(stack([LOW, 35, 60, LOW])).toEqual([
      { from: 0, to: 2.5, blurred: true },
      { from: 2.5, to: 37.5, blurred: false },
      { from: 37.5, to: 97.5, blurred: false },
      { from: 97.5, to: 100, blurred: true },
    ]);
  });

  it("never draws a band longer than it is, nor anything for what is withheld", () => {
    expect(stack([LOW, 50, { withheld: "protected" }])).toEqual([
      { from: 0, to: 10, blurred: true },
      { from: 10, to: 60, blurred: false },
      null,
    ]);
  });

  it("draws a share of 90 or more up to its bound", () => {
    expect(stack([HIGH, LOW])).toMatchObject([{ to: 90, blurred: true }, { to: 100 }]);
  });

  it("of quartiles goes from the first to the third, with the median and the mean as points", () => {
    const spread = cell("a", 50);
    const figures = spread.figures && { ...spread.figures, mean: 48.2, quartile1: 37.5, median: 47.5, quartile3: HIGH };
    const grid = cellGrid(table([{ ...spread, figures }]), "score", say);
    expect(drawingOf(grid, grid.lines, () => "n = 20")).toMatchObject({
      labels: [{ name: "A", count: "n = 20" }],
      series: [{ bars: [{ from: 37.5, to: 90, blurred: true }] }],
      points: [
        { label: "Médiane", at: [{ to: 47.5 }] },
        { label: "Moyenne", at: [{ to: 48.2 }] },
      ],
    });
  });
});
