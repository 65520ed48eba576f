/** What the journey is told of the element that shows it. */
import type { CardReason } from "../host/card-reason.ts";
import type { Dispatch } from "../state/events.ts";
import type { State } from "../state/state.ts";
import type { Diagnostic } from "./view.ts";

/** What the element tells: its state, its attributes, and how to change the former. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly state: () => State;
  readonly read: () => Diagnostic | null;
  readonly dispatch: Dispatch;
  /** Gives the place of the diagnostic to a card with a link. */
  readonly refuse: (reason: CardReason) => void;
}
