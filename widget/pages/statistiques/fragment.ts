/**
 * The fragment of the page's address, which no browser sends: `#release=3&table=territory-sector&show=levels&in.row=ara&sort=-n`.
 * It says what is looked at, never who looks: a token has no place in it.
 */
import { MEASURES, type Measure } from "./cell-grid.ts";
import type { Choice, Sort } from "./choose.ts";

export interface Shown extends Choice {
  /** Null = the newest. */
  readonly release: number | null;
  /** Null = the first of the release. */
  readonly table: string | null;
  readonly territory: string | null;
  readonly measure: Measure;
  /** The lines ticked to be drawn. */
  readonly ticked: readonly string[];
}

/** What is kept of a table when another one is chosen: nothing. */
export const UNTOUCHED = { filters: {}, search: "", sort: null, ticked: [] } satisfies Partial<Shown>;

export const START: Shown = { release: null, table: null, territory: null, measure: "score", ...UNTOUCHED };

const FILTER = "in.";
const TICKS = " ";

/** What a fragment says, whatever it holds: what cannot be understood is left out. */
export function readFragment(hash: string): Shown {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const filters = [...values].filter(
    ([name, value]) => name.length > FILTER.length && name.startsWith(FILTER) && value,
  );
  return {
    release: /^[1-9]\d{0,8}$/.test(values.get("release") ?? "") ? Number(values.get("release")) : null,
    table: matching(values.get("table"), /^[a-z-]{1,60}$/),
    territory: matching(values.get("territory"), /^[a-z][a-z0-9-]{0,19}$/),
    measure: MEASURES.find((one) => one === values.get("show")) ?? "score",
    filters: Object.fromEntries(filters.map(([name, value]) => [name.slice(FILTER.length), value])),
    search: values.get("q") ?? "",
    sort: sortFrom(values.get("sort") ?? ""),
    ticked: (values.get("draw") ?? "").split(TICKS).filter(Boolean),
  };
}

/** One state, one text; empty for what the page shows by itself. */
export function writeFragment({ release, table, territory, measure, filters, search, sort, ticked }: Shown): string {
  const values = new URLSearchParams();
  const put = (name: string, value: string | number | null) => value && values.set(name, String(value));
  put("release", release);
  put("table", table);
  put("territory", territory);
  put("show", measure === "score" ? null : measure);
  for (const [id, code] of Object.entries(filters).sort()) put(FILTER + id, code);
  put("q", search);
  put("sort", sort && `${sort.down ? "-" : ""}${sort.column}`);
  put("draw", ticked.join(TICKS));
  return values.size === 0 ? "" : `#${values}`;
}

function matching(text: string | null, shape: RegExp): string | null {
  return text !== null && shape.test(text) ? text : null;
}

function sortFrom(text: string): Sort | null {
  const [, sign, column] = /^(-?)([\w.-]+)$/.exec(text) ?? [];
  return column ? { column, down: sign === "-" } : null;
}
