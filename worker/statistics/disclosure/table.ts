/**
 * The cells of a table of two dimensions, once the fate of its lines is known: which may move so that no small cell can
 * be computed, nor bounded below the minimum. Lines that are not told count as one, merged: nothing says in which of them
 * a contribution stands.
 */
import type { History } from "./history.ts";
import { isEnough, isTold } from "./lines.ts";
import { type Grid, reach } from "./slack.ts";
import { INSIDER } from "./thresholds.ts";
import { type Fate, heldBack, ownFate, type Unit, unshown } from "./unit.ts";

export interface Cell extends Unit {
  readonly row: string;
  readonly column: string;
  /** `ever` when its row, and its column, last were told. */
  readonly rowMark: number;
  readonly columnMark: number;
  /** What was told of it, the epoch of this release included. */
  readonly history: History;
}

export type Fates = ReadonlyMap<string, Fate>;

/** The fate of each cell, in their order; or the line that must be held back first, because no cell of it can help. */
export type Protected =
  | { readonly ok: true; readonly fates: readonly Fate[] }
  | { readonly ok: false; readonly axis: "row" | "column"; readonly code: string };

/** Decides for a whole table; the cells at the places of `held` may not move. */
export function protectTable(
  cells: readonly Cell[],
  rows: Fates,
  columns: Fates,
  minimum: number,
  held: ReadonlySet<number>,
): Protected {
  const fates = cells.map((cell, index) => {
    const fate = ownFate(cell, minimum);
    const told = isTold(rows.get(cell.row)) && isTold(columns.get(cell.column));
    return fate === "moves" && (!told || held.has(index)) ? heldBack(cell) : fate;
  });
  for (;;) {
    const merged = merge(cells, fates, rows, columns);
    const unsafe = unsafePlaces(merged, minimum);
    if (unsafe.length === 0) return { ok: true, fates };
    for (const place of unsafe) {
      const weakest = smallestMoving(cells, fates, merged, place);
      if (weakest !== null) {
        const cell = cells[weakest];
        if (cell) fates[weakest] = heldBack(cell);
        continue;
      }
      const line = movingLine(merged, rows, columns, place);
      if (line !== null) return { ok: false, ...line };
      const any = smallestMoving(cells, fates, merged, { row: null, column: null });
      const cell = cells[any ?? -1];
      if (any === null || !cell) return anyMovingLine(merged, rows, columns) ?? { ok: true, fates }; // nothing moves
      fates[any] = heldBack(cell);
    }
  }
}

/** A row, a column or a cell of the merged grid that tells too much; null = all of that axis. */
interface Place {
  readonly row: number | null;
  readonly column: number | null;
}

interface Merged extends Grid {
  /** The codes of the told lines; the merged ones, if any, come last and have none. */
  readonly rowCodes: readonly string[];
  readonly columnCodes: readonly string[];
  /** Whether some cell of the place holds something small that is not told. */
  readonly small: readonly boolean[];
  /** What joined the cells that are not told of each row, and column, since it was last told. */
  readonly recentRows: readonly number[];
  readonly recentColumns: readonly number[];
  /** The place of each cell. */
  readonly places: readonly number[];
}

