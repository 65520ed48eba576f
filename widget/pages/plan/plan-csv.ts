/** The plan as a table: one action per row, in the order of the plan. */
import type { Help } from "../../territories/help.ts";
import type { Text } from "../../text/text.ts";
import { type Cell, toCsv } from "../../tools/csv.ts";
import { figureDay } from "./days.ts";
import { helpText } from "./help-text.ts";
import { deadlineOf, type Marks, markOf } from "./marks.ts";
import type { Opened } from "./opened.ts";

const COLUMNS = [
  "rank",
  "action",
  "domain",
  "state",
  "deadline",
  "owner",
  "effort",
  "cost",
  "gain",
  "cap",
  "steps",
  "why",
  "help",
];

export function planCsv(opened: Opened, marks: Marks, help: Help, t: Text): string {
  const { model, result, explanation } = opened;
  const { language, domains } = model.questionnaire;
  const rows = result.actions.flatMap((planned): Cell[][] => {
    const action = model.actionById.get(planned.id);
    if (!action) return [];
    return [
      [
        planned.rank,
        action.title,
        domains.find(({ id }) => id === action.domain)?.label ?? "",
        t(`mark.${markOf(marks, planned.id)}`),
        figureDay(deadlineOf(marks, planned), language),
        action.owner,
        t(`action.effort.${action.effort}`),
        t(`action.cost.${action.cost}`),
        planned.gain,
        planned.liftsCap,
        action.steps.map((step, index) => `${index + 1}. ${step}`).join(" "),
        explanation().actions.find(({ id }) => id === planned.id)?.why ?? "",
        helpText(opened, help, planned.id, t, true),
      ],
    ];
  });
  return toCsv([COLUMNS.map((column) => t(`csv.${column}`)), ...rows], language);
}
