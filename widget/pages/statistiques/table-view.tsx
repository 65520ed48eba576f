/** One table of a release: what to keep of it, its picture, itself, and how to read it. */
import type { ReleaseHead, Table } from "../../releases/published.ts";
import { cellGrid } from "./cell-grid.ts";
import { chooseLines, drawnLines } from "./choose.ts";
import { mostOf } from "./drawing.ts";
import { Figure } from "./figure.tsx";
import { Filters } from "./filters.tsx";
import type { Shown } from "./fragment.ts";
import { Legend } from "./legend.tsx";
import { Lines } from "./lines.tsx";
import { shareGrid } from "./share-grid.ts";
import { say } from "./words.ts";

export interface TableProps {
  readonly head: ReleaseHead;
  readonly table: Table;
  /** Only its lines were asked for; null = all. */
  readonly territory: string | null;
  readonly shown: Shown;
  readonly show: (change: Partial<Shown>) => void;
}

export function TableView({ head, table, territory, shown, show }: TableProps) {
  const grid = table.form === "cells" ? cellGrid(table, shown.measure, say) : shareGrid(table, say);
  const lines = chooseLines(grid, shown);
  const drawn = drawnLines(lines, shown.ticked, mostOf(grid));
  return (
    <section class="table-view" aria-labelledby="table-title">
      <h2 id="table-title">{table.title}</h2>
      <Filters key={table.id} grid={grid} shown={shown} show={show} measured={table.form === "cells"} />
      <Figure head={head} grid={grid} lines={drawn} />
      <Lines {...{ head, table, territory, grid, lines, shown, show }} drawn={drawn} />
      <Legend grid={grid} minimum={head.minimum} form={table.form} />
      <p class="buttons screen-only">
        <button type="button" class="second" onClick={() => print()}>
          {say("print")}
        </button>
      </p>
    </section>
  );
}
