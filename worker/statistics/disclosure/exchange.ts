/**
 * Exchanges between two epochs that change nothing of what was told: some cells held more in the first and less in the
 * second, their neighbours the reverse, along closed paths, so that every line keeps its sums. Cells are arcs between a row
 * and a column; down an arc the first epoch loses, up it gains. Lines whose window holds both epochs need not keep their
 * sums, and are one node.
 */

/** The arcs of a table, and how far each can go. */
export interface Exchange {
  /** The node of the row, and of the column, of each cell. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** How much the first epoch can lose, and gain, in each cell; spent by `push`. */
  readonly down: number[];
  readonly up: number[];
  readonly nodes: number;
}

/** Sends up to `wanted` from one node to another, by shortest paths; returns how much, and adds to `change` by cell. */
export function push(
  exchange: Exchange,
  from: number,
  to: number,
  wanted: number,
  change: Map<number, number>,
): number {
  const arcs = arcsOf(exchange, wanted);
  let sent = 0;
  while (sent < wanted) {
    const path = findPath(exchange, arcs, from, to);
    if (path === null) break;
    const step = Math.min(wanted - sent, ...path.map((arc) => roomOf(exchange, arc)));
    for (const { cell, sign } of path) {
      exchange.down[cell] = (exchange.down[cell] ?? 0) + sign * step;
      exchange.up[cell] = (exchange.up[cell] ?? 0) - sign * step;
      change.set(cell, (change.get(cell) ?? 0) + sign * step);
    }
    sent += step;
  }
  return sent;
}

/** A cell passed down (−1: from its row to its column) or up (+1: from its column to its row). */
interface Arc {
  readonly cell: number;
  readonly sign: 1 | -1;
}

function roomOf({ up, down }: Exchange, { cell, sign }: Arc): number {
  return (sign > 0 ? up[cell] : down[cell]) ?? 0;
}

/** What each node can send along; cells without room have none at the end either. */
function arcsOf({ rows, columns, down, up, nodes }: Exchange, wanted: number): readonly (readonly Arc[])[] {
  const arcs: Arc[][] = Array.from({ length: nodes }, () => []);
  if (wanted <= 0) return arcs;
  for (const [cell, row] of rows.entries()) {
    if (down[cell] === 0 && up[cell] === 0) continue;
    arcs[row]?.push({ cell, sign: -1 });
    arcs[columns[cell] ?? 0]?.push({ cell, sign: 1 });
  }
  return arcs;
}

function findPath(
  exchange: Exchange,
  arcs: readonly (readonly Arc[])[],
  from: number,
  to: number,
): readonly Arc[] | null {
  const reached = new Map<number, Arc | null>([[from, null]]);
  const queue = [from];
  for (const node of queue) {
    for (const arc of arcs[node] ?? []) {
      const next = endOf(exchange, arc);
      if (reached.has(next) || roomOf(exchange, arc) <= 0) continue;
      reached.set(next, arc);
      if (next === to) return trace(exchange, reached, to);
      queue.push(next);
    }
  }
  return null;
}

function endOf({ rows, columns }: Exchange, { cell, sign }: Arc): number {
  return (sign > 0 ? rows[cell] : columns[cell]) ?? 0;
}

function trace(exchange: Exchange, reached: ReadonlyMap<number, Arc | null>, to: number): readonly Arc[] {
  const path: Arc[] = [];
  for (let arc = reached.get(to) ?? null; arc !== null; ) {
    path.push(arc);
    const start = endOf(exchange, { cell: arc.cell, sign: arc.sign > 0 ? -1 : 1 });
    arc = reached.get(start) ?? null;
  }
  return path;
}
