/** What an export is made from: a release, and the tables of it that are asked for, read one after the other. */

import { type Area, withinTerritory } from "../statistics/export/within-territory.ts";
import type { PublishedTable } from "../statistics/published.ts";
import { findTable, type ReleaseHead } from "../store/releases.ts";

export interface Source {
  readonly release: ReleaseHead;
  /** The territory whose lines alone are asked for; null: all lines. */
  readonly area: Area | null;
  /** The tables, in their order. */
  readonly titles: readonly { readonly id: string; readonly title: string }[];
  /** The same, whole, each read from the database when it is its turn. */
  readonly tables: () => AsyncIterable<PublishedTable>;
}

/**
 * THE way by which a table reaches an export, whatever its format: what must not leave to who asks (another territory’s
 * lines) is filtered here. What is filtered must also be in the ETag (routes/release-files.ts).
 */
export function sourceOf(
  database: D1Database,
  release: ReleaseHead,
  titles: Source["titles"],
  area: Area | null,
): Source {
  return {
    release,
    area,
    titles,
    async *tables() {
      for (const { id } of titles) {
        const table = await findTable(database, release.id, id);
        if (table !== null) yield area === null ? table : withinTerritory(table, area);
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
