/**
 * Which tables are published of a questionnaire, and where each of their dimensions is read: a closed list, in data
 * (plans.fr.json). Two filters that differ by one establishment would defeat any threshold (security.md §5).
 */
import data from "./plans.fr.json" with { type: "json" };

/** Where the value of a dimension comes from: a column of the contribution, or a variable of its profile. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly from: "territory" | "version" | "period" | "profile";
  /** The variable, when it comes from the profile. */
  readonly variable: string | null;
}

/** A table of one dimension (`columns` null) or of two. */
export interface TablePlan {
  readonly id: string;
  readonly title: string;
  readonly rows: Dimension;
  readonly columns: Dimension | null;
}

/** The tables that every questionnaire has besides: what is answered, and what that triggers, by version. */
export const ANSWER_TABLES = Object.entries(data.answers).map(([id, title]) => ({ id, title }));

/** A table of actions by the lines of a dimension: all versions together. */
export interface LinePlan {
  readonly id: string;
  readonly title: string;
  readonly rows: Dimension;
}

/** The tables of actions by line of a questionnaire: those whose dimension its other tables have. */
export function lineTables(questionnaire: string): readonly LinePlan[] {
  const known = new Set(dimensionsOf(plannedTables(questionnaire)).map(({ id }) => id));
  return Object.entries(data.lines).flatMap(([id, { title, rows }]) =>
    known.has(rows) ? [{ id, title, rows: dimension(rows as DimensionId) }] : [],
  );
}

/** What the lines without a value of their own are called. */
export const VALUE_LABELS = data.values;

type DimensionId = keyof typeof data.dimensions;
type TableId = keyof typeof data.tables;

/** The tables of a questionnaire; one that has no plan of its own gets those that need no variable. */
export function plannedTables(questionnaire: string): readonly TablePlan[] {
  const plans: Readonly<Record<string, readonly string[]>> = data.plans;
  const ids = Object.hasOwn(plans, questionnaire) ? (plans[questionnaire] ?? []) : data.otherwise;
  return ids.map((id) => {
    const { title, rows, columns } = data.tables[id as TableId]; // a test reads every plan
    return {
      id,
      title,
      rows: dimension(rows as DimensionId),
      columns: columns === null ? null : dimension(columns as DimensionId),
    };
  });
}

/** The dimensions of these tables, each once, in the order in which they are met. */
export function dimensionsOf(tables: readonly TablePlan[]): readonly Dimension[] {
  const all = tables.flatMap(({ rows, columns }) => (columns === null ? [rows] : [rows, columns]));
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** The dimensions of a table by its id: none for what is answered and triggered, null for a table that no plan has. */
export function dimensionsOfTable(id: string): readonly string[] | null {
  if (Object.hasOwn(data.answers, id)) return [];
  if (Object.hasOwn(data.lines, id)) return [data.lines[id as keyof typeof data.lines].rows]; // found there
  if (!Object.hasOwn(data.tables, id)) return null;
  const { rows, columns } = data.tables[id as TableId]; // it has just been found there
  return columns === null ? [rows] : [rows, columns];
}

function dimension(id: DimensionId): Dimension {
  const found: { readonly label: string; readonly from: string; readonly variable?: string } = data.dimensions[id];
  return { id, label: found.label, from: found.from as Dimension["from"], variable: found.variable ?? null };
}
