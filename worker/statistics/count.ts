/** From one recalculated contribution to what it adds to each counter. */
import { add, BETWEEN_CODES, type Counters } from "./counters.ts";
import { MEASURES, SUM_SCALE } from "./measures.ts";
import { type Dimension, lineTables, plannedTables, type TablePlan } from "./plan.ts";
import type { Recalculated } from "./recalculate.ts";

/** The code of a line where a contribution says nothing: no territory, no department. */
export const NONE = "none";

/** Adds the contribution to the counters: once to one cell of every table, and to every question and action of its version. */
export function count(counters: Counters, contribution: Recalculated): void {
  const { questionnaire, version } = contribution.kept;
  for (const table of plannedTables(questionnaire)) {
    countInCell(counters, questionnaire, table.id, cellOf(table, contribution), contribution);
  }
  for (const [question, answer] of contribution.answers) {
    const cell = `${version}${BETWEEN_CODES}${question}`;
    add(counters, questionnaire, "questions", cell, MEASURES.count);
    add(counters, questionnaire, "questions", cell, MEASURES.answer(answer));
  }
  const { actions, alerts, caps } = contribution.result;
  const triggered = [
    ...actions.map(({ id }) => ["action", id]),
    ...alerts.map(({ question }) => ["alert", question]),
    ...caps.map(({ question }) => ["cap", question]),
  ];
  for (const [kind, id] of triggered) {
    add(counters, questionnaire, "actions", [version, kind, id].join(BETWEEN_CODES), MEASURES.count);
  }
  for (const { id: table, rows } of lineTables(questionnaire)) {
    const line = codeIn(rows, contribution);
    add(counters, questionnaire, table, lineCell(line, "version", version), MEASURES.count);
    for (const { id } of actions) add(counters, questionnaire, table, lineCell(line, "action", id), MEASURES.count);
  }
}

/** In a table of actions by line: how many of the line answered a version, or have an action in their plan. */
export function lineCell(line: string, kind: "version" | "action", id: string): string {
  return [line, kind, id].join(BETWEEN_CODES);
}

/** Where a contribution stands in a table: every one stands in exactly one cell. */
export function cellOf({ rows, columns }: TablePlan, contribution: Recalculated): string {
  const row = codeIn(rows, contribution);
  return columns === null ? row : `${row}${BETWEEN_CODES}${codeIn(columns, contribution)}`;
}

function codeIn({ from, variable }: Dimension, { kept, profile }: Recalculated): string {
  const value = from === "profile" ? profile[variable ?? ""] : kept[from];
  return typeof value === "string" ? value : NONE;
}

function countInCell(
  counters: Counters,
  questionnaire: string,
  table: string,
  cell: string,
  { result }: Recalculated,
): void {
  const score = result.score ?? 0; // recalculate() lets complete results through only
  const one = (measure: string, value?: number) => add(counters, questionnaire, table, cell, measure, value);
  one(MEASURES.count);
  one(MEASURES.scoreSum, Math.round(score * SUM_SCALE));
  one(MEASURES.bin(score));
  one(MEASURES.level(result.level ?? 0));
  for (const { id, score: domain } of result.domains) {
    if (domain === null) continue;
    one(MEASURES.domainCount(id));
    one(MEASURES.domainSum(id), Math.round(domain * SUM_SCALE));
  }
}
