/**
 * A D1 database over one SQLite file: the part of D1 that the worker uses (prepare, bind, first, all, run, raw, batch),
 * with D1's limits, so that self-hosting accepts nothing that Cloudflare would refuse. Knows no table.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { inTransaction, told } from "./transaction.ts";
import { fromSqlite, toSqlite } from "./values.ts";

/** D1 takes statements of 100 KB at most (developers.cloudflare.com/d1/platform/limits). */
const MAX_SQL = 100_000;

/** Prepared statements that are kept; the worker has a few dozen. */
const MAX_PREPARED = 200;

export interface D1Outcome {
  readonly success: true;
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly meta: {
    readonly changes: number;
    readonly changed_db: boolean;
    readonly last_row_id: number;
    /** In milliseconds. */
    readonly duration: number;
    /** Bytes of the database, free pages included. */
    readonly size_after: number;
  };
}

/** Runs a statement now; only a batch calls it. */
const EXECUTE = Symbol("execute");

export interface D1Statement {
  readonly bind: (...values: readonly unknown[]) => D1Statement;
  readonly first: (column?: string) => Promise<unknown>;
  readonly all: () => Promise<D1Outcome>;
  readonly run: () => Promise<D1Outcome>;
  readonly raw: (options?: { readonly columnNames?: boolean }) => Promise<readonly (readonly unknown[])[]>;
  readonly [EXECUTE]: () => D1Outcome;
}

export interface D1Like {
  readonly prepare: (sql: string) => D1Statement;
  /** One transaction: all statements or none. */
  readonly batch: (statements: readonly D1Statement[]) => Promise<readonly D1Outcome[]>;
}

interface Prepared {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

/** Every call runs to its end before the next one starts, hence a batch is never mixed with another. */
export function d1(sqlite: DatabaseSync): D1Like {
  const kept = new Map<string, Prepared>();
  const totalChanges = sqlite.prepare("SELECT total_changes() AS n");
  const lastRow = sqlite.prepare("SELECT last_insert_rowid() AS n");
  const size = sqlite.prepare("SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()");
  const numberOf = (statement: StatementSync) => Number(statement.get()?.n);

  const prepared = (sql: string): Prepared => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    if (Buffer.byteLength(sql) > MAX_SQL) throw new Error("D1_ERROR: statement too long");
    const statement = sqlite.prepare(sql);
    statement.setReturnArrays(true);
    const fresh = { statement, columns: statement.columns().map(({ name }) => name) };
    if (kept.size >= MAX_PREPARED) kept.delete(kept.keys().next().value ?? "");
    kept.set(sql, fresh);
    return fresh;
  };

  const rowsOf = (sql: string, values: readonly SQLInputValue[]) =>
    told(() => {
      const { statement, columns } = prepared(sql);
      const rows = statement.all(...values) as unknown as readonly (readonly SQLOutputValue[])[]; // setReturnArrays
      return { columns, rows: rows.map((row) => row.map(fromSqlite)) };
    });

  const execute = (sql: string, values: readonly SQLInputValue[]): D1Outcome => {
    const started = performance.now();
    const before = numberOf(totalChanges);
    const { columns, rows } = rowsOf(sql, values);
    const changes = numberOf(totalChanges) - before;
    const results = rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place]])));
    const meta = {
      changes,
      changed_db: changes > 0,
      last_row_id: numberOf(lastRow),
      duration: performance.now() - started,
      size_after: numberOf(size),
    };
    return { success: true, results, meta };
  };

  const statement = (sql: string, values: readonly SQLInputValue[]): D1Statement => ({
    bind: (...bound) => statement(sql, toSqlite(bound)),
    all: async () => execute(sql, values),
    run: async () => execute(sql, values),
    first: async (column) => {
      const row = execute(sql, values).results[0];
      if (row === undefined || column === undefined) return row ?? null;
      if (!(column in row)) throw new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`);
      return row[column];
    },
    raw: async (options) => {
      const { columns, rows } = rowsOf(sql, values);
      return options?.columnNames ? [columns, ...rows] : rows;
    },
    [EXECUTE]: () => execute(sql, values),
  });

  return {
    prepare: (sql) => statement(sql, []),
    batch: async (statements) => inTransaction(sqlite, () => statements.map((one) => one[EXECUTE]())),
  };
}
