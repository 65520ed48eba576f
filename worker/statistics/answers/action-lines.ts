/** The shares of each action in each line of its tables (sectors, departments), decided together with those by version. */
import { lineCell } from "../count.ts";
import { BETWEEN_CODES } from "../counters.ts";
import { protectShares, type ShareFates } from "../disclosure/linked-shares.ts";
import type { Decision } from "../disclosure/protect.ts";
import type { Mark } from "../disclosure/triggered.ts";
import type { Fate, Holding } from "../disclosure/unit.ts";
import type { Vectors } from "../holdings.ts";
import { MEASURES } from "../measures.ts";
import { everIn, type Memory } from "../memory.ts";
import { type LinePlan, lineTables } from "../plan.ts";
import type { Named } from "../published.ts";
import type { ReleaseRequest } from "../request.ts";
import type { KnownLine, Situation } from "../situation.ts";
import type { VersionMark } from "./actions.ts";

/** The share of one action in one line. */
interface LineShare {
  readonly subject: Named;
  readonly row: Named;
  readonly key: string;
  readonly mark: Mark;
  readonly fate: Fate;
}

/** A table of actions by line, decided. */
export interface LineShares {
  readonly plan: LinePlan;
  readonly cells: readonly LineShare[];
}

export interface DecidedShares {
  readonly tables: readonly LineShares[];
  /** The fate of each action's share in each version, by its key. */
  readonly fates: ReadonlyMap<string, Fate>;
  readonly crossing: Memory["crossing"];
}

export const NOBODY: Holding = { count: 0, ever: 0 };

/** Decides for every action, line by line of the table. */
export function lineShares(
  request: ReleaseRequest,
  vectors: ReadonlyMap<string, Vectors>,
  situation: Situation,
  decision: Decision,
  before: Memory,
  versions: readonly VersionMark[],
): DecidedShares {
  const plans = lineTables(request.questionnaire);
  const [first, second] = plans;
  if (!first || !second) return { tables: [], fates: new Map(), crossing: {} };
  const fates = new Map<string, Fate>();
  const ofActions = [...Map.groupBy(versions, ({ kind, subject }) => (kind === "action" ? subject.code : null))];
  const sides = { rows: linesOf(situation, first), columns: linesOf(situation, second) };
  const crossing = crossingOf(situation, first, second);
  const decided = ofActions.flatMap(([action, marks]) => {
    const subject = marks[0]?.subject;
    if (action === null || !subject) return [];
    const marksOf = (plan: LinePlan, lines: readonly KnownLine[]) =>
      lines.map((line) => markOf(plan, line, subject, marks, vectors, decision, before));
    const rows = marksOf(first, sides.rows);
    const columns = marksOf(second, sides.columns);
    const known = marks.some(({ key }) => before.shares[key] !== undefined);
    const cells = sides.rows.flatMap(({ code: row }) =>
      sides.columns.map(({ code: column }) => crossing.get(`${row}${BETWEEN_CODES}${column}`) ?? NOBODY),
    );
    const places = sides.rows.flatMap(({ code: row }) =>
      sides.columns.map(({ code: column }) => `${row}${BETWEEN_CODES}${column}`),
    );
    const shares = {
      versions: marks.map(({ mark }) => mark),
      rows: rows.map(({ mark }) => mark),
      columns: columns.map(({ mark }) => mark),
      held: cells.map(({ count }) => count),
      came: cells.map(({ ever }, index) => ever - (before.crossing[places[index] ?? ""] ?? 0)),
      known,
    };
    const done: ShareFates = protectShares(shares, request.minimum);
    for (const [index, { key }] of marks.entries()) fates.set(key, done.versions[index] ?? "hidden");
    const withFate = (cells: readonly Omit<LineShare, "fate">[], of: readonly Fate[]) =>
      cells.map((cell, index) => ({ ...cell, fate: of[index] ?? "hidden" }));
    return [{ rows: withFate(rows, done.rows), columns: withFate(columns, done.columns) }];
  });
  return {
    tables: [
      { plan: first, cells: decided.flatMap(({ rows }) => rows) },
      { plan: second, cells: decided.flatMap(({ columns }) => columns) },
    ],
    fates,
    crossing: Object.fromEntries([...crossing].map(([place, { ever }]) => [place, ever])),
  };
}

function markOf(
  plan: LinePlan,
  line: KnownLine,
  subject: Named,
  versions: readonly VersionMark[],
  vectors: ReadonlyMap<string, Vectors>,
  decision: Decision,
  before: Memory,
): Omit<LineShare, "fate"> {
  const table = vectors.get(plan.id);
  const held = holdingAt(table, lineCell(line.code, "action", subject.code));
  const having = versions
    .map(({ version }) => holdingAt(table, lineCell(line.code, "version", version)))
    .reduce((one, other) => ({ count: one.count + other.count, ever: one.ever + other.ever }), NOBODY);
  const split = { held, free: withoutThem(having, held), others: withoutThem(line, having) };
  const key = [plan.id, line.code, subject.code].join(BETWEEN_CODES);
  const fate = decision.lines.get(plan.rows.id)?.get(line.code) ?? "hidden";
  return { subject, row: line.name, key, mark: { split, before: before.shares[key] ?? null, line: fate } };
}

/** What the counters of a cell hold. */
export function holdingAt(vectors: Vectors | undefined, cell: string): Holding {
  const vector = vectors?.get(cell) ?? {};
  return { count: vector[MEASURES.count] ?? 0, ever: everIn(vector) };
}

/** Those of the whole who are not in the part. */
export function withoutThem(whole: Holding, part: Holding): Holding {
  return { count: whole.count - part.count, ever: whole.ever - part.ever };
}

function linesOf({ axes }: Situation, { rows }: LinePlan): readonly KnownLine[] {
  return axes.find(({ dimension }) => dimension.id === rows.id)?.lines ?? [];
}

/** How many stand in each line of both: from the table that has the two dimensions. */
function crossingOf({ tables }: Situation, first: LinePlan, second: LinePlan): ReadonlyMap<string, Holding> {
  const crossing = new Map<string, Holding>();
  for (const { plan, cells } of tables) {
    const straight = plan.rows.id === first.rows.id && plan.columns?.id === second.rows.id;
    const turned = plan.rows.id === second.rows.id && plan.columns?.id === first.rows.id;
    if (!straight && !turned) continue;
    for (const { row, column, count, ever } of cells) {
      crossing.set((straight ? [row, column] : [column, row]).join(BETWEEN_CODES), { count, ever });
    }
  }
  return crossing;
}
