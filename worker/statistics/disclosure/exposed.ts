/**
 * The check of a decision: is every small number that ever joined a cell still open, with all that this release and those
 * before it tell? What joins a cell is part of what joins its lines, so that lines need no check of their own.
 */
import { type History, toldAt } from "./history.ts";
import { isTold } from "./lines.ts";
import type { Axis, CrossTable, Decision } from "./protect.ts";
import { INSIDER } from "./thresholds.ts";
import { couldHold, type World, type WorldTable } from "./world.ts";

/** A cell that an attacker could bound below the minimum, at the end of an epoch or among those who came in it. */
export interface Exposed {
  readonly table: WorldTable;
  readonly cell: number;
  readonly epoch: number;
}

/** What is known after this release, if it is decided so. */
export function worldAfter(axes: readonly Axis[], tables: readonly CrossTable[], decision: Decision): World {
  const epochs = Math.max(0, ...axes.flatMap(({ lines }) => lines.map(({ history }) => history.came.length)));
  const after = (history: History, told: boolean) => toldAt(history, epochs - 1, told);
  const lines = new Map(
    axes.map(({ dimension, lines }) => {
      const fates = decision.lines.get(dimension);
      return [dimension, lines.map(({ code, history }) => ({ history: after(history, isTold(fates?.get(code))) }))];
    }),
  );
  const cross = tables.map(({ id, rows, columns, cells }): WorldTable => {
    const place = (dimension: string) => {
      const all = axes.find((axis) => axis.dimension === dimension)?.lines ?? [];
      return new Map(all.map(({ code }, index) => [code, index]));
    };
    const [rowAt, columnAt] = [place(rows), place(columns)];
    const fates = decision.cells.get(id);
    return {
      ...{ id, rows, columns },
      rowOf: cells.map(({ row }) => rowAt.get(row) ?? 0),
      columnOf: cells.map(({ column }) => columnAt.get(column) ?? 0),
      cells: cells.map(({ history }, index) => after(history, fates?.[index] === "moves")),
    };
  });
  const linked = new Set(tables.flatMap(({ rows, columns }) => [rows, columns]));
  const single = axes.flatMap(({ dimension }): readonly WorldTable[] => {
    if (linked.has(dimension)) return [];
    const cells = (lines.get(dimension) ?? []).map(({ history }) => history);
    const rowOf = cells.map((_, index) => index);
    return [{ id: dimension, rows: dimension, columns: TOTAL, rowOf, columnOf: cells.map(() => 0), cells }];
  });
  const total = { history: { came: [], told: Array.from({ length: epochs }, (_, epoch) => epoch) } };
  return { lines: lines.set(TOTAL, [total]), tables: [...cross, ...single], epochs };
}

/** The one column of a table of one dimension: told at every release. */
const TOTAL = "";

/** The cells that are exposed, at most one of each row of each table and epoch: mending one often mends others. */
export function exposedIn(world: World, minimum: number): readonly Exposed[] {
  return world.tables.flatMap((table) => {
    const found: Exposed[] = [];
    for (const [cell, { came }] of table.cells.entries()) {
      for (const [epoch, amount] of came.entries()) {
        if (amount <= 0 || amount >= minimum) continue;
        if (!couldHold(world, table, cell, epoch, minimum + INSIDER)) found.push({ table, cell, epoch });
      }
    }
    return found;
  });
}
