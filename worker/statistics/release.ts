/**
 * Builds a release from the counters and from the memory of the one before: decides what moves, then writes the figures
 * of what moved, those of before for what waits, a reason where nothing is shown. Pure; its cost follows the cells.
 */
import { releaseActions } from "./answers/actions.ts";
import { releaseQuestions } from "./answers/questions.ts";
import { BETWEEN_CODES, type Counter } from "./counters.ts";
import { withCoverage } from "./coverage.ts";
import { toldAt } from "./disclosure/history.ts";
import { isTold } from "./disclosure/lines.ts";
import { type Decision, protect } from "./disclosure/protect.ts";
import { type Fate, ownFate } from "./disclosure/unit.ts";
import { figuresOf, type Scale } from "./figures.ts";
import { vectorsByTable } from "./holdings.ts";
import type { CellMemories, Memory, Remembered, Shown, TableMemory } from "./memory.ts";
import { plannedTables } from "./plan.ts";
import type { PublishedTable } from "./published.ts";
import type { ReleaseRequest } from "./request.ts";
import { ALL, axisKey, type Known, type Situation, situationOf } from "./situation.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { writeTable } from "./write-table.ts";

export interface Release {
  readonly tables: readonly PublishedTable[];
  /** To be kept for the next release. */
  readonly memory: Memory;
}

/** The release, or null when too few contributions came, or went, since the one before: nothing may move then. */
export function buildRelease(request: ReleaseRequest, counters: readonly Counter[], memory: Memory): Release | null {
  const { questionnaire, minimum, vocabulary } = request;
  const plans = plannedTables(questionnaire);
  const vectors = vectorsByTable(counters, questionnaire);
  const situation = situationOf(plans, vectors, memory.cells, vocabulary);
  if (ownFate(situation.total, minimum) !== "moves") return null;
  const decision = decide(situation, minimum);
  if (decision === null) return null;
  const scale = scaleOf(vocabulary);
  const updated = remember(situation, decision, (known) => shownNow(known, scale, request));
  const cells = situation.tables.map((table) =>
    withCoverage(writeTable(table, situation, decision, updated, request, scale), vocabulary.population ?? null),
  );
  const told = decision.lines.get("version") ?? new Map<string, Fate>();
  const questions = releaseQuestions(request, vectors, memory.questions, told);
  const actions = releaseActions(request, vectors, situation, decision, memory);
  return {
    tables: [...cells, questions.table, ...actions.tables],
    memory: { cells: updated, questions: questions.memory, shares: actions.shares, crossing: actions.crossing },
  };
}

function decide({ axes, tables }: Situation, minimum: number): Decision | null {
  const cross = tables.flatMap(({ plan: { id, rows, columns }, cells }) =>
    columns === null ? [] : [{ id, rows: rows.id, columns: columns.id, cells }],
  );
  const lines = axes.map(({ dimension, lines }) => ({ dimension: dimension.id, lines }));
  return protect(lines, cross, minimum);
}

/** Levels and domains of all versions, those of the newest first. */
export function scaleOf({ versions }: Vocabulary): Scale {
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  return {
    levels: unique(versions.flatMap(({ levels }) => levels.map(({ level }) => level))),
    domains: unique(versions.flatMap(({ domains }) => domains.map(({ id }) => id))),
  };
}

function shownNow({ vector }: Known, scale: Scale, { minimum, number }: ReleaseRequest): Shown {
  return { vector, figures: figuresOf(vector, scale, minimum), since: number };
}

/** The memory after this release: what is shown of each cell, and how much it held where its lines are told. */
function remember({ total, axes, tables }: Situation, decision: Decision, show: (known: Known) => Shown): CellMemories {
  const epoch = total.history.came.length - 1;
  const history = (known: Known, told: boolean) => toldAt(known.history, epoch, told);
  const memory: Record<string, TableMemory> = {
    [ALL]: { [ALL]: { ...total.memory, shown: show(total), history: history(total, true) } },
  };
  const after = (known: Known, fate: Fate | undefined): Shown | null => {
    if (fate === "moves") return show(known);
    return fate === "hidden" ? null : known.memory.shown;
  };
  for (const { dimension, lines } of axes) {
    const fates = decision.lines.get(dimension.id);
    memory[axisKey(dimension.id)] = Object.fromEntries(
      lines.map((line): [string, Remembered] => [
        line.code,
        {
          shown: after(line, fates?.get(line.code)),
          rowMark: line.ever,
          columnMark: 0,
          history: history(line, isTold(fates?.get(line.code))),
        },
      ]),
    );
  }
  for (const { plan, cells } of tables) {
    const fates = decision.cells.get(plan.id) ?? [];
    const rows = decision.lines.get(plan.rows.id);
    const columns = decision.lines.get(plan.columns?.id ?? "");
    memory[plan.id] = Object.fromEntries(
      cells.map((cell, index): [string, Remembered] => [
        `${cell.row}${BETWEEN_CODES}${cell.column}`,
        {
          shown: after(cell, fates[index]),
          rowMark: isTold(rows?.get(cell.row)) ? cell.ever : cell.rowMark,
          columnMark: isTold(columns?.get(cell.column)) ? cell.ever : cell.columnMark,
          history: history(cell, fates[index] === "moves"),
        },
      ]),
    );
  }
  return memory;
}
