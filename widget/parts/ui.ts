/** What every component needs to speak and to act. */
import type { Dispatch } from "../state/events.ts";
import type { Text } from "../text/text.ts";

export interface Ui {
  readonly t: Text;
  readonly dispatch: Dispatch;
  /** The level of the screen's own heading, from the `heading-level` attribute; parts count from it. */
  readonly heading: number;
}
