/** A release as the API serves it, made up: tables of actions by line. */

import type { LinesTable } from "../../../widget/pages/besoins/needs.ts";
import type { Figure, LineRow, ReleaseHead } from "../../../widget/releases/published.ts";
import { model } from "../plan/opened.ts";

export const RELEASE: ReleaseHead = { id: 7, questionnaire: "esms", number: 3, builtOn: "2026-12-01", minimum: 11 };

const { actions, profile } = model.questionnaire;
const labelOf = (code: string) =>
  profile.flatMap(({ options }) => options).find(({ value }) => value === code)?.label ?? code;

/** « Share of this action in this line »; undefined = not in the table, null = hidden. */
export type Shares = Readonly<Record<string, Readonly<Record<string, Figure | null>>>>;

export function linesTable(id: "actions-sector" | "actions-department", shares: Shares): LinesTable {
  const cells = Object.entries(shares).flatMap(([line, byAction]) =>
    Object.entries(byAction).map(([action, share]): LineRow => {
      const subject = { code: action, label: actions.find((one) => one.id === action)?.title ?? action };
      const said = share === null ? { reason: "protected" as const, since: null } : { reason: null, since: 1 };
      return { subject, row: { code: line, label: labelOf(line) }, ...said, share };
    }),
  );
  const rows =
    id === "actions-sector" ? { code: "sector", label: "Public" } : { code: "department", label: "Département" };
  return { id, title: id, form: "lines", rows, cells };
}
