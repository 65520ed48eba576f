/**
 * All tables of a release together. A line means the same in every table, so it has one fate: when a table cannot be
 * protected with it, it is held back everywhere, and all is decided again. Each round holds back one line more: it ends.
 */
import { type Line, protectLines } from "./lines.ts";
import { type Cell, type Fates, protectTable } from "./table.ts";
import type { Fate } from "./unit.ts";

/** The lines of one dimension. */
export interface Axis {
  readonly dimension: string;
  readonly lines: readonly Line[];
}

/** A table of two dimensions; those of one dimension are their axis. */
export interface CrossTable {
  readonly id: string;
  readonly rows: string;
  readonly columns: string;
  readonly cells: readonly Cell[];
}

export interface Decision {
  /** The fate of each line, by dimension and code. */
  readonly lines: ReadonlyMap<string, Fates>;
  /** The fate of each cell, by table, in the order of its cells. */
  readonly cells: ReadonlyMap<string, readonly Fate[]>;
}

/** Decides what moves, for dimensions whose grand total moves. The tables must link the dimensions without a loop. */
export function protect(axes: readonly Axis[], tables: readonly CrossTable[], minimum: number): Decision {
  const held = new Map(axes.map(({ dimension }) => [dimension, new Set<string>()]));
  const heldIn = (dimension: string) => held.get(dimension) ?? new Set<string>();
  for (;;) {
    const lines = new Map(
      axes.map(({ dimension, lines }) => [dimension, protectLines(lines, minimum, heldIn(dimension))] as const),
    );
    const cells = new Map<string, readonly Fate[]>();
    const refused = tables.some(({ id, rows, columns, cells: all }) => {
      const done = protectTable(all, lines.get(rows) ?? new Map(), lines.get(columns) ?? new Map(), minimum);
      if (done.ok) cells.set(id, done.fates);
      else heldIn(done.axis === "row" ? rows : columns).add(done.code);
      return !done.ok;
    });
    if (!refused) return { lines, cells };
  }
}
