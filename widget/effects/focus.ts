/** Where the focus goes after a change: the new screen's heading, or the summary of errors. */
import { type State, screenKey } from "../state/state.ts";

/** `waiting`: the waiting screen was shown; when it changes or gives way, so does the button that may have held the focus. */
export function moveFocus(root: ShadowRoot, before: State, after: State, waiting: boolean): void {
  const waited = waiting && before.loading !== after.loading;
  if (screenKey(before.screen) !== screenKey(after.screen) || waited) focusOn(root, "[data-heading]");
  else if (before.refusals !== after.refusals) focusOn(root, "[data-errors]");
}

export function focusOn(root: ShadowRoot, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.focus();
}
