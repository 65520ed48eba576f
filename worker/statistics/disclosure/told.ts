/** What was told of each place over the epochs, and how a supposed world differs from the real one. */
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
export type Change = ReadonlyMap<number, ReadonlyMap<number, number>>;
export type Changes = Map<WorldTable, Map<number, Map<number, number>>>;

/** Where something moves. */
export interface Place {
  readonly world: World;
  readonly changes: Changes;
  readonly table: WorldTable;
}

export function amountAt(changes: Changes, table: WorldTable, cell: number, epoch: number): number {
  if (epoch === FUTURE) return FUTURE;
  return (table.cells[cell]?.came[epoch] ?? 0) + (changes.get(table)?.get(epoch)?.get(cell) ?? 0);
}

export function apply(changes: Changes, table: WorldTable, change: Change): void {
  const ofTable = changes.get(table) ?? new Map<number, Map<number, number>>();
  changes.set(table, ofTable);
  for (const [epoch, itsChange] of change) {
    const ofEpoch = ofTable.get(epoch) ?? new Map<number, number>();
    ofTable.set(epoch, ofEpoch);
    for (const [cell, by] of itsChange) ofEpoch.set(cell, (ofEpoch.get(cell) ?? 0) + by);
  }
}

/** Whether only the sum of the two epochs is known; with the future, whether nothing was told since. */
export function shares(history: WorldPlace, epoch: number, other: number): boolean {
  return windowOf(history, epoch) === (other === FUTURE ? FUTURE : windowOf(history, other));
}

export function windowOf({ windows }: WorldPlace, epoch: number): number {
  return windows[epoch] ?? FUTURE;
}

/** A change in one epoch, and its reverse in the other. */
export function both(change: ReadonlyMap<number, number>, epoch: number, other: number): Change {
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

/** By how much each line changes; those that do not are left out. */
export function sumsOf(lineOf: readonly number[], change: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [cell, by] of change) {
    const line = lineOf[cell] ?? 0;
    sums.set(line, (sums.get(line) ?? 0) + by);
  }
  return new Map([...sums].filter(([, by]) => by !== 0));
}
