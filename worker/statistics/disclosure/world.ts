/**
 * A world that the attacker cannot tell from the real one: in it everything that was ever told is the same, and a small
 * number is enough. It is built from the real one by exchanges between two epochs, in one table and, where its lines
 * change, in the tables linked to it.
 */
import { type Exchange, push } from "./exchange.ts";
import { FUTURE } from "./history.ts";

/** A cell or a line: how many came in each epoch, and the end of the window of each (`windowOf`). */
export interface WorldPlace {
  readonly came: readonly number[];
  readonly windows: readonly number[];
}

/** A line, with what was told of it. */
export interface WorldLine {
  readonly history: WorldPlace;
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
  readonly cells: readonly WorldPlace[];
}

export interface World {
  readonly lines: ReadonlyMap<string, readonly WorldLine[]>;
  /** They link the dimensions without a loop. */
  readonly tables: readonly WorldTable[];
  readonly epochs: number;
}

/** How the amounts of a table change: by epoch, by cell. */
type Change = ReadonlyMap<number, ReadonlyMap<number, number>>;
type Changes = Map<WorldTable, Map<number, Map<number, number>>>;

/** Whether the cell could have held `enough` in the epoch, with everything told as it is. */
export function couldHold(world: World, table: WorldTable, cell: number, epoch: number, enough: number): boolean {
  const changes: Changes = new Map();
  const missing = () => enough - amountAt(changes, table, cell, epoch);
  const own = table.cells[cell];
  if (own === undefined) return false;
  for (const other of partners(own, epoch, world.epochs)) {
    for (const move of [exchanged, spilled]) {
      if (missing() <= 0) return true;
      const change = move({ world, changes, table }, cell, epoch, other, missing());
      const all = change === null ? null : withLinked(world, changes, table, change);
      for (const [one, itsChange] of all ?? []) apply(changes, one, itsChange);
    }
  }
  return missing() <= 0;
}

/** Where something moves. */
interface Place {
  readonly world: World;
  readonly changes: Changes;
  readonly table: WorldTable;
}

/** The epochs that the first can be exchanged with: the future first, the newest last, so
 * that a world which was found at one release is found at the next, where nothing moves. */
function partners(history: WorldPlace, epoch: number, epochs: number): readonly number[] {
  const end = windowOf(history, epoch);
  const past = Array.from({ length: epochs }, (_, index) => index).filter((one) => one !== epoch);
  return end === FUTURE ? [FUTURE, ...past] : past.filter((one) => windowOf(history, one) === end);
}

function amountAt(changes: Changes, table: WorldTable, cell: number, epoch: number): number {
  if (epoch === FUTURE) return FUTURE;
  return (table.cells[cell]?.came[epoch] ?? 0) + (changes.get(table)?.get(epoch)?.get(cell) ?? 0);
}

/** Raises a cell in `epoch` by up to `wanted`, every cell that changes giving back in `other`. */
function exchanged(
  { world, changes, table }: Place,
  cell: number,
  epoch: number,
  other: number,
  wanted: number,
): Change | null {
  const own = table.cells[cell];
  if (own === undefined || !shares(own, epoch, other) || amountAt(changes, table, cell, other) === 0) return null;
  const exchange = exchangeOf(changes, table, epoch, other, nodesOf(world, table, epoch, other, true));
  const most = Math.min(wanted, exchange.up[cell] ?? 0);
  exchange.up[cell] = 0; // the path goes around it
  exchange.down[cell] = 0;
  const change = new Map<number, number>();
  const sent = push(exchange, exchange.rows[cell] ?? 0, exchange.columns[cell] ?? 0, most, change);
  if (sent === 0) return null;
  change.set(cell, (change.get(cell) ?? 0) + sent);
  return both(change, epoch, other);
}

/** A change in one epoch, and its reverse in the other. */
function both(change: ReadonlyMap<number, number>, epoch: number, other: number): Change {
  const reverse = new Map([...change].map(([cell, by]) => [cell, -by]));
  return new Map(
    other === FUTURE
      ? [[epoch, change]]
      : [
          [epoch, change],
          [other, reverse],
        ],
  );
}

/**
 * Raises a cell that was not told since: cells like it change in either epoch, and need not give back. A line that was told
 * after both, and not between them, keeps its sum over both; in such a line even a cell that was told can give back, to
 * its other line, in the other epoch.
 */
