/**
 * A release as a Frictionless data package (specs.frictionlessdata.io, version 1, tabular-data-package) in one ZIP: the CSV
 * files, their dictionary, the log of what is hidden, the method, and the hash of every file.
 */
import { csv } from "../statistics/export/csv.ts";
import { type Entry, entriesOf, flatDictionary } from "../statistics/export/dictionary.ts";
import { type Flat, flatten, type Value } from "../statistics/export/flat.ts";
import { methodMarkdown } from "../statistics/export/method.ts";
import { SUPPRESSION_COLUMNS, suppressions } from "../statistics/export/suppressions.ts";
import { tableSchema } from "../statistics/export/table-schema.ts";
import { encoded, sha256, whole } from "./bytes.ts";
import { companionEntries, descriptor, type Resource, TITLES } from "./package-descriptor.ts";
import type { Source } from "./source.ts";
import { type ZipFile, zip } from "./zip.ts";

/** The archive, piece by piece. The description comes after what it describes: it holds the hashes. */
export function dataPackage(source: Source): AsyncGenerator<Uint8Array> {
  return zip(files(source), source.release.builtOn);
}

async function* files({ release, tables }: Source): AsyncGenerator<ZipFile> {
  const sums: string[] = [];
  const resources: Resource[] = [];
  const file = async (path: string, bytes: Uint8Array): Promise<ZipFile> => {
    sums.push(`${await sha256(bytes)}  ${path}\n`);
    return { path, pieces: [bytes] };
  };
  const table = async (name: string, title: string, path: string, flat: Flat, entries: readonly Entry[]) => {
    const bytes = await whole(encoded(csv(flat, "bare")));
    const schema = tableSchema(entries);
    resources.push({ name, title, path, bytes: bytes.length, hash: `sha256:${await sha256(bytes)}`, schema });
    return file(path, bytes);
  };

  yield await file("METHODE.md", utf8(methodMarkdown(release)));
  const dictionary: Entry[] = [];
  const hidden: (readonly Value[])[] = [];
  for await (const one of tables()) {
    const entries = entriesOf(one, release);
    dictionary.push(...entries);
    hidden.push(...suppressions(one, release));
    yield await table(one.id, one.title, `data/${one.id}.csv`, flatten(one, release), entries);
  }
  const described = flatDictionary(dictionary);
  yield await table(
    ...(["dictionary", TITLES.dictionary, "dictionary.csv"] as const),
    described,
    companionEntries("dictionary", described.columns),
  );
  yield await table(
    ...(["suppressions", TITLES.suppressions, "suppressions.csv"] as const),
    { columns: SUPPRESSION_COLUMNS, rows: hidden },
    companionEntries("suppressions", SUPPRESSION_COLUMNS),
  );
  yield await file("datapackage.json", utf8(`${JSON.stringify(descriptor(release, resources), null, 2)}\n`));
  yield { path: "SHA256SUMS", pieces: [utf8(sums.join(""))] };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
