/** A heading that fits the host page's outline; a screen's own heading can receive the focus. */
import type { ComponentChildren } from "preact";
import type { Ui } from "./ui.ts";

interface Props {
  readonly ui: Ui;
  /** 0 for the screen's heading, 1 for a section, 2 for a part of it. */
  readonly depth?: number;
  readonly id?: string;
  readonly children: ComponentChildren;
}

export function Heading({ ui, depth = 0, id, children }: Props) {
  const focusable = depth === 0 ? { tabIndex: -1, "data-heading": "" } : {};
  const level = Math.min(6, ui.heading + depth);
  const Tag = `h${level}` as "h2"; // between h1 and h6
  return (
    <Tag class={`h${depth}`} id={id} {...focusable}>
      {children}
    </Tag>
  );
}
