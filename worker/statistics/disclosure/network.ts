/**
 * Amounts that flow from rows to columns: how many of each row and column have something, when only some of these sums are
 * known. Finds one way to fill the cells, then how far one sum could move while those that are known stay.
 */

/** A sum as it is, and between what an attacker must think it is. */
export interface Sum {
  readonly amount: number;
  readonly least: number;
  readonly most: number;
}

export interface Flow {
  readonly rows: readonly Sum[];
  readonly columns: readonly Sum[];
  /** The grand total. */
  readonly total: Sum;
  /** The most that each cell can hold, row by row. */
  readonly capacity: readonly number[];
}

export type Side = "row" | "column" | "total";

/** Arcs in pairs: an arc and, at the next odd index, its reverse. */
interface Network {
  readonly to: Int32Array;
  /** What may still flow. */
  readonly left: Float64Array;
  readonly from: readonly (readonly number[])[];
}

export interface Reach {
  /** By how much the sum can grow, up to `wanted`. */
  rise(side: Side, index: number, wanted: number): number;
  /** By how much it can shrink. */
  fall(side: Side, index: number, wanted: number): number;
}

/** How far each sum could move; null when the sums contradict the capacities, which only a wrong counter makes. */
export function reachOf({ rows, columns, total, capacity }: Flow): Reach | null {
  const [width, source, sink] = [columns.length, rows.length + columns.length, rows.length + columns.length + 1];
  const ends: number[] = [];
  const amounts: number[] = [];
  const from: number[][] = Array.from({ length: sink + 1 }, () => []);
  const join = (a: number, b: number, forward: number) => {
    from[a]?.push(ends.length);
    ends.push(b);
    from[b]?.push(ends.length);
    ends.push(a);
    amounts.push(forward, 0);
    return ends.length - 2;
  };
  const ofRows = rows.map(({ amount }, row) => join(source, row, amount));
  const ofColumns = columns.map(({ amount }, column) => join(rows.length + column, sink, amount));
  for (const [place, most] of capacity.entries()) {
    if (most > 0) join(Math.floor(place / width), rows.length + (place % width), most);
  }
  const network: Network = { to: Int32Array.from(ends), left: Float64Array.from(amounts), from };
  if (push(network, source, sink, total.amount) < total.amount) return null;
  const loosen = (arc: number, { amount, least, most }: Sum) => {
    network.left[arc] = most - amount;
    network.left[arc ^ 1] = amount - least;
  };
  rows.forEach((sum, index) => {
    loosen(ofRows[index] ?? 0, sum);
  });
  columns.forEach((sum, index) => {
    loosen(ofColumns[index] ?? 0, sum);
  });
  const hub = { to: ends.length, least: total.amount - total.least, most: total.most - total.amount };
  from[sink]?.push(hub.to);
  from[source]?.push(hub.to + 1);
  const whole: Network = {
    to: Int32Array.from([...ends, source, sink]),
    left: Float64Array.from([...network.left, hub.most, hub.least]),
    from,
  };
  const arcOf = (side: Side, index: number) =>
    side === "total" ? hub.to : ((side === "row" ? ofRows : ofColumns)[index] ?? 0);
  /** Without the arc itself, what can come back from its end to its start lets it carry more. */
  const around = (arc: number, wanted: number) => {
    const left = Float64Array.from(whole.left);
    left[arc] = 0;
    left[arc ^ 1] = 0;
    const most = Math.min(wanted, whole.left[arc] ?? 0);
    return push({ ...whole, left }, whole.to[arc] ?? 0, whole.to[arc ^ 1] ?? 0, most);
  };
  return {
    rise: (side, index, wanted) => around(arcOf(side, index), wanted),
    fall: (side, index, wanted) => around(arcOf(side, index) ^ 1, wanted),
  };
}

/** Sends up to `wanted` along shortest paths, level by level (Dinic). Returns how much could be sent. */
function push({ to, left, from }: Network, source: number, sink: number, wanted: number): number {
  let sent = 0;
  while (sent < wanted) {
    const level = levels({ to, left, from }, source);
    if ((level[sink] ?? -1) < 0) break;
    const tried = new Int32Array(from.length);
    const walk = (node: number, most: number): number => {
      if (node === sink) return most;
      const arcs = from[node] ?? [];
      for (; (tried[node] ?? 0) < arcs.length; tried[node] = (tried[node] ?? 0) + 1) {
        const arc = arcs[tried[node] ?? 0] ?? 0;
        const next = to[arc] ?? 0;
        if ((left[arc] ?? 0) <= 0 || level[next] !== (level[node] ?? 0) + 1) continue;
        const done = walk(next, Math.min(most, left[arc] ?? 0));
        if (done === 0) continue;
        left[arc] = (left[arc] ?? 0) - done;
        left[arc ^ 1] = (left[arc ^ 1] ?? 0) + done;
        return done;
      }
      return 0;
    };
    for (let done = walk(source, wanted - sent); done > 0; done = walk(source, wanted - sent)) sent += done;
  }
  return sent;
}

function levels({ to, left, from }: Network, source: number): Int32Array {
  const level = new Int32Array(from.length).fill(-1);
  level[source] = 0;
  const queue = [source];
  for (const node of queue) {
    for (const arc of from[node] ?? []) {
      const next = to[arc] ?? 0;
      if ((left[arc] ?? 0) <= 0 || level[next] !== -1) continue;
      level[next] = (level[node] ?? 0) + 1;
      queue.push(next);
    }
  }
  return level;
}
