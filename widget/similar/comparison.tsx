/** The comparison in words, then as tables: one's own score and domains beside those of establishments alike. */
import variables from "virtual:dimensions";
import { type Context, domainLabel } from "../journey/context.ts";
import { Heading } from "../parts/heading.tsx";
import type { Cell, CellTable } from "../releases/published.ts";
import { longDay } from "../text/long-day.ts";
import { formatScore } from "../text/score.ts";
import type { Text } from "../text/text.ts";
import { everybody, type Match, matchIn } from "./dimensions.ts";
import { Groups } from "./groups.tsx";
import type { Read } from "./read.ts";
import { sayFigure } from "./say.ts";
import { standingOf } from "./standing.ts";

interface Props {
  readonly context: Context;
  readonly read: Read;
  readonly territory: string | null;
  readonly say: Text;
}

/** A group whose figures are shown, and its name. */
export interface Group {
  readonly name: string;
  readonly cell: Cell;
  /** Why a wider group stands for the exact one; null when it does not. */
  readonly instead: string | null;
}

export function Comparison({ context, read, territory, say }: Props) {
  const { ui, model, seen } = context;
  const { language } = model.questionnaire;
  const { release, tables } = read;
  const place = { profile: seen.adapted.profile.values, territory, variables };
  const groups = tables.flatMap((table) => {
    const match = matchIn(table, place);
    return match ? [groupOf(table, match, say)] : [];
  });
  const total = tables.map(everybody).find((cell) => cell !== null);
  const all = total ? [...groups, { name: say("everybody"), cell: total, instead: null }] : groups;
  const closest = all.find(({ cell }) => cell.figures !== null);
  const { score } = seen.result;
  const standing = score === null || !closest?.cell.figures ? null : standingOf(score, closest.cell.figures);
  const date = longDay(release?.builtOn ?? "", language);
  return (
    <div class="similar">
      <div tabIndex={-1} data-title="">
        <Heading ui={ui} depth={1}>
          {say("title")}
        </Heading>
      </div>
      <p>{say("lead", { number: release?.number ?? "", date, minimum: release?.minimum ?? "" })}</p>
      {closest === undefined && <p class="notice">{say("all-hidden")}</p>}
      {closest && standing && (
        <p>
          <strong>
            {say(`standing.${standing}`, {
              score: score === null ? "" : formatScore(score, language),
              name: closest.name,
            })}
          </strong>
        </p>
      )}
      <Groups groups={all} own={seen.result} read={read} language={language} say={say} />
      {closest && <Domains context={context} group={closest} say={say} />}
      <p class="notice">{say("notice")}</p>
    </div>
  );
}

function groupOf(table: CellTable, { cell, wider }: Match, say: Text): Group {
  const instead = wider && say("instead", { name: nameOf(table, cell, say) });
  return { name: nameOf(table, wider ?? cell, say), cell: wider ?? cell, instead };
}

/** « Public accompagné : Handicap adultes ; Soins : Non »; a margin says nothing of what it sums. */
function nameOf({ rows, columns }: CellTable, { row, column }: Cell, say: Text): string {
  const parts = [
    ...(row.code === "total" ? [] : [{ label: rows.label, value: row.label }]),
    ...(columns && column && column.code !== "total" ? [{ label: columns.label, value: column.label }] : []),
  ];
  const [first = "", second] = parts.map((part) => say("name.part", part));
  return second === undefined ? first : say("name.joined", { first, second });
}

interface DomainsProps {
  readonly context: Context;
  readonly group: Group;
  readonly say: Text;
}

function Domains({ context, group: { name, cell }, say }: DomainsProps) {
  const { model, seen } = context;
  const { language } = model.questionnaire;
  const own = (score: number | null) => (score === null ? say("none") : formatScore(score, language));
  return (
    <table>
      <caption>{say("domains.caption", { name, n: cell.figures?.n ?? "" })}</caption>
      <thead>
        <tr>
          <th scope="col">{say("domains.domain")}</th>
          <th scope="col">{say("domains.own")}</th>
          <th scope="col">{say("domains.mean")}</th>
        </tr>
      </thead>
      <tbody>
        {seen.result.domains.map(({ id, score }) => (
          <tr key={id}>
            <th scope="row">{domainLabel(context, id)}</th>
            <td>{own(score)}</td>
            <td>{sayFigure(cell.figures?.domains[id] ?? null, language, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
