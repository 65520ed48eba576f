/** What the page around may know: that the diagnostic is ready, begun, at which step, finished. Never an answer. */
import { type State, screenKey } from "../state/state.ts";

type Name = "ready" | "start" | "step" | "error" | "complete";

export function announce(element: HTMLElement, name: Name, detail: object = {}): void {
  element.dispatchEvent(new CustomEvent(`diagcyber:${name}`, { bubbles: true, composed: true, detail }));
}

export function announceChange(element: HTMLElement, before: State, { screen, loading }: State): void {
  if (loading !== before.loading && loading === "failed") announce(element, "error", { reason: "loading" });
  if (screenKey(before.screen) === screenKey(screen)) return;
  if (before.screen.name === "start") announce(element, "start");
  announce(element, "step", { screen: screen.name, page: screen.page });
}
