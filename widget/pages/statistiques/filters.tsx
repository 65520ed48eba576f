/** What is kept of a table: by line, column, kind, by whether it is published, by the words of its names; and which figures. */
import { useState } from "preact/hooks";
import { MEASURES, type Measure } from "./cell-grid.ts";
import { isKept, SHOWN } from "./choose.ts";
import type { Shown } from "./fragment.ts";
import type { Grid } from "./grid.ts";
import { Select } from "./select.tsx";
import { say } from "./words.ts";

interface Props {
  readonly grid: Grid;
  readonly shown: Shown;
  readonly show: (change: Partial<Shown>) => void;
  /** Whether the table has several sets of figures to choose from. */
  readonly measured: boolean;
}

export function Filters({ grid, shown, show, measured }: Props) {
  const { filters, search } = shown;
  const keep = (id: string, code: string) => {
    const { [id]: _, ...others } = filters;
    show({ filters: code === "" ? others : { ...others, [id]: code } });
  };
  const published = ["published", "hidden"].map((code) => ({ code, label: say(`shown.${code}`) }));
  // Opened by a link that filters; then folded and unfolded by whoever reads.
  const [active] = useState(Object.keys(filters).length > 0 || search !== "");
  return (
    <form
      class="screen-only"
      aria-label={say("filters.title")}
      autocomplete="off"
      onSubmit={(event) => event.preventDefault()}
    >
      {measured && (
        <Select
          id="measure"
          label={say("filters.measure")}
          value={shown.measure}
          none={null}
          options={MEASURES.map((code) => ({ code, label: say(`measure.${code}`) }))}
          choose={(code) => show({ measure: code as Measure, sort: null })} // the list has nothing else
        />
      )}
      <details open={active} data-keep-closed>
        <summary>{say("filters.title")}</summary>
        <div class="choice-fields">
          {grid.facets
            .filter(({ options }) => options.length > 1)
            .map((facet) => (
              <Select
                key={facet.id}
                id={`in-${facet.id}`}
                label={facet.label}
                value={isKept(facet, filters) ? (filters[facet.id] ?? "") : ""}
                none={say("filters.all")}
                options={facet.options}
                choose={(code) => keep(facet.id, code)}
              />
            ))}
          <Select
            id="in-shown"
            label={say("filters.shown")}
            value={filters[SHOWN] ?? ""}
            none={say("filters.all")}
            options={published}
            choose={(code) => keep(SHOWN, code)}
          />
          <p class="choice-field">
            <label for="search">{say("filters.search")}</label>
            <input
              id="search"
              class="box"
              type="search"
              value={search}
              onInput={({ currentTarget }) => show({ search: currentTarget.value })}
            />
          </p>
        </div>
        <button type="button" class="second" onClick={() => show({ filters: {}, search: "" })}>
          {say("filters.reset")}
        </button>
      </details>
    </form>
  );
}
