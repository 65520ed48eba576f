/**
 * All tables of a release together. A line means the same in every table, so it has one fate: when a table cannot be
 * protected with it, it is held back everywhere, and all is decided again. Then the whole decision is checked against
 * everything told before; while something small is exposed, what exposes it is held back. Each round holds back more: it ends.
 */
import { exposedIn, type Suspect, suspectsIn, worldAfter } from "./exposed.ts";
import { type Line, protectLines } from "./lines.ts";
import { type Cell, type Fates, protectTable } from "./table.ts";
import type { World, WorldPlace } from "./told.ts";
import { type Fate, unshown } from "./unit.ts";

/** The lines of one dimension. */
export interface Axis {
  readonly dimension: string;
  readonly lines: readonly Line[];
}

/** A table of two dimensions; those of one dimension are their axis. */
export interface CrossTable {
  readonly id: string;
  readonly rows: string;
  readonly columns: string;
  readonly cells: readonly Cell[];
}

export interface Decision {
  /** The fate of each line, by dimension and code. */
  readonly lines: ReadonlyMap<string, Fates>;
  /** The fate of each cell, by table, in the order of its cells. */
  readonly cells: ReadonlyMap<string, readonly Fate[]>;
}

/** What may not move: codes of lines by dimension, places of cells by table. */
interface Held {
  readonly lines: ReadonlyMap<string, Set<string>>;
  readonly cells: ReadonlyMap<string, Set<number>>;
}

/**
 * Decides what moves, for dimensions whose grand total moves; null when even the total may not. The tables must link the
 * dimensions without a loop.
 */
export function protect(axes: readonly Axis[], tables: readonly CrossTable[], minimum: number): Decision | null {
  const held: Held = {
    lines: new Map(axes.map(({ dimension }) => [dimension, new Set<string>()])),
    cells: new Map(tables.map(({ id }) => [id, new Set<number>()])),
  };
  let suspects: readonly Suspect[] | null = null;
  for (;;) {
    const decision = propose(axes, tables, minimum, held);
    const world = worldAfter(axes, tables, decision);
    suspects = exposedIn(world, suspects ?? suspectsIn(world, minimum), minimum);
    if (suspects.length === 0) return decision;
    keepStill(decision, held);
    if (suspects.map((one) => holdBack(one, world, axes, tables, decision, held)).includes(true)) continue;
    const recent = suspects.filter(({ epoch }) => epoch === world.epochs - 1);
    if (recent.length === suspects.length) return null;
    keepToThisEpoch(axes, tables, decision, world.epochs, held);
    suspects = recent;
  }
}

/**
 * Holds back whatever was not told at the release before. What then moves speaks only of those who came since: of the others
 * nothing is known that was not known before.
 */
function keepToThisEpoch(
  axes: readonly Axis[],
  tables: readonly CrossTable[],
  decision: Decision,
  epochs: number,
  held: Held,
): void {
  const reachesBack = ({ history }: Line | Cell) => history.told.at(-1) !== epochs - 2;
  for (const { dimension, lines } of axes) {
    for (const line of lines) {
      const moves = decision.lines.get(dimension)?.get(line.code) === "moves";
      if (moves && reachesBack(line)) held.lines.get(dimension)?.add(line.code);
    }
  }
  for (const { id, cells } of tables) {
    for (const [index, cell] of cells.entries()) {
      const moves = decision.cells.get(id)?.[index] === "moves";
      if (moves && reachesBack(cell)) held.cells.get(id)?.add(index);
    }
  }
}

/** What does not move will not: so that each round tells less, and what is safe stays so. */
function keepStill(decision: Decision, held: Held): void {
  for (const [dimension, fates] of decision.lines) {
    for (const [code, fate] of fates) if (fate !== "moves") held.lines.get(dimension)?.add(code);
  }
  for (const [id, fates] of decision.cells) {
    for (const [index, fate] of fates.entries()) if (fate !== "moves") held.cells.get(id)?.add(index);
  }
}

/** What this release alone would allow. */
function propose(axes: readonly Axis[], tables: readonly CrossTable[], minimum: number, held: Held): Decision {
  const heldIn = (dimension: string) => held.lines.get(dimension) ?? new Set<string>();
  for (;;) {
    const lines = new Map(
      axes.map(({ dimension, lines }) => [dimension, protectLines(lines, minimum, heldIn(dimension))] as const),
    );
    const cells = new Map<string, readonly Fate[]>();
    const refused = tables.some(({ id, rows, columns, cells: all }) => {
      const kept = held.cells.get(id) ?? new Set();
      const done = protectTable(all, lines.get(rows) ?? new Map(), lines.get(columns) ?? new Map(), minimum, kept);
      if (done.ok) cells.set(id, done.fates);
      else heldIn(done.axis === "row" ? rows : columns).add(done.code);
      return !done.ok;
    });
    if (!refused) return { lines, cells };
  }
}

/**
 * Holds back what tells most of an exposed cell: the smallest cell of its row or column that moves and so ends the window of
 * the epoch, else its row or column, else anything that does. False when nothing does.
 */
function holdBack(
  { table: id, cell, epoch }: Suspect,
  world: World,
  axes: readonly Axis[],
  tables: readonly CrossTable[],
  decision: Decision,
  held: Held,
): boolean {
  const ends = ({ windows }: WorldPlace) => windows[epoch] === world.epochs - 1;
  const table = world.tables.find((one) => one.id === id);
  if (table === undefined) return false;
  const cross = tables.find((one) => one.id === id);
  const own = cross?.cells[cell];
  const movingCells = (of: CrossTable) => {
    const after = world.tables.find(({ id }) => id === of.id);
    return of.cells
      .map((one, index) => ({ one, index }))
      .filter(({ index }) => {
        const history = after?.cells[index];
        return decision.cells.get(of.id)?.[index] === "moves" && history !== undefined && ends(history);
      })
      .toSorted((a, b) => unshown(a.one) - unshown(b.one));
  };
  const keepCell = (of: CrossTable, only: (one: Cell) => boolean) => {
    const found = movingCells(of).find(({ one }) => only(one));
    if (found) held.cells.get(of.id)?.add(found.index);
    return found !== undefined;
  };
  const keepLine = (dimension: string, only: (index: number) => boolean) => {
    const lines = axes.find((axis) => axis.dimension === dimension)?.lines ?? [];
    const found = lines
      .filter(({ code }, index) => {
        const history = world.lines.get(dimension)?.[index]?.history;
        const moves = decision.lines.get(dimension)?.get(code) === "moves";
        return moves && history !== undefined && ends(history) && only(index);
      })
      .toSorted((a, b) => unshown(a) - unshown(b))[0];
    if (found) held.lines.get(dimension)?.add(found.code);
    return found !== undefined;
  };
  return (
    (cross !== undefined && keepCell(cross, (one) => one === own)) ||
    (cross !== undefined && keepCell(cross, ({ row, column }) => row === own?.row || column === own?.column)) ||
    keepLine(table.rows, (index) => index === table.rowOf[cell]) ||
    keepLine(table.columns, (index) => index === table.columnOf[cell]) ||
    (cross !== undefined && keepCell(cross, () => true)) ||
    keepLine(table.rows, () => true) ||
    keepLine(table.columns, () => true) ||
    tables.some((one) => keepCell(one, () => true)) ||
    axes.some(({ dimension }) => keepLine(dimension, () => true))
  );
}
