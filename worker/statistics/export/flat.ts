/** A published table as columns and rows: the one place that flattens, so that every format holds the same. */
import type { Figure } from "../figures.ts";
import type {
  PublishedCell,
  PublishedLineShare,
  PublishedQuestion,
  PublishedTable,
  PublishedTrigger,
} from "../published.ts";

export type Value = string | number | null;

export interface Flat {
  /** In the order of the format (format.ts): new columns come last. */
  readonly columns: readonly string[];
  /** Made one by one, when they are asked for: an export leaves before its table is complete. */
  readonly rows: Iterable<readonly Value[]>;
}

/** What every row repeats: no line stands loose above a header. */
export interface Origin {
  /** The number of the release. */
  readonly number: number;
  readonly builtOn: string;
  readonly minimum: number;
}

const ORIGIN = ["release", "built_on", "minimum", "table"];

/** The table, with where it comes from in every row. */
export function flatten(table: PublishedTable, { number, builtOn, minimum }: Origin): Flat {
  const origin = [number, builtOn, minimum, table.id];
  const flat = body(table);
  return { columns: [...ORIGIN, ...flat.columns], rows: each(flat.rows, (row) => [...origin, ...row]) };
}

/** The rows of some cells, none before it is asked for; they may be gone through again. */
export function each<T>(cells: Iterable<T>, row: (cell: T) => readonly Value[]): Iterable<readonly Value[]> {
  return {
    *[Symbol.iterator]() {
      for (const cell of cells) yield row(cell);
    },
  };
}

function body(table: PublishedTable): Flat {
  if (table.form === "questions") return { columns: QUESTION_COLUMNS, rows: each(table.cells, questionRow) };
  if (table.form === "lines") return { columns: LINE_COLUMNS, rows: each(table.cells, lineRow) };
  if (table.form === "triggers") return { columns: TRIGGER_COLUMNS, rows: each(table.cells, triggerRow) };
  const levels = table.levels.map(({ code }) => `level_${code}`);
  const domains = table.domains.map(({ code }) => `domain_${code}`);
  const blank: readonly Value[] = [...CELL_FIGURES, ...levels, ...domains].map(() => null);
  // A release of before the columns existed never gets them: it does not change.
  const covered = table.population !== undefined;
  return {
    columns: [...CELL_COLUMNS, ...CELL_FIGURES, ...levels, ...domains, ...(covered ? COVERAGE_COLUMNS : [])],
    rows: each(table.cells, (cell) => [
      ...cellRow(cell),
      ...(cellFigures(cell, table.domains) ?? blank),
      ...(covered ? coverageRow(cell) : []),
    ]),
  };
}

const CELL_COLUMNS = ["kind", "row", "row_label", "column", "column_label", "reason", "since"];
const CELL_FIGURES = ["n", "score_mean", "score_quartile1", "score_median", "score_quartile3"];

const COVERAGE_COLUMNS = ["establishments", "response_rate", "response_warning"];

function coverageRow({ coverage }: PublishedCell): readonly Value[] {
  return [coverage?.establishments ?? null, coverage?.rate ?? null, coverage?.warning ?? null];
}

function cellRow({ kind, row, column, reason, since }: PublishedCell): readonly Value[] {
  return [kind, row.code, row.label, column?.code ?? null, column?.label ?? null, reason, since];
}

function cellFigures({ figures }: PublishedCell, domains: readonly { readonly code: string }[]): Value[] | null {
  if (figures === null) return null;
  const { n, mean, quartile1, median, quartile3, levels } = figures;
  const ofDomains = domains.map(({ code }) => figures.domains[code]);
  return [n, ...[mean, quartile1, median, quartile3, ...levels, ...ofDomains].map(said)];
}

const QUESTION_COLUMNS = [
  ...["version", "question", "question_label", "reason", "since", "asked_from", "asked_below"],
  ...["answer_0", "answer_1", "answer_2", "answer_3", "answer_4", "answer_nsp", "answer_na"],
];

function questionRow({ version, question, reason, since, asked, answers }: PublishedQuestion): readonly Value[] {
  const shares = answers?.map(said) ?? new Array<null>(7).fill(null);
  return [version, question.code, question.label, reason, since, asked?.from ?? null, asked?.below ?? null, ...shares];
}

const TRIGGER_COLUMNS = ["version", "kind", "subject", "subject_label", "reason", "since", "share"];

function triggerRow({ version, kind, subject, reason, since, share }: PublishedTrigger): readonly Value[] {
  return [version, kind, subject.code, subject.label, reason, since, said(share ?? undefined)];
}

const LINE_COLUMNS = ["row", "row_label", "subject", "subject_label", "reason", "since", "share"];

function lineRow({ row, subject, reason, since, share }: PublishedLineShare): readonly Value[] {
  return [row.code, row.label, subject.code, subject.label, reason, since, said(share ?? undefined)];
}

/** A number, or the code that is said instead: `<=10`, `>=90`, `protected`. */
function said(figure: Figure | undefined): Value {
  if (figure === undefined) return null;
  if (typeof figure === "number") return figure;
  return "band" in figure ? figure.band : figure.withheld;
}
