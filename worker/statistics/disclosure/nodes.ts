/** A table as a network of its lines, between two epochs. */
import type { Exchange } from "./exchange.ts";
import { amountAt, type Changes, shares, type World, type WorldTable } from "./told.ts";

export interface Nodes {
  row(line: number): number;
  column(line: number): number;
  readonly count: number;
}

/** Lines whose window holds both epochs are one node, when `merged`. */
export function nodesOf(world: World, table: WorldTable, epoch: number, other: number, merged: boolean): Nodes {
  const place = (dimension: string, from: number) => {
    const lines = world.lines.get(dimension) ?? [];
    const loose = lines.findIndex(({ history }) => shares(history, epoch, other));
    const at = lines.map(({ history }, index) => from + (merged && shares(history, epoch, other) ? loose : index));
    return { at, count: lines.length };
  };
  const rows = place(table.rows, 0);
  const columns = place(table.columns, rows.count);
  return {
    row: (line) => rows.at[line] ?? 0,
    column: (line) => columns.at[line] ?? 0,
    count: rows.count + columns.count,
  };
}

export function exchangeOf(changes: Changes, table: WorldTable, epoch: number, other: number, at: Nodes): Exchange {
  const free = table.cells.map((history) => shares(history, epoch, other));
  const room = (of: number) => table.cells.map((_, cell) => (free[cell] ? amountAt(changes, table, cell, of) : 0));
  return {
    rows: table.rowOf.map((line) => at.row(line)),
    columns: table.columnOf.map((line) => at.column(line)),
    down: room(epoch),
    up: room(other),
    nodes: at.count,
  };
}
