/** What an export is made from: a release, and the tables of it that are asked for, read one after the other. */
import type { PublishedTable } from "../statistics/published.ts";
import { findTable, type ReleaseHead } from "../store/releases.ts";

export interface Source {
  readonly release: ReleaseHead;
  /** The tables, in their order. */
  readonly titles: readonly { readonly id: string; readonly title: string }[];
  /** The same, whole, each read from the database when it is its turn. */
  readonly tables: () => AsyncIterable<PublishedTable>;
}

/**
 * THE way by which a table reaches an export, whatever its format: what must not leave to who asks (another territory’s
 * lines) is filtered here. What is filtered must also be in the ETag (routes/exports.ts).
 */
export function sourceOf(database: D1Database, release: ReleaseHead, titles: Source["titles"]): Source {
  return {
    release,
    titles,
    async *tables() {
      for (const { id } of titles) {
        const table = await findTable(database, release.id, id);
        if (table !== null) yield table;
      }
    },
  };
}

/** The same source once its first table is there: what fails before anything has left can still be told. */
export async function readAhead(source: Source): Promise<Source> {
  const tables = source.tables()[Symbol.asyncIterator]();
  const first = await tables.next();
  return {
    ...source,
    async *tables() {
      if (first.done) return;
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => tables };
    },
  };
}
