/**
 * The check of a decision: is every small number that ever joined a cell still open, with all that this release and those
 * before it tell? What joins a cell is part of what joins its lines, so that lines need no check of their own.
 */
import { type History, toldAt, windowOf } from "./history.ts";
import { isTold } from "./lines.ts";
import type { Axis, CrossTable, Decision } from "./protect.ts";
import { INSIDER } from "./thresholds.ts";
import type { World, WorldPlace, WorldTable } from "./told.ts";
import { couldHold } from "./world.ts";

/** A cell that fewer than the minimum joined in an epoch: is it exposed? */
export interface Suspect {
  readonly table: string;
  readonly cell: number;
  readonly epoch: number;
}

/** What is known after this release, if it is decided so. */
export function worldAfter(axes: readonly Axis[], tables: readonly CrossTable[], decision: Decision): World {
  const epochs = Math.max(0, ...axes.flatMap(({ lines }) => lines.map(({ history }) => history.came.length)));
  const after = (history: History, told: boolean) => placeAfter(toldAt(history, epochs - 1, told), epochs);
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
  const total = { history: { came: [], windows: Array.from({ length: epochs }, (_, epoch) => epoch) } };
  return { lines: lines.set(TOTAL, [total]), tables: [...cross, ...single], epochs };
}

function placeAfter(history: History, epochs: number): WorldPlace {
  return { came: history.came, windows: Array.from({ length: epochs }, (_, epoch) => windowOf(history, epoch)) };
}

/** The one column of a table of one dimension: told at every release. */
const TOTAL = "";

/** Every small number there is. */
export function suspectsIn({ tables }: World, minimum: number): readonly Suspect[] {
  return tables.flatMap(({ id, cells }) =>
    cells.flatMap(({ came }, cell) =>
      came.flatMap((amount, epoch) => (amount > 0 && amount < minimum ? [{ table: id, cell, epoch }] : [])),
    ),
  );
}

/** Those of the suspects that an attacker could bound below the minimum. */
export function exposedIn(world: World, suspects: readonly Suspect[], minimum: number): readonly Suspect[] {
  const tables = new Map(world.tables.map((table) => [table.id, table]));
  return suspects.filter(({ table: id, cell, epoch }) => {
    const table = tables.get(id);
    return table !== undefined && !couldHold(world, table, cell, epoch, minimum + INSIDER);
  });
}
