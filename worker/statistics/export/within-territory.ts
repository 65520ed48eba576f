/**
 * Keeps of a published table the lines of one territory: its own line, those of its departments. Totals stay, and so do
 * tables without geography. It only takes lines away from what is published: it can betray nothing more.
 */
import { dimensionsOfTable } from "../plan.ts";
import type { PublishedTable } from "../published.ts";

/** A territory, as far as tables know it. */
export interface Area {
  readonly code: string;
  readonly departments: readonly string[];
}

/** The dimensions that tell where an establishment is, and which of their codes belong to a territory. */
const PLACES: Readonly<Record<string, (area: Area) => readonly string[]>> = {
  territory: ({ code }) => [code],
  department: ({ departments }) => departments,
};

/** The line of all lines together. */
const TOTAL = "total";

/** The table with the lines of this territory only. */
export function withinTerritory(table: PublishedTable, area: Area): PublishedTable {
  if (!("rows" in table)) return table;
  const rows = linesOf(table.rows.code, area);
  const columns = linesOf(("columns" in table ? table.columns?.code : null) ?? "", area);
  if (rows === null && columns === null) return table;
  const stays = (lines: ReadonlySet<string> | null, code: string | undefined) =>
    lines === null || code === undefined || lines.has(code);
  const cells = table.cells.filter(
    (cell) => stays(rows, cell.row.code) && stays(columns, "column" in cell ? cell.column?.code : undefined),
  );
  return { ...table, cells } as PublishedTable; // the same form, with fewer cells
}

/**
 * Whether a table of this id may have lines of several territories. One that no plan knows may: an old release, or a table
 * that is none of ours.
 */
export function hasPlaces(id: string): boolean {
  return dimensionsOfTable(id)?.some((dimension) => Object.hasOwn(PLACES, dimension)) ?? true;
}

/** The codes of a dimension that stay; null when all do. */
function linesOf(dimension: string, area: Area): ReadonlySet<string> | null {
  const codes = Object.hasOwn(PLACES, dimension) ? PLACES[dimension]?.(area) : undefined;
  return codes === undefined ? null : new Set([...codes, TOTAL]);
}
