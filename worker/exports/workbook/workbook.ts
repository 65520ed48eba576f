/** A workbook for spreadsheets (XLSX): one sheet per table, then the dictionary of their columns and the method. */
import { type Entry, entriesOf } from "../../statistics/export/dictionary.ts";
import { frenchDate, method } from "../../statistics/export/method.ts";
import { encoded } from "../bytes.ts";
import type { Source } from "../source.ts";
import { type ZipFile, zip } from "../zip.ts";
import { type Properties, sheetFrame, workbookParts } from "./frame.ts";
import { sheetNames } from "./names.ts";
import { sheetXml } from "./rows.ts";
import type { Sheet } from "./sheet.ts";
import { dictionarySheet, methodSheet, tableSheet } from "./sheets.ts";
import texts from "./workbook.fr.json" with { type: "json" };

/** The file, piece by piece; a table is read when the sheet before it has left, a row when it is its turn. */
export function workbook(source: Source): AsyncGenerator<Uint8Array> {
  return zip(parts(source), source.release.builtOn);
}

const SHEETS: Readonly<Record<string, string>> = texts.sheets;

async function* parts({ release, titles, tables }: Source): AsyncGenerator<ZipFile> {
  const title = texts.title.replace("{number}", `${release.number}`).replace("{date}", frenchDate(release.builtOn));
  const properties = { title, creator: texts.creator, builtOn: release.builtOn };
  const names = [...titles.map(({ id, title }) => SHEETS[id] ?? title), texts.dictionary, texts.method];
  for (const { path, bytes } of await workbookParts(sheetNames(names), properties)) yield { path, pieces: [bytes] };
  const entries: Entry[] = [];
  let number = 1;
  for await (const table of tables()) {
    entries.push(...entriesOf(table, release));
    yield await sheetFile(number++, tableSheet(table, release), properties);
  }
  yield await sheetFile(number++, dictionarySheet(entries), properties);
  yield await sheetFile(number++, methodSheet(method(release)), properties);
}

async function sheetFile(number: number, sheet: Sheet, properties: Properties): Promise<ZipFile> {
  const frame = await sheetFrame(sheet, properties);
  return { path: `xl/worksheets/sheet${number}.xml`, pieces: encoded(sheetXml(frame, sheet)) };
}
