/** The three kinds of sheets: a table, the dictionary, the method. French, and hidden figures shown as hidden. */
import { type Entry, entriesOf, headings, typeName } from "../../statistics/export/dictionary.ts";
import { type Flat, flatten, type Origin, type Value } from "../../statistics/export/flat.ts";
import { METHOD_TITLE, type Section } from "../../statistics/export/method.ts";
import type { PublishedTable } from "../../statistics/published.ts";
import { type Cell, date, text } from "./cell.ts";
import type { Sheet } from "./sheet.ts";
import texts from "./workbook.fr.json" with { type: "json" };

const CODES: Readonly<Record<string, string>> = texts.codes;

/** Columns whose codes are told in words. */
const TOLD = new Set(["kind", "reason", "response_warning"]);

/** Widths, in characters. */
const WIDTH = { label: 44, text: 20, number: 18, description: 90, prose: 110 } as const;

/** A table: a row of headings, then its rows. */
export function tableSheet(table: PublishedTable, origin: Origin): Sheet {
  const entries = entriesOf(table, origin);
  return {
    widths: entries.map(({ column, type }) => widthOf(column, type)),
    headed: true,
    height: table.cells.length + 1,
    rows: withHeadings(
      entries.map(({ title }) => title),
      flatten(table, origin),
      entries,
    ),
  };
}

function* withHeadings(titles: readonly string[], { columns, rows }: Flat, entries: readonly Entry[]) {
  yield titles.map((title) => text(title, "heading"));
  const reason = columns.indexOf("reason");
  for (const row of rows) {
    const isHidden = row[reason] !== null;
    yield row.map((value, place) => cellOf(value, entries[place], isHidden));
  }
}

/** What counts or measures is a figure: it has a unit. In a row that is hidden, it is said to be. */
function cellOf(value: Value, entry: Entry | undefined, isHidden: boolean): Cell {
  if (entry === undefined) return null;
  if (value === null) return isHidden && entry.unit !== null ? { value: texts.hidden, style: "hidden" } : null;
  if (typeof value === "number") return { value, style: numberStyle(entry) };
  if (entry.type === "date") return date(value);
  const said = CODES[value];
  if (entry.type !== "figure") return text(TOLD.has(entry.column) ? (said ?? value) : value);
  return text(said ?? value, said === texts.hidden ? "hidden" : "code");
}

/** Shares are whole numbers; a rate has a decimal. */
function numberStyle({ type, unit }: Entry): "integer" | "percent" | "rate" | "decimal" {
  if (type === "integer") return "integer";
  if (unit !== "%") return "decimal";
  return type === "figure" ? "percent" : "rate";
}

function widthOf(column: string, type: string): number {
  if (column.endsWith("_label")) return WIDTH.label;
  return type === "string" ? WIDTH.text : WIDTH.number;
}

/** The columns of the tables of this workbook, one per row. */
export function dictionarySheet(entries: readonly Entry[]): Sheet {
  const row = ({ table, title, column, type, unit, description }: Entry) =>
    [table, title, column, typeName(type), unit ?? "", description].map((value) => text(value, "prose"));
  const { table, title, column, type, unit, description } = headings;
  const first = [table, title, column, type, unit, description].map((heading) => text(heading, "heading"));
  const widths = [22, WIDTH.label, 26, WIDTH.text, WIDTH.text, WIDTH.description];
  return { widths, headed: true, height: entries.length + 1, rows: [first, ...entries.map(row)] };
}

/** The method, one paragraph per row. */
export function methodSheet(sections: readonly Section[]): Sheet {
  const rows = [
    [text(METHOD_TITLE, "title")],
    ...sections.flatMap(({ heading, paragraphs }) => [
      [],
      [text(heading, "title")],
      ...paragraphs.map((paragraph) => [text(paragraph, "prose")]),
    ]),
  ];
  return { widths: [WIDTH.prose], headed: false, height: rows.length, rows };
}
