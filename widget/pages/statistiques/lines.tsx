/** The table itself: the twin of the picture, and more: every line kept, hidden ones too, with their reason. */
import type { ReleaseHead, Table } from "../../releases/published.ts";
import type { Shown } from "./fragment.ts";
import type { Column, Grid, Line } from "./grid.ts";
import { sayValue } from "./say-value.ts";
import { say, sayDay, sayNumber, several } from "./words.ts";

interface Props {
  readonly head: ReleaseHead;
  readonly table: Table;
  readonly territory: string | null;
  readonly grid: Grid;
  /** Those that the filters keep, in their order. */
  readonly lines: readonly Line[];
  readonly drawn: readonly Line[];
  readonly shown: Shown;
  readonly show: (change: Partial<Shown>) => void;
}

export function Lines(props: Props) {
  const { head, table, territory, grid, lines, shown } = props;
  const kept = [...grid.facets].flatMap(({ id, label, options }) => {
    const option = options.find(({ code }) => code === shown.filters[id]);
    return option ? [say("lines.kept", { label, value: option.label })] : [];
  });
  const count = several("lines.count", lines.length, { all: sayNumber(grid.lines.length) });
  return (
    <>
      <p role="status" class="screen-only">
        {count}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
      <section class="frame" aria-label={say("lines.frame")} tabIndex={0}>
        <table>
          <caption>
            <span>
              {table.title}. {say("lines.caption", { ...head, date: sayDay(head.builtOn) })}{" "}
              {[
                ...kept,
                ...(territory === null ? [] : [say("lines.territory", { code: territory })]),
                ...(table.form === "cells" && table.population
                  ? [say("lines.population", { date: sayDay(table.population.extractedOn) })]
                  : []),
              ].join(" ")}{" "}
              <span class="print-only">{count}</span>
            </span>
          </caption>
          <thead>
            <tr>
              {[...grid.heads, ...grid.figures].map((column) => (
                <Header key={column.id} column={column} {...props} />
              ))}
              <th scope="col">{say("column.since")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.id} line={line} {...props} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** A press sorts by this column, from the largest figure or the first name; another turns it over; a third gives the order of the release. */
function Header({ column, shown: { sort }, show }: Props & { readonly column: Column }) {
  const { id, label, unit } = column;
  const first = unit !== "text";
  const now = sort?.column === id ? sort : null;
  const next = now === null ? { column: id, down: first } : now.down === first ? { column: id, down: !first } : null;
  return (
    <th
      scope="col"
      class={unit === "text" ? "name" : ""}
      aria-sort={now === null ? undefined : now.down ? "descending" : "ascending"}
    >
      <button type="button" class="sort" onClick={() => show({ sort: next })}>
        {label}
        <span aria-hidden="true">{now === null ? "" : now.down ? " ▼" : " ▲"}</span>
      </button>
    </th>
  );
}

function Row({ line, grid, drawn, shown, show }: Props & { readonly line: Line }) {
  const { id, heads, reason, since, values } = line;
  const [name = "", ...others] = heads;
  const tick = (on: boolean) => {
    const left = shown.ticked.filter((one) => one !== id);
    show({ ticked: on ? [...left, id] : left });
  };
  return (
    <tr class={drawn.includes(line) ? "drawn" : ""}>
      <th scope="row">
        {reason === null ? (
          <label class="tick">
            <input
              type="checkbox"
              class="screen-only"
              aria-label={say("lines.draw", { name: heads.join(", ") })}
              checked={shown.ticked.includes(id)}
              onChange={({ currentTarget }) => tick(currentTarget.checked)}
            />
            <span>{name}</span>
          </label>
        ) : (
          name
        )}
      </th>
      {others.map((head, place) => (
        <td class="name" key={grid.heads[place + 1]?.id}>
          {head}
        </td>
      ))}
      {reason === null ? (
        values.map((value, place) => (
          <td key={grid.figures[place]?.id}>{sayValue(value, grid.figures[place]?.unit ?? "count", say, sayNumber)}</td>
        ))
      ) : (
        <td colSpan={grid.figures.length} class="hidden-cell">
          {say(`reason.${reason}`)}
        </td>
      )}
      <td>{since === null ? say("value.none") : say("lines.since", { number: since })}</td>
    </tr>
  );
}
