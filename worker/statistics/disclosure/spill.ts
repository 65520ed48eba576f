/** The exchange between two epochs that cells not told since make possible. */
import { push } from "./exchange.ts";
import { FUTURE } from "./history.ts";
import { amountAt, type Change, type Place, shares, type WorldLine, windowOf } from "./told.ts";

/**
 * Raises a cell that was not told since: cells like it change in either epoch, and need not give back. A line that was told
 * after both, and not between them, keeps its sum over both; in such a line even a cell that was told can give back, to
 * its other line, in the other epoch.
 */
export function spilled(
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
