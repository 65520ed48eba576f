/** A line of a page that shows only to the profiles it is written for. */
import type { Condition } from "./compiled.ts";

export interface ConditionalLine {
  /** `<section>.<name>`. */
  readonly id: string;
  readonly when: Condition;
  readonly text: string;
}