function spilled(
  { world, changes, table }: Place,
  cell: number,
  epoch: number,
  other: number,
  wanted: number,
): Change | null {
  const own = table.cells[cell];
  if (other === FUTURE || own === undefined || windowOf(own, epoch) !== FUTURE) return null;
  const rows = layersOf(world.lines.get(table.rows) ?? [], epoch, other, 0);
  const columns = layersOf(world.lines.get(table.columns) ?? [], epoch, other, rows.count);
  if (!rows.linked && !columns.linked) return null; // the other epoch cannot help
  const arcs: { readonly cell: number; readonly epochs: readonly number[] }[] = [];
  const exchange = {
    ...{ rows: [] as number[], columns: [] as number[], down: [] as number[], up: [] as number[] },
    nodes: rows.count + columns.count,
  };
  const join = (index: number, epochs: readonly number[], from: number, to: number, up: number) => {
    arcs.push({ cell: index, epochs });
    exchange.rows.push(from);
    exchange.columns.push(to);
    exchange.down.push(amountAt(changes, table, index, epoch === epochs[0] ? epoch : other));
    exchange.up.push(up);
  };
  for (const [index, history] of table.cells.entries()) {
    const row = rows.of[table.rowOf[index] ?? 0] ?? [0, 0];
    const column = columns.of[table.columnOf[index] ?? 0] ?? [0, 0];
    if (windowOf(history, epoch) !== FUTURE && shares(history, epoch, other)) {
      const back = amountAt(changes, table, index, other);
      const [rowSame, columnSame] = [row[0] === row[1], column[0] === column[1]];
      if (rowSame && !columnSame) join(index, [epoch, other], column[1], column[0], back);
      if (columnSame && !rowSame) join(index, [epoch, other], row[0], row[1], back);
      continue;
    }
    for (const [layer, at] of [epoch, other].entries()) {
      const isTarget = index === cell && at === epoch;
      if (isTarget || windowOf(history, at) !== FUTURE) continue;
      join(index, [at], row[layer] ?? 0, column[layer] ?? 0, Number.POSITIVE_INFINITY);
    }
  }
  const flow = new Map<number, number>();
  const from = rows.of[table.rowOf[cell] ?? 0]?.[0] ?? 0;
  const sent = push(exchange, from, columns.of[table.columnOf[cell] ?? 0]?.[0] ?? 0, wanted, flow);
  if (sent === 0) return null;
  const change = new Map([epoch, other].map((at) => [at, new Map<number, number>()]));
  const put = (at: number, index: number, by: number) =>
    change.get(at)?.set(index, (change.get(at)?.get(index) ?? 0) + by);
  put(epoch, cell, sent);
  for (const [arc, by] of flow) {
    const { cell: index, epochs } = arcs[arc] ?? { cell: 0, epochs: [] };
    for (const [place, at] of epochs.entries()) put(at, index, place === 0 ? by : -by);
  }
  const keepsTotal = [...change.values()].every((ofEpoch) => [...ofEpoch.values()].reduce((a, b) => a + b, 0) === 0);
  return keepsTotal ? change : null;
}

/** The nodes of each line in the two epochs: the same where only the sum of both is known; one for all that are open. */
function layersOf(lines: readonly WorldLine[], epoch: number, other: number, start: number) {
  const open = [start, start + 1] as const;
  const of = lines.map(({ history }, index): readonly [number, number] => {
    const [first, second] = [start + 2 + 2 * index, start + 3 + 2 * index];
    const isOpen = (at: number) => windowOf(history, at) === FUTURE;
    if (!isOpen(epoch) && shares(history, epoch, other)) return [first, first];
    return [isOpen(epoch) ? open[0] : first, isOpen(other) ? open[1] : second];
  });
  return { of, count: 2 + 2 * lines.length, linked: of.some(([first, second]) => first === second) };
}

/** The change, and those of the tables that share a line whose sums have changed; null when one cannot follow. */
function withLinked(
  world: World,
  changes: Changes,
  table: WorldTable,
  change: Change,
): readonly (readonly [WorldTable, Change])[] | null {
  const all: (readonly [WorldTable, Change])[] = [[table, change]];
  for (const axis of ["row", "column"] as const) {
    const dimension = axis === "row" ? table.rows : table.columns;
    const sums = new Map(
      [...change].map(([at, ofEpoch]) => [at, sumsOf(axis === "row" ? table.rowOf : table.columnOf, ofEpoch)]),
    );
    if ([...sums.values()].every(({ size }) => size === 0)) continue;
    for (const one of world.tables) {
      if (one === table || (one.rows !== dimension && one.columns !== dimension)) continue;
      const follows = followed({ world, changes, table: one }, dimension, sums);
      if (follows === null) return null;
      all.push([one, follows]);
    }
  }
  return all;
}

/** Changes the lines of one dimension so: each epoch alone, in cells not told since, or one epoch against the other. */
function followed(
  place: Place,
  dimension: string,
  sums: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Change | null {
  const apart = new Map<number, ReadonlyMap<number, number>>();
  for (const [epoch, ofEpoch] of sums) {
    const change = matching(place, dimension, ofEpoch, epoch, FUTURE);
    if (change !== null) apart.set(epoch, change);
  }
  if (apart.size === sums.size) return apart;
  const [first, second] = [...sums];
  if (!first || !second || ![...first[1]].every(([line, by]) => second[1].get(line) === -by)) return null;
  const change = first[1].size === second[1].size ? matching(place, dimension, first[1], first[0], second[0]) : null;
  return change === null ? null : both(change, first[0], second[0]);
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
  { world, changes, table }: Place,
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
function shares(history: WorldPlace, epoch: number, other: number): boolean {
  return windowOf(history, epoch) === (other === FUTURE ? FUTURE : windowOf(history, other));
}

function apply(changes: Changes, table: WorldTable, change: Change): void {
  const ofTable = changes.get(table) ?? new Map<number, Map<number, number>>();
  changes.set(table, ofTable);
  for (const [epoch, itsChange] of change) {
    const ofEpoch = ofTable.get(epoch) ?? new Map<number, number>();
    ofTable.set(epoch, ofEpoch);
    for (const [cell, by] of itsChange) ofEpoch.set(cell, (ofEpoch.get(cell) ?? 0) + by);
  }
}

function windowOf({ windows }: WorldPlace, epoch: number): number {
  return windows[epoch] ?? FUTURE;
}
