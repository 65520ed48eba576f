/**
 * How large an attacker must still think that a hidden cell may be, even one who knows every margin exactly and every
 * shown cell. The hidden cells of a table can be exchanged along closed paths (one up, its neighbour in the line down, …)
 * that leave all margins as they are: the most that can be added to one cell is a maximum flow.
 */

/** A grid of hidden amounts, row by row; −1 where the cell is told, hence fixed. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly hidden: readonly number[];
}

const TOLD = -1;

/** The least of `enough` and the largest value that cell (row, column) can take with the same margins. */
export function reach({ rows, columns, hidden }: Grid, row: number, column: number, enough: number): number {
  const left = [...hidden];
  const target = row * columns + column;
  let value = left[target] ?? 0;
  left[target] = TOLD; // the path goes around it
  while (value < enough) {
    const path = findPath(left, rows, columns, row, column);
    if (path === null) break;
    const step = Math.min(enough - value, ...path.down.map((place) => left[place] ?? 0));
    for (const place of path.down) left[place] = (left[place] ?? 0) - step;
    for (const place of path.up) left[place] = (left[place] ?? 0) + step;
    value += step;
  }
  return value;
}

interface Path {
  /** Cells that give. */
  readonly down: readonly number[];
  /** Cells that receive. */
  readonly up: readonly number[];
}

/** The shortest path from the line to the column: down a row on a cell that has something to give, up a column on any. */
function findPath(left: readonly number[], rows: number, columns: number, row: number, column: number): Path | null {
  const rowFrom = new Int32Array(rows).fill(TOLD - 1); // the column by which the row was reached
  const columnFrom = new Int32Array(columns).fill(TOLD); // the row by which the column was reached
  rowFrom[row] = TOLD;
  const queue = [row];
  for (let head = 0; head < queue.length; head++) {
    const here = queue[head] ?? 0;
    for (let c = 0; c < columns; c++) {
      if (columnFrom[c] !== TOLD || (left[here * columns + c] ?? TOLD) <= 0) continue;
      columnFrom[c] = here;
      if (c === column) return trace(rowFrom, columnFrom, columns, column);
      for (let r = 0; r < rows; r++) {
        if (rowFrom[r] !== TOLD - 1 || (left[r * columns + c] ?? TOLD) === TOLD) continue;
        rowFrom[r] = c;
        queue.push(r);
      }
    }
  }
  return null;
}

function trace(rowFrom: Int32Array, columnFrom: Int32Array, columns: number, last: number): Path {
  const down: number[] = [];
  const up: number[] = [];
  for (let column = last; column >= 0; ) {
    const row = columnFrom[column] ?? 0;
    down.push(row * columns + column);
    column = rowFrom[row] ?? TOLD;
    if (column >= 0) up.push(row * columns + column);
  }
  return { down, up };
}
