/** Where a diagnostic stands among published cells: in its own, else in a wider group, and never where nothing is known of it. */
import { describe, expect, it } from "vitest";
import type { Cell, CellTable, Figure, Figures } from "../../../widget/releases/published.ts";
import { everybody, matchIn, TABLES, VARIABLES } from "../../../widget/similar/dimensions.ts";
import { standingOf } from "../../../widget/similar/standing.ts";
import data from "../../../worker/statistics/plans.fr.json" with { type: "json" };

const named = (code: string) => ({ code, label: code });
const figures = (quartile1: Figure, median: Figure, quartile3: Figure): Figures => {
  return { n: 20, mean: 50, quartile1, median, quartile3, levels: [], domains: {} };
};

function cell(row: string, column: string | null, shown: boolean): Cell {
  const kind = [row, column].includes("total") ? "total" : "cell";
  const names = { kind, row: named(row), column: column === null ? null : named(column) } as const;
  if (!shown) return { ...names, reason: "protected", since: null, figures: null };
  return { ...names, reason: null, since: 1, figures: figures(40, 50, 60) };
}

function table(cells: readonly Cell[]): CellTable {
  const axes = { rows: named("sector"), columns: named("medicalised") };
  return { id: "sector-medicalised", title: "", form: "cells", ...axes, levels: [], domains: [], cells };
}

const place = { profile: { secteur: "pa", medicalise: "oui" }, territory: null };

describe("a diagnostic among published cells", () => {
  it("is compared with its own cell when that is shown", () => {
    const own = cell("pa", "oui", true);
    expect(matchIn(table([own, cell("pa", "total", true)]), place)).toMatchObject({ cell: own, wider: null });
  });

  it("is compared with its line, else with its column, when its own cell is hidden", () => {
    const hidden = cell("pa", "oui", false);
    const [line, column] = [cell("pa", "total", true), cell("total", "oui", true)];
    expect(matchIn(table([hidden, line, column]), place)).toMatchObject({ cell: hidden, wider: line });
    expect(matchIn(table([hidden, cell("pa", "total", false), column]), place)?.wider).toBe(column);
    expect(matchIn(table([hidden]), place)).toMatchObject({ cell: { reason: "protected" }, wider: null });
  });

  it("is compared with nothing where it does not say where it stands", () => {
    expect(matchIn(table([cell("pa", "oui", true)]), { ...place, profile: { secteur: "pa" } })).toBeNull();
    expect(matchIn(table([cell("ph", "oui", true)]), place)).toBeNull();
  });

  it("may be compared with everybody", () => {
    const all = cell("total", "total", true);
    expect(everybody(table([cell("pa", "total", true), all]))).toBe(all);
  });

  it("is placed by the variables from which the tables are made", () => {
    const dimensions: Readonly<Record<string, { readonly label: string; readonly variable?: string }>> =
      data.dimensions;
    for (const [dimension, variable] of Object.entries(VARIABLES))
      expect(dimensions[dimension]?.variable).toBe(variable);
    for (const id of TABLES) {
      const { rows, columns } = data.tables[id];
      for (const one of [rows, columns]) if (one && one !== "territory") expect(VARIABLES).toHaveProperty(one);
    }
  });
});

describe("a score among quartiles", () => {
  it.each([
    [63, "top"],
    [60, "above"],
    [52.5, "middle"],
    [47.5, "middle"],
    [45, "below"],
    [37, "bottom"],
  ] as const)("%d stands %s", (score, standing) => {
    expect(standingOf(score, figures(40, 50, 60))).toBe(standing);
  });

  it("stands nowhere that can be said when a quartile is only a band", () => {
    expect(standingOf(50, figures({ band: "<=10" }, 50, 60))).toBeNull();
    expect(standingOf(50, figures(40, { withheld: "protected" }, 60))).toBeNull();
  });
});
