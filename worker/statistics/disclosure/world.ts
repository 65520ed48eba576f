/**
 * A world that the attacker cannot tell from the real one: in it everything that was ever told is the same, and a small
 * number is enough. It is built from the real one by exchanges between two epochs, in one table and, where its lines
 * change, in the tables linked to it.
 */
import { push } from "./exchange.ts";
import { FUTURE } from "./history.ts";
import { withLinked } from "./linked-tables.ts";
import { exchangeOf, nodesOf } from "./nodes.ts";
import { spilled } from "./spill.ts";
import {
  amountAt,
  apply,
  both,
  type Change,
  type Changes,
  type Place,
  shares,
  type World,
  type WorldPlace,
  type WorldTable,
  windowOf,
} from "./told.ts";

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

/** The epochs that the first can be exchanged with: the future first, the newest last, so
 * that a world which was found at one release is found at the next, where nothing moves. */
function partners(history: WorldPlace, epoch: number, epochs: number): readonly number[] {
  const end = windowOf(history, epoch);
  const past = Array.from({ length: epochs }, (_, index) => index).filter((one) => one !== epoch);
  return end === FUTURE ? [FUTURE, ...past] : past.filter((one) => windowOf(history, one) === end);
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
