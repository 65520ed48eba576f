/** Databases for the tests: the real local D1, watched, or made to fail as a real one may. */
import { env } from "cloudflare:workers";

export interface Watched {
  readonly database: D1Database;
  /** The meta of every statement of every batch, as D1 reports it. */
  readonly metas: D1Meta[];
  /** Statements prepared, in order. */
  readonly statements: string[];
  batches: number;
}

/** The real database; remembers what was prepared and what D1 says it read and wrote. */
export function watched(): Watched {
  const seen: Watched = { database: env.DB, metas: [], statements: [], batches: 0 };
  const database = wrap({
    prepare: (sql) => {
      seen.statements.push(sql);
      return env.DB.prepare(sql);
    },
    batch: async (statements) => {
      seen.batches++;
      const results = await env.DB.batch(statements);
      seen.metas.push(...results.map(({ meta }) => meta));
      return results;
    },
  });
  return Object.assign(seen, { database });
}

/** What goes wrong with one batch: nothing, an error before the commit, an error after it (the reply is lost). */
export type Fault = "none" | "before" | "after";

/** The real database whose batches go wrong in this order; afterwards it works. */
export function faulty(faults: readonly Fault[], message = "D1_ERROR: Network connection lost."): D1Database {
  const left = [...faults];
  return wrap({
    prepare: (sql) => env.DB.prepare(sql),
    batch: async (statements) => {
      const fault = left.shift() ?? "none";
      if (fault === "before") throw new Error(message);
      const results = await env.DB.batch(statements);
      if (fault === "after") throw new Error(message);
      return results;
    },
  });
}

type Used = Pick<D1Database, "prepare"> & { batch: (statements: D1PreparedStatement[]) => Promise<D1Result[]> };

/** The worker uses nothing else of a database on the path of a submission; if it did, this would fail. */
function wrap(used: Used): D1Database {
  return used as unknown as D1Database;
}
