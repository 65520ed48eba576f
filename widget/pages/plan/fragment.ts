/**
 * The fragment of the page's address, which browsers never send: `#<code>&from=2026-11-22&done=3.12&planned=5.7~2027-01-15`.
 * Actions are written by their place, from 1, in the list of their version, which never changes once published.
 */
import { type Day, dayOf } from "./days.ts";
import type { Marks } from "./marks.ts";

export interface Fragment {
  /** A diagnostic code, not read yet; empty when there is none. */
  readonly code: string;
  readonly territory: string | null;
  readonly values: URLSearchParams;
}

const TERRITORY = /^[a-z][a-z0-9-]{0,19}$/;

/** What the fragment says, whatever it holds: what cannot be understood is left out. */
export function readFragment(hash: string): Fragment {
  const [code = "", ...rest] = hash.replace(/^#/, "").split("&");
  const values = new URLSearchParams(rest.join("&"));
  const territory = values.get("territory") ?? "";
  return { code: code.trim(), territory: TERRITORY.test(territory) ? territory : null, values };
}

/** The marks of a fragment, among these actions; an action both done and planned is done. */
export function readMarks({ values }: Fragment, actions: readonly string[], today: Day): Marks {
  const idAt = (place: string) => (/^\d{1,3}$/.test(place) ? actions[Number(place) - 1] : undefined);
  const parts = (name: string) => (values.get(name) ?? "").split(".").map((part) => part.split("~"));
  const done = new Set(parts("done").flatMap(([place = ""]) => idAt(place) ?? []));
  const planned = parts("planned").flatMap(([place = "", day = ""]) => {
    const id = idAt(place);
    return id === undefined || done.has(id) ? [] : [[id, dayOf(day)] as const];
  });
  return { from: dayOf(values.get("from") ?? "") ?? today, done, planned: new Map(planned) };
}

/** The fragment of a diagnostic and its marks, with its `#`; actions in the order of their list: one state, one text. */
export function writeFragment(
  code: string,
  marks: Marks,
  actions: readonly string[],
  territory: string | null,
): string {
  const places = (ids: Iterable<string>) =>
    [...ids]
      .map((id) => actions.indexOf(id))
      .filter((place) => place >= 0)
      .sort((a, b) => a - b);
  const done = places(marks.done).map((place) => place + 1);
  const planned = places(marks.planned.keys()).map((place) => {
    const day = marks.planned.get(actions[place] ?? "");
    return day ? `${place + 1}~${day}` : `${place + 1}`;
  });
  const parts = [
    code,
    `from=${marks.from}`,
    ...(done.length > 0 ? [`done=${done.join(".")}`] : []),
    ...(planned.length > 0 ? [`planned=${planned.join(".")}`] : []),
    ...(territory === null ? [] : [`territory=${territory}`]),
  ];
  return `#${parts.join("&")}`;
}
