/** How to read a table: what its codes, bands and hidden cells mean. Folded on screen, whole on paper. */
import type { Table } from "../../releases/published.ts";
import type { Grid } from "./grid.ts";
import { say, sayNumber } from "./words.ts";

interface Props {
  readonly grid: Grid;
  readonly minimum: number;
  readonly form: Table["form"];
}

export function Legend({ grid, minimum, form }: Props) {
  const has = (id: string) => grid.figures.some((column) => column.id === id);
  const kinds = grid.facets.find(({ id }) => id === "kind")?.options.map(({ code }) => code) ?? [];
  const keys = [
    "protected",
    "bands",
    ...(has("n") ? ["n"] : []),
    ...(has("asked") ? ["asked"] : []),
    ...(has("score_median") ? ["quartiles"] : []),
    ...(grid.figures.some(({ unit }) => unit === "percent") ? ["shares"] : []),
    "since",
    ...["remainder", "total"].filter((kind) => form === "cells" && kinds.includes(kind)),
    ...(has("response_rate") ? ["rate"] : []),
  ];
  return (
    <details class="legend-words">
      <summary>{say("legend.title")}</summary>
      <dl>
        {keys.map((key) => (
          <div key={key}>
            <dt>{say(`legend.${key}.term`)}</dt>
            <dd>{say(`legend.${key}`, { minimum: sayNumber(minimum) })}</dd>
          </div>
        ))}
      </dl>
      <p>{say("legend.more")}</p>
    </details>
  );
}
