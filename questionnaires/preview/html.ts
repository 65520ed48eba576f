/** Elements for the page: every text is escaped, nothing is built from strings of HTML. */
import { jsx } from "hono/jsx";
import { typeset } from "../compile/findings.ts";

export type View = ReturnType<typeof jsx>;
type Content = View | string | number | null | readonly (View | null)[];

/** One element; null children are left out, and texts get their no-break spaces. */
export function h(tag: string, props: Readonly<Record<string, unknown>> | null, ...children: readonly Content[]): View {
  const kept = children.flat().filter((child): child is View | string | number => child !== null);
  return jsx(
    tag,
    props === null ? {} : { ...props },
    ...kept.map((child) => (typeof child === "string" ? typeset(child) : child)),
  );
}
