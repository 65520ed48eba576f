/** A table as one JSON document, `{ release, table }`, written cell by cell. */
import type { PublishedTable } from "../published.ts";

/** The file in pieces: the head, then each cell. `release`: what the API says of the release. */
export function* json(release: object, table: PublishedTable): Generator<string> {
  const { cells, ...described } = table;
  const head = JSON.stringify({ release, table: { ...described, cells: [] } });
  yield head.slice(0, -ENDING.length);
  let before = "";
  for (const cell of cells) {
    yield before + JSON.stringify(cell);
    before = ",";
  }
  yield ENDING;
}

/** What closes the cells, the table and the document: `cells` is the last field of a table. */
const ENDING = "]}}";
