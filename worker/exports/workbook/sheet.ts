/** One sheet of a workbook. */
import type { Cell } from "./cell.ts";

export interface Sheet {
  /** In characters, column by column. */
  readonly widths: readonly number[];
  /** Whether the first row stays in sight and filters the others. */
  readonly headed: boolean;
  /** Rows, the first one included. */
  readonly height: number;
  /** Made one by one, when they are asked for. */
  readonly rows: Iterable<readonly Cell[]>;
}
