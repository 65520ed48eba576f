/** Where the focus goes after a change: the new screen's heading, or the summary of errors. */
import { type State, screenKey } from "../state/state.ts";

export function moveFocus(root: ShadowRoot, before: State, after: State): void {
  // The waiting screen gave way, with the button that may have held the focus.
  const waited = before.loading !== after.loading && after.screen.name === "overview";
  if (screenKey(before.screen) !== screenKey(after.screen) || waited) focusOn(root, "[data-heading]");
  else if (before.refusals !== after.refusals) focusOn(root, "[data-errors]");
}

export function focusOn(root: ShadowRoot, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.focus();
}
