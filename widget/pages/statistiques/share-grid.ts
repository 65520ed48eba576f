/** The grids of the tables of shares: answers to each question, what is triggered, actions line by line. */
import type { CellTable, Figure, Table } from "../../releases/published.ts";
import type { Text } from "../../text/text.ts";
import { type Column, type Grid, optionsOf } from "./grid.ts";

const ANSWERS = ["0", "1", "2", "3", "4", "nsp", "na"];

export function shareGrid(table: Exclude<Table, CellTable>, t: Text): Grid {
  if (table.form === "questions") return questionGrid(table, t);
  if (table.form === "triggers") return triggerGrid(table, t);
  const { rows, cells } = table;
  return {
    heads: [{ id: rows.code, label: rows.label, unit: "text" }, text("subject", t)],
    figures: [share(t)],
    facets: [
      { id: "row", label: rows.label, options: optionsOf(cells.map(({ row }) => row)) },
      { id: "subject", label: t("column.subject"), options: optionsOf(cells.map(({ subject }) => subject)) },
    ],
    lines: cells.map(({ row, subject, reason, since, share }) => ({
      id: `${row.code}~${subject.code}`,
      heads: [row.label, subject.label],
      facets: { row: row.code, subject: subject.code },
      reason,
      since,
      values: [share],
    })),
    picture: "bars",
    drawn: [0],
  };
}

function questionGrid({ cells }: Extract<Table, { form: "questions" }>, t: Text): Grid {
  return {
    heads: [text("question", t), text("version", t)],
    figures: [
      { id: "asked", label: t("column.asked"), unit: "count" },
      ...ANSWERS.map((code): Column => ({ id: `answer_${code}`, label: t(`answer.${code}`), unit: "percent" })),
    ],
    facets: [versions(cells, t)],
    lines: cells.map(({ version, question, reason, since, asked, answers }) => ({
      id: `${version}~${question.code}`,
      heads: [question.label, version],
      facets: { version },
      reason,
      since,
      values: [asked, ...ANSWERS.map((_, place): Figure | null => answers?.[place] ?? null)],
    })),
    picture: "shares",
    drawn: ANSWERS.map((_, place) => place + 1), // after how many were asked
  };
}

function triggerGrid({ cells }: Extract<Table, { form: "triggers" }>, t: Text): Grid {
  const kindOf = (kind: string) => ({ code: kind, label: t(`trigger.${kind}`) });
  return {
    heads: [text("subject", t), text("kind", t), text("version", t)],
    figures: [share(t)],
    facets: [
      { id: "kind", label: t("facet.kind"), options: optionsOf(cells.map(({ kind }) => kindOf(kind))) },
      versions(cells, t),
    ],
    lines: cells.map(({ version, kind, subject, reason, since, share }) => ({
      id: `${version}~${kind}~${subject.code}`,
      heads: [subject.label, kindOf(kind).label, version],
      facets: { kind, version },
      reason,
      since,
      values: [share],
    })),
    picture: "bars",
    drawn: [0],
  };
}

const text = (id: string, t: Text): Column => ({ id, label: t(`column.${id}`), unit: "text" });
const share = (t: Text): Column => ({ id: "share", label: t("column.share"), unit: "percent" });

function versions(cells: readonly { readonly version: string }[], t: Text) {
  const options = optionsOf(cells.map(({ version }) => ({ code: version, label: version })));
  return { id: "version", label: t("column.version"), options };
}
