/** What became of the answers of an older version, in words and lists. */
import type { ComponentChildren } from "preact";
import type { Told } from "../codes/carried.ts";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";
import { say } from "./words.ts";

export function Carried({ ui, told }: { readonly ui: Ui; readonly told: Told }) {
  const { from, to, kept, again, added, dropped } = told;
  return (
    <>
      <p>{say("carried.lead", { from, to, kept })}</p>
      <List ui={ui} title={say("carried.again", { count: again.length })} items={again}>
        {({ label, reason }) => (
          <>
            {label} <span class="said">{reason}</span>
          </>
        )}
      </List>
      <List ui={ui} title={say("carried.added", { count: added.length })} items={added}>
        {(label) => label}
      </List>
      <List ui={ui} title={say("carried.dropped", { count: dropped.length })} items={dropped}>
        {(label) => label}
      </List>
    </>
  );
}

interface ListProps<T> {
  readonly ui: Ui;
  readonly title: string;
  readonly items: readonly T[];
  readonly children: (item: T) => ComponentChildren;
}

function List<T>({ ui, title, items, children }: ListProps<T>) {
  if (items.length === 0) return null;
  return (
    <div>
      <Heading ui={ui} depth={2}>
        {title}
      </Heading>
      <ul>
        {items.map((item) => (
          <li key={JSON.stringify(item)}>{children(item)}</li>
        ))}
      </ul>
    </div>
  );
}