function merge(cells: readonly Cell[], fates: readonly Fate[], rowFates: Fates, columnFates: Fates): Merged {
  const rowCodes = [...rowFates].filter(([, fate]) => isTold(fate)).map(([code]) => code);
  const columnCodes = [...columnFates].filter(([, fate]) => isTold(fate)).map(([code]) => code);
  const rowAt = new Map(rowCodes.map((code, index) => [code, index]));
  const columnAt = new Map(columnCodes.map((code, index) => [code, index]));
  const [rows, columns] = [rowCodes.length + 1, columnCodes.length + 1];
  const hidden: number[] = new Array(rows * columns).fill(-1);
  const small: boolean[] = new Array(rows * columns).fill(false);
  const recentRows: number[] = new Array(rows).fill(0);
  const recentColumns: number[] = new Array(columns).fill(0);
  const places = cells.map((cell, index) => {
    const row = rowAt.get(cell.row) ?? rows - 1;
    const column = columnAt.get(cell.column) ?? columns - 1;
    const place = row * columns + column;
    if (fates[index] === "moves") return place;
    const mark = Math.max(row === rows - 1 ? cell.rowMark : 0, column === columns - 1 ? cell.columnMark : 0);
    const amount = unshown(cell, mark);
    hidden[place] = Math.max(0, hidden[place] ?? 0) + amount;
    if (amount > 0) small[place] = true;
    recentRows[row] = (recentRows[row] ?? 0) + cell.ever - cell.rowMark;
    recentColumns[column] = (recentColumns[column] ?? 0) + cell.ever - cell.columnMark;
    return place;
  });
  return { rows, columns, hidden, small, rowCodes, columnCodes, recentRows, recentColumns, places };
}

/** Every told line whose rest is too small and, when there is none, every cell that an attacker could bound. */
function unsafePlaces(merged: Merged, minimum: number): readonly Place[] {
  const { rows, columns, hidden, recentRows, recentColumns } = merged;
  const places: Place[] = [];
  const at = (row: number, column: number) => Math.max(0, hidden[row * columns + column] ?? 0);
  const sum = (length: number, of: (index: number) => number) =>
    Array.from({ length }, (_, index) => of(index)).reduce((total, one) => total + one, 0);
  for (let row = 0; row < rows - 1; row++) {
    if (!isEnough([sum(columns, (column) => at(row, column)), recentRows[row] ?? 0], minimum))
      places.push({ row, column: null });
  }
  for (let column = 0; column < columns - 1; column++) {
    if (!isEnough([sum(rows, (row) => at(row, column)), recentColumns[column] ?? 0], minimum))
      places.push({ row: null, column });
  }
  return places.length > 0 ? places : boundedCells(merged, minimum);
}

function boundedCells(merged: Merged, minimum: number): readonly Place[] {
  const { rows, columns, small } = merged;
  const enough = minimum + INSIDER;
  const found: Place[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (small[row * columns + column] && reach(merged, row, column, enough) < enough) found.push({ row, column });
    }
  }
  return found.slice(0, 1); // mending one often mends the others
}

/** The moving cell that reveals least among those of the place's row or column. */
function smallestMoving(cells: readonly Cell[], fates: readonly Fate[], merged: Merged, where: Place): number | null {
  let best: number | null = null;
  for (const [index, cell] of cells.entries()) {
    if (fates[index] !== "moves") continue;
    const place = merged.places[index] ?? 0;
    const inRow = Math.floor(place / merged.columns) === where.row;
    const inColumn = place % merged.columns === where.column;
    const anywhere = where.row === null && where.column === null;
    if (!inRow && !inColumn && !anywhere) continue;
    const chosen = cells[best ?? -1];
    if (chosen === undefined || unshown(cell) < unshown(chosen)) best = index;
  }
  return best;
}

type HeldLine = { readonly axis: "row" | "column"; readonly code: string };

function movingLine(merged: Merged, rows: Fates, columns: Fates, { row, column }: Place): HeldLine | null {
  const rowCode = merged.rowCodes[row ?? -1];
  if (rowCode !== undefined && rows.get(rowCode) === "moves") return { axis: "row", code: rowCode };
  const columnCode = merged.columnCodes[column ?? -1];
  if (columnCode !== undefined && columns.get(columnCode) === "moves") return { axis: "column", code: columnCode };
  return null;
}

/** Some line that moves: the last resort before nothing moves, which reveals nothing new. */
function anyMovingLine(merged: Merged, rows: Fates, columns: Fates): Protected | null {
  const row = merged.rowCodes.find((code) => rows.get(code) === "moves");
  if (row !== undefined) return { ok: false, axis: "row", code: row };
  const column = merged.columnCodes.find((code) => columns.get(code) === "moves");
  return column === undefined ? null : { ok: false, axis: "column", code: column };
}
