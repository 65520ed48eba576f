/** What the other tables must do when the lines of one change: those that share a dimension follow, or nothing moves. */
import { push } from "./exchange.ts";
import { FUTURE } from "./history.ts";
import { exchangeOf, nodesOf } from "./nodes.ts";
import { both, type Change, type Changes, type Place, sumsOf, type World, type WorldTable } from "./told.ts";

/** The change, and those of the tables that share a line whose sums have changed; null when one cannot follow. */
export function withLinked(
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
