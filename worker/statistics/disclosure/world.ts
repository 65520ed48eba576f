/**
 * A world that the attacker cannot tell from the real one: in it everything that was ever told is the same, and a small
 * number is enough. It is built from the real one by exchanges between two epochs, in one table and, where its lines
 * change, in the tables linked to it.
 */
import { type Exchange, push } from "./exchange.ts";
import { FUTURE, type History, windowOf } from "./history.ts";

/** A line, with what was told of it. */
export interface WorldLine {
  readonly history: History;
}

/** A table; one of one dimension has one column, the grand total. */
export interface WorldTable {
  readonly id: string;
  /** The dimensions. */
  readonly rows: string;
  readonly columns: string;
  /** The place of the row, and of the column, of each cell in its dimension. */
  readonly rowOf: readonly number[];
  readonly columnOf: readonly number[];
  readonly cells: readonly History[];
}

export interface World {
  readonly lines: ReadonlyMap<string, readonly WorldLine[]>;
  /** They link the dimensions without a loop. */
  readonly tables: readonly WorldTable[];
  readonly epochs: number;
}

/** A change of the amounts of a table: by epoch, by cell. */
type Changes = Map<WorldTable, Map<number, Map<number, number>>>;

/** Whether the cell could have held `enough` in the epoch, with everything told as it is. */
export function couldHold(world: World, table: WorldTable, cell: number, epoch: number, enough: number): boolean {
  const changes: Changes = new Map();
  const amount = () => amountAt(changes, table, cell, epoch);
  const own = table.cells[cell];
  if (own === undefined) return false;
  for (const other of partners(own, epoch, world.epochs)) {
    if (amount() >= enough) break;
    raise(world, changes, table, cell, epoch, other, enough - amount());
  }
  return amount() >= enough;
}

/** The epochs of the same window, the future first. */
function partners(history: History, epoch: number, epochs: number): readonly number[] {
  const end = windowOf(history, epoch);
  const past = Array.from({ length: epochs }, (_, index) => epochs - 1 - index).filter(
    (one) => one !== epoch && windowOf(history, one) === end,
  );
  return end === FUTURE ? [FUTURE, ...past] : past;
}

function amountAt(changes: Changes, table: WorldTable, cell: number, epoch: number): number {
  if (epoch === FUTURE) return FUTURE;
  return (table.cells[cell]?.came[epoch] ?? 0) + (changes.get(table)?.get(epoch)?.get(cell) ?? 0);
}

/** Raises a cell in `epoch` against `other`, by up to `wanted`; leaves all as it is when a linked table cannot follow. */
function raise(
  world: World,
  changes: Changes,
  table: WorldTable,
  cell: number,
  epoch: number,
  other: number,
  wanted: number,
): void {
  const at = nodesOf(world, table, epoch, other, true);
  const exchange = exchangeOf(changes, table, epoch, other, at);
  const most = Math.min(wanted, exchange.up[cell] ?? 0);
  exchange.up[cell] = 0; // the path goes around it
  exchange.down[cell] = 0;
  const change = new Map<number, number>();
  const sent = push(exchange, exchange.rows[cell] ?? 0, exchange.columns[cell] ?? 0, most, change);
  if (sent === 0) return;
  change.set(cell, (change.get(cell) ?? 0) + sent);
  const linked = follow(world, changes, table, change, epoch, other);
  if (linked === null) return;
  for (const [one, itsChange] of [[table, change] as const, ...linked]) apply(changes, one, itsChange, epoch, other);
}

/** The changes of the tables that share a line whose sums have changed; null when one cannot follow. */
function follow(
  world: World,
  changes: Changes,
  table: WorldTable,
  change: ReadonlyMap<number, number>,
  epoch: number,
  other: number,
): readonly (readonly [WorldTable, ReadonlyMap<number, number>])[] | null {
  const followed: (readonly [WorldTable, ReadonlyMap<number, number>])[] = [];
  for (const axis of ["row", "column"] as const) {
    const dimension = axis === "row" ? table.rows : table.columns;
    const sums = sumsOf(axis === "row" ? table.rowOf : table.columnOf, change);
    if (sums.size === 0) continue;
    for (const one of world.tables) {
      if (one === table || (one.rows !== dimension && one.columns !== dimension)) continue;
      const itsChange = matching(world, changes, one, dimension, sums, epoch, other);
      if (itsChange === null) return null;
      followed.push([one, itsChange]);
    }
  }
  return followed;
}

/** By how much each line changes; those that do not are left out. */
function sumsOf(lineOf: readonly number[], change: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [cell, by] of change) {
    const line = lineOf[cell] ?? 0;
    sums.set(line, (sums.get(line) ?? 0) + by);
  }
  return new Map([...sums].filter(([, by]) => by !== 0));
}

/** Changes the lines of one dimension of a table by these amounts, and no other line; null when it cannot. */
function matching(
  world: World,
  changes: Changes,
  table: WorldTable,
  dimension: string,
  sums: ReadonlyMap<number, number>,
  epoch: number,
  other: number,
): ReadonlyMap<number, number> | null {
  const at = nodesOf(world, table, epoch, other, false);
  const exchange = exchangeOf(changes, table, epoch, other, at);
  const node = (line: number) => (table.rows === dimension ? at.row(line) : at.column(line));
  const change = new Map<number, number>();
  const lost = [...sums].filter(([, by]) => by < 0).map(([line, by]) => ({ line, left: -by }));
  for (const [gains, by] of sums) {
    let missing = by;
    for (const one of lost) {
      if (missing <= 0) break;
      const [from, to] = table.rows === dimension ? [one.line, gains] : [gains, one.line]; // down a row, up a column
      const sent = push(exchange, node(from), node(to), Math.min(missing, one.left), change);
      one.left -= sent;
      missing -= sent;
    }
    if (missing > 0) return null;
  }
  return change;
}

interface Nodes {
  row(line: number): number;
  column(line: number): number;
  readonly count: number;
}

/** Lines whose window holds both epochs are one node, when `merged`. */
function nodesOf(world: World, table: WorldTable, epoch: number, other: number, merged: boolean): Nodes {
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

function exchangeOf(changes: Changes, table: WorldTable, epoch: number, other: number, at: Nodes): Exchange {
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

/** Whether only the sum of the two epochs is known; with the future, whether nothing was told since. */
function shares(history: History, epoch: number, other: number): boolean {
  return windowOf(history, epoch) === (other === FUTURE ? FUTURE : windowOf(history, other));
}

function apply(
  changes: Changes,
  table: WorldTable,
  change: ReadonlyMap<number, number>,
  epoch: number,
  other: number,
): void {
  const ofTable = changes.get(table) ?? new Map<number, Map<number, number>>();
  changes.set(table, ofTable);
  for (const [at, sign] of [[epoch, 1] as const, [other, -1] as const]) {
    const ofEpoch = ofTable.get(at) ?? new Map<number, number>();
    ofTable.set(at, ofEpoch);
    for (const [cell, by] of change) ofEpoch.set(cell, (ofEpoch.get(cell) ?? 0) + sign * by);
  }
}
