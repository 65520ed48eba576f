/** Which lines of a grid are shown, in which order, and which of them are drawn. Pure. */
import type { Facet, Grid, Line, Value } from "./grid.ts";

export interface Sort {
  /** The id of a column, of names or of figures. */
  readonly column: string;
  readonly down: boolean;
}

export interface Choice {
  /** The code kept of each facet; a facet that is not there keeps everything. `shown`: `published` or `hidden`. */
  readonly filters: Readonly<Record<string, string>>;
  /** Only lines whose names hold this, whatever its case and accents. */
  readonly search: string;
  /** Null = the order of the release. */
  readonly sort: Sort | null;
}

/** The facet that every grid has: whether figures are published. */
export const SHOWN = "shown";

export function chooseLines(grid: Grid, { filters, search, sort }: Choice): readonly Line[] {
  const sought = plain(search.trim());
  const kept = grid.lines.filter(
    (line) =>
      grid.facets.every((facet) => !isKept(facet, filters) || line.facets[facet.id] === filters[facet.id]) &&
      (!filters[SHOWN] || filters[SHOWN] === (line.reason === null ? "published" : "hidden")) &&
      plain(line.heads.join(" ")).includes(sought),
  );
  return sort === null ? kept : sorted(grid, kept, sort);
}

/** Whether a facet keeps one value; one that this table does not have, from an older link, keeps everything. */
export function isKept({ id, options }: Facet, filters: Choice["filters"]): boolean {
  return options.some(({ code }) => code === filters[id]);
}

/** Hidden figures come last either way: nothing says where they would stand. */
function sorted({ heads, figures }: Grid, lines: readonly Line[], { column, down }: Sort): readonly Line[] {
  const head = heads.findIndex(({ id }) => id === column);
  const figure = figures.findIndex(({ id }) => id === column);
  const sign = down ? -1 : 1;
  if (head >= 0) {
    const { compare } = new Intl.Collator("fr", { numeric: true });
    return lines.toSorted((one, two) => sign * compare(one.heads[head] ?? "", two.heads[head] ?? ""));
  }
  if (figure < 0) return lines;
  return lines.toSorted((one, two) => {
    const [a, b] = [weightOf(one.values[figure]), weightOf(two.values[figure])];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (a - b);
  });
}

/** Where a value stands among others; null for what is not said. A band stands beyond every number on its side. */
function weightOf(value: Value | undefined): number | null {
  if (value === undefined || value === null || typeof value === "string") return null;
  if (typeof value === "number") return value;
  if ("from" in value) return value.from;
  if ("withheld" in value) return null;
  return value.band === "<=10" ? 0 : 100;
}

/** The ticked lines, else the first published ones; never more than a picture can hold. */
export function drawnLines(lines: readonly Line[], ticked: readonly string[], most: number): readonly Line[] {
  const published = lines.filter(({ reason }) => reason === null);
  const chosen = published.filter(({ id }) => ticked.includes(id));
  return (chosen.length > 0 ? chosen : published).slice(0, most);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
