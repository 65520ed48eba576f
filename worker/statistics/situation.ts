/** Everything a release decides on, put together once: the units of disclosure control beside their counters and memory. */
import { BETWEEN_CODES } from "./counters.ts";
import { extended, type History, NO_HISTORY } from "./disclosure/history.ts";
import type { Line } from "./disclosure/lines.ts";
import type { Cell } from "./disclosure/table.ts";
import type { Unit } from "./disclosure/unit.ts";
import { plus, type Vector } from "./figures.ts";
import { margin, type Vectors } from "./holdings.ts";
import { type CellMemories, losesUnseen, NEVER, type Remembered, unitOf } from "./memory.ts";
import { type Dimension, dimensionsOf, type TablePlan } from "./plan.ts";
import type { Named } from "./published.ts";
import { type Vocabulary, valuesOf } from "./vocabulary.ts";

/** A unit with what is known of it. */
export interface Known {
  readonly vector: Vector;
  readonly memory: Remembered;
  /** What was told of it, the epoch of this release included. */
  readonly history: History;
}

export type KnownLine = Line & Known & { readonly name: Named };
export type KnownCell = Cell & Known;

export interface KnownAxis {
  readonly dimension: Dimension;
  readonly lines: readonly KnownLine[];
}

export interface KnownTable {
  readonly plan: TablePlan;
  /** Empty for a table of one dimension: its cells are the lines of its axis. */
  readonly cells: readonly KnownCell[];
}

export interface Situation {
  readonly total: Unit & Known;
  readonly axes: readonly KnownAxis[];
  readonly tables: readonly KnownTable[];
}

/** Where the memory of the grand total and of a dimension stand. */
export const ALL = "all";
export const axisKey = (dimension: string) => `by:${dimension}`;

/** Puts together the counters and the memory of one questionnaire. */
export function situationOf(
  plans: readonly TablePlan[],
  vectors: ReadonlyMap<string, Vectors>,
  memory: CellMemories,
  vocabulary: Vocabulary,
): Situation {
  const of = (table: string): Vectors => vectors.get(table) ?? new Map();
  const [first] = plans;
  const everything = plus(first ? of(first.id).values() : []);
  const epoch = epochOf(everything, memory[ALL]?.[ALL] ?? NEVER);
  const axes = dimensionsOf(plans).map((dimension) => {
    const plan = plans.find(({ rows, columns }) => [rows.id, columns?.id].includes(dimension.id));
    const margins = plan ? margin(of(plan.id), plan, dimension.id) : new Map<string, Vector>();
    const lines = valuesOf(dimension, vocabulary, margins.keys()).map((name): KnownLine => {
      const known = knownAt(margins, memory, axisKey(dimension.id), name.code, epoch);
      return { ...known, name, code: name.code, mark: known.memory.rowMark };
    });
    return { dimension, lines };
  });
  const linesOf = (dimension: Dimension) => axes.find((axis) => axis.dimension.id === dimension.id)?.lines ?? [];
  const tables = plans.map((plan): KnownTable => {
    const { columns } = plan;
    if (columns === null) return { plan, cells: [] };
    const cells = linesOf(plan.rows).flatMap((row) =>
      linesOf(columns).map((column): KnownCell => {
        const known = knownAt(of(plan.id), memory, plan.id, `${row.code}${BETWEEN_CODES}${column.code}`, epoch);
        const { rowMark, columnMark } = known.memory;
        return { ...known, row: row.code, column: column.code, rowMark, columnMark };
      }),
    );
    return { plan, cells };
  });
  return { total: knownAt(new Map([[ALL, everything]]), memory, ALL, ALL, epoch), axes, tables };
}

/** Which epoch this release is since the last deletion, from 0. */
function epochOf(total: Vector, before: Remembered): number {
  return losesUnseen(total, before) ? 0 : (before.history ?? NO_HISTORY).came.length;
}

function knownAt(vectors: Vectors, memory: CellMemories, table: string, code: string, epoch: number): Unit & Known {
  const vector = vectors.get(code) ?? {};
  const remembered = memory[table]?.[code] ?? NEVER;
  const unit = unitOf(vector, remembered);
  const history = extended(remembered.history ?? NO_HISTORY, epoch, unit.count); // memories of before have none
  return { ...unit, vector, memory: remembered, history };
}
