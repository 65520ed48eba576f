/** Every form in which tables leave: what makes its bytes, what it is called, whether it carries words of ours. */
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE, XLSX_TYPE, ZIP_TYPE } from "../http/media-type.ts";
import { type CsvVariant, csv } from "../statistics/export/csv.ts";
import { type Entry, entriesOf, flatDictionary } from "../statistics/export/dictionary.ts";
import { flatten } from "../statistics/export/flat.ts";
import { json } from "../statistics/export/json.ts";
import { ndjson } from "../statistics/export/ndjson.ts";
import type { PublishedTable } from "../statistics/published.ts";
import { encoded } from "./bytes.ts";
import { dataPackage } from "./package.ts";
import type { Source } from "./source.ts";
import { workbook } from "./workbook/workbook.ts";

/** What the API says of the release, in JSON. */
type Said = object;

export interface Format {
  readonly type: string;
  readonly extension: string;
  /** Compressed already: nothing to gain. */
  readonly isCompressed: boolean;
  /** Whether it holds explanations, which a deployment may better: it is then revalidated at each use. */
  readonly isWorded: boolean;
  readonly write: (source: Source, said: Said) => AsyncIterable<Uint8Array>;
}

const DATA = { isCompressed: false, isWorded: false };
const WORDS = { isCompressed: false, isWorded: true };
const ARCHIVE = { isCompressed: true, isWorded: true };

/** The forms of one table. */
export const TABLE_FORMATS = {
  json: { ...DATA, type: JSON_TYPE, extension: "json", write: (source, said) => lines(source, (t) => json(said, t)) },
  csv: { ...DATA, type: CSV_TYPE, extension: "csv", write: csvOf("international") },
  "csv-fr": { ...DATA, type: CSV_TYPE, extension: "csv", write: csvOf("french") },
  ndjson: {
    ...DATA,
    ...{ type: NDJSON_TYPE, extension: "ndjson" },
    write: (source) => lines(source, (table) => ndjson(flatten(table, source.release))),
  },
  xlsx: { ...ARCHIVE, type: XLSX_TYPE, extension: "xlsx", write: workbook },
} as const satisfies Readonly<Record<string, Format>>;

/** The forms of a whole release. */
export const WHOLE_FORMATS = {
  xlsx: { ...ARCHIVE, type: XLSX_TYPE, extension: "xlsx", write: workbook },
  package: { ...ARCHIVE, type: ZIP_TYPE, extension: "zip", write: dataPackage },
} as const satisfies Readonly<Record<string, Format>>;

/** The forms of the dictionary of a release. */
export const DICTIONARY_FORMATS = {
  json: {
    ...WORDS,
    ...{ type: JSON_TYPE, extension: "json" },
    write: (source) => later(async () => [JSON.stringify({ columns: await entries(source) })]),
  },
  csv: { ...WORDS, type: CSV_TYPE, extension: "csv", write: dictionaryCsv("international") },
  "csv-fr": { ...WORDS, type: CSV_TYPE, extension: "csv", write: dictionaryCsv("french") },
} as const satisfies Readonly<Record<string, Format>>;

function csvOf(variant: CsvVariant): Format["write"] {
  return (source) => lines(source, (table) => csv(flatten(table, source.release), variant));
}

function dictionaryCsv(variant: CsvVariant): Format["write"] {
  return (source) => later(async () => csv(flatDictionary(await entries(source)), variant));
}

/** The lines of the only table. */
function lines({ tables }: Source, write: (table: PublishedTable) => Iterable<string>): AsyncIterable<Uint8Array> {
  return later(async () => {
    for await (const table of tables()) return write(table);
    return [];
  });
}

async function* later(ready: () => Promise<Iterable<string>>): AsyncGenerator<Uint8Array> {
  yield* encoded(await ready());
}

async function entries({ release, tables }: Source): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for await (const table of tables()) all.push(...entriesOf(table, release));
  return all;
}
