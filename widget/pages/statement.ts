/** The pieces of a page that only says something: written once at build time, read without a script. */
import { type ComponentChildren, h, type JSX } from "preact";
import type { Text } from "../text/text.ts";
import type { Facts } from "./facts.ts";

/** What a folder of pages exports as `main` when its content is made from facts rather than written. */
export type Main = (t: Text, facts: Facts) => JSX.Element;

export function statement(title: string, ...content: ComponentChildren[]): JSX.Element {
  return h("article", { class: "statement" }, h("h1", null, title), ...content);
}

export function section(title: string, ...content: ComponentChildren[]): JSX.Element {
  return h("section", null, h("h2", null, title), ...content);
}

export function paragraph(...content: ComponentChildren[]): JSX.Element {
  return h("p", null, ...content);
}

/** Nothing at all for no item. */
export function list(items: readonly ComponentChildren[]): JSX.Element | null {
  if (items.length === 0) return null;
  return h(
    "ul",
    null,
    items.map((item) => h("li", null, item)),
  );
}

/** The first column heads its rows. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly ComponentChildren[])[],
): JSX.Element {
  return h(
    "table",
    null,
    h("caption", null, caption),
    h("thead", null, h("tr", null, ...heads.map((head) => h("th", { scope: "col" }, head)))),
    h(
      "tbody",
      null,
      ...rows.map(([first, ...others]) =>
        h("tr", null, h("th", { scope: "row" }, first), ...others.map((cell) => h("td", null, cell))),
      ),
    ),
  );
}

export function link(address: string, text: string): JSX.Element {
  return h("a", { href: address }, text);
}
