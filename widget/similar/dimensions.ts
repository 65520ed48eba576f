/** Which of the published tables say something of establishments alike, and where a diagnostic stands in them. Pure. */
import type { Cell, CellTable } from "../releases/published.ts";

/**
 * The tables that are read, the closest first: always these, whatever the profile and the answers, so that what is asked
 * for says nothing of who asks.
 */
export const TABLES = [
  "sector-medicalised",
  "size-sector",
  "hosting-medicalised",
  "territory-sector",
  "department",
  "territory",
] as const;

/** The variable of the profile that each dimension is read from (worker/statistics/plans.fr.json; a test compares). */
export const VARIABLES: Readonly<Record<string, string>> = {
  sector: "secteur",
  medicalised: "medicalise",
  hosting: "hebergement",
  size: "taille",
  department: "departement",
};

/** What places a diagnostic: its profile, and the territory of the site that it is done on. */
export interface Place {
  readonly profile: Readonly<Record<string, unknown>>;
  readonly territory: string | null;
}

/** The cell of a diagnostic in one table. */
export interface Match {
  readonly table: string;
  /** The exact cell. */
  readonly cell: Cell;
  /** The figures of a wider group around it, when its own are hidden. */
  readonly wider: Cell | null;
}

/** Null when the diagnostic does not say where it stands in this table, or when the table does not know it. */
export function matchIn(table: CellTable, place: Place): Match | null {
  const row = valueOn(table.rows.code, place);
  const column = table.columns && valueOn(table.columns.code, place);
  const cell = table.cells.find((one) => isAt(one, row, column));
  if (row === null || cell === undefined) return null;
  const margins = table.columns === null ? [] : [marginOf(table, row, TOTAL), marginOf(table, TOTAL, column)];
  const wider = cell.figures === null ? margins.find((one) => one?.figures) : undefined;
  return { table: table.id, cell, wider: wider ?? null };
}

/** The grand total of a table: everybody. */
export function everybody({ cells }: CellTable): Cell | null {
  return cells.find(({ kind, row, column }) => kind === "total" && row.code === TOTAL && isTotal(column)) ?? null;
}

const TOTAL = "total";

const isTotal = (column: Cell["column"]) => column === null || column.code === TOTAL;

function isAt({ kind, row, column }: Cell, rowCode: string | null, columnCode: string | null): boolean {
  return kind === "cell" && row.code === rowCode && (column?.code ?? null) === columnCode;
}

function marginOf({ cells }: CellTable, row: string | null, column: string | null): Cell | undefined {
  return cells.find((one) => one.kind === "total" && one.row.code === row && one.column?.code === column);
}

function valueOn(dimension: string, { profile, territory }: Place): string | null {
  if (dimension === "territory") return territory;
  const value = profile[VARIABLES[dimension] ?? ""];
  return typeof value === "string" ? value : null;
}
