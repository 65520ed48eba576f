/** What a release is asked to be. */
import type { Vocabulary } from "./vocabulary.ts";

export interface ReleaseRequest {
  readonly questionnaire: string;
  /** From 1, without a gap, for each questionnaire. */
  readonly number: number;
  /** Fewest contributions behind a cell. */
  readonly minimum: number;
  readonly vocabulary: Vocabulary;
}
