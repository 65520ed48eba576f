/** The rows of one published table: its cells, the remainder of each told line, the totals. */
import { BETWEEN_CODES } from "./counters.ts";
import { isTold } from "./disclosure/lines.ts";
import type { Decision } from "./disclosure/protect.ts";
import { figuresOf, minus, plus, type Scale } from "./figures.ts";
import { MEASURES } from "./measures.ts";
import { type CellMemories, losesUnseen, type Shown } from "./memory.ts";
import { type Dimension, VALUE_LABELS } from "./plan.ts";
import type { CellKind, Named, PublishedCell, PublishedTable } from "./published.ts";
import type { ReleaseRequest } from "./request.ts";
import {
  ALL,
  axisKey,
  type Known,
  type KnownCell,
  type KnownLine,
  type KnownTable,
  type Situation,
} from "./situation.ts";

const TOTAL: Named = { code: "total", label: VALUE_LABELS.total };
const REMAINDER: Named = { code: "remainder", label: VALUE_LABELS.remainder };

/** Writes a table; `memory` is the one after the decision. */
export function writeTable(
  { plan, cells }: KnownTable,
  situation: Situation,
  decision: Decision,
  memory: CellMemories,
  request: ReleaseRequest,
  scale: Scale,
): PublishedTable {
  const linesOf = (dimension: Dimension) =>
    situation.axes.find((axis) => axis.dimension.id === dimension.id)?.lines ?? [];
  const shownLine = (dimension: Dimension, { code }: KnownLine) => memory[axisKey(dimension.id)]?.[code]?.shown ?? null;
  const shownCell = ({ row, column }: KnownCell) => memory[plan.id]?.[`${row}${BETWEEN_CODES}${column}`]?.shown ?? null;
  const rest = (whole: Known, parts: readonly (Known & { readonly shownNow: Shown | null })[]) =>
    remainderOf(whole, parts, request, scale);
  const { columns } = plan;
  const rowLines = linesOf(plan.rows);
  const total = { ...situation.total, shownNow: memory[ALL]?.[ALL]?.shown ?? null };
  const ofRows = rowLines.map((line) => ({ ...line, shownNow: shownLine(plan.rows, line) }));
  const published: PublishedCell[] = [];
  const put = (kind: CellKind, row: Named, column: Named | null, shown: Shown | null) =>
    published.push({
      kind,
      row,
      column,
      reason: shown === null ? "protected" : null,
      since: shown?.since ?? null,
      figures: shown?.figures ?? null,
    });

  if (columns === null) {
    for (const line of ofRows) put("cell", line.name, null, line.shownNow);
    const left = rest(total, ofRows);
    if (left !== null) put("remainder", REMAINDER, null, left);
    put("total", TOTAL, null, total.shownNow);
  } else {
    const names = new Map(linesOf(columns).map(({ code, name }) => [code, name]));
    const all = cells.map((cell) => ({ ...cell, shownNow: shownCell(cell) }));
    const byRow = Map.groupBy(all, ({ row }) => row);
    for (const line of ofRows) {
      const inRow = byRow.get(line.code) ?? [];
      for (const cell of inRow) {
        put("cell", line.name, names.get(cell.column) ?? { code: cell.column, label: cell.column }, cell.shownNow);
      }
      const told = isTold(decision.lines.get(plan.rows.id)?.get(line.code));
      const left = told ? rest(line, inRow) : null;
      if (left !== null) put("remainder", line.name, REMAINDER, left);
      put("total", line.name, TOTAL, line.shownNow);
    }
    const byColumn = Map.groupBy(all, ({ column }) => column);
    for (const line of linesOf(columns)) {
      const told = isTold(decision.lines.get(columns.id)?.get(line.code));
      const left = told ? rest(line, byColumn.get(line.code) ?? []) : null;
      if (left !== null) put("remainder", REMAINDER, line.name, left);
      put("total", TOTAL, line.name, shownLine(columns, line));
    }
    put("total", TOTAL, TOTAL, total.shownNow);
  }
  return {
    id: plan.id,
    title: plan.title,
    form: "cells",
    rows: { code: plan.rows.id, label: plan.rows.label },
    columns: columns === null ? null : { code: columns.id, label: columns.label },
    ...namesOf(scale, request),
    cells: published,
  };
}

/**
 * What a told line holds beyond its shown parts: the small lines merged, and what waits. Anyone could subtract; so it is
 * said, when it is enough, and when no deletion blurs the difference.
 */
function remainderOf(
  whole: Known,
  parts: readonly (Known & { readonly shownNow: Shown | null })[],
  { minimum, number }: ReleaseRequest,
  scale: Scale,
): Shown | null {
  if (
    parts.some((part) => part.shownNow !== null && losesUnseen(part.vector, { ...part.memory, shown: part.shownNow }))
  )
    return null;
  const shown = parts.flatMap(({ shownNow }) => (shownNow === null ? [] : [shownNow.vector]));
  if (shown.length === 0) return null; // it would only repeat the total
  const vector = minus(whole.vector, plus(shown));
  if ((vector[MEASURES.count] ?? 0) < minimum) return null;
  return { vector, figures: figuresOf(vector, scale, minimum), since: number };
}

function namesOf({ levels, domains }: Scale, { vocabulary }: ReleaseRequest) {
  const { versions } = vocabulary;
  const levelName = (level: number) =>
    versions.flatMap((one) => one.levels).find((one) => one.level === level)?.name ?? String(level);
  const domainName = (id: string) => versions.flatMap((one) => one.domains).find((one) => one.id === id)?.label ?? id;
  return {
    levels: levels.map((level) => ({ code: String(level), label: levelName(level) })),
    domains: domains.map((id) => ({ code: id, label: domainName(id) })),
  };
}
