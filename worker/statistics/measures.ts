/** The names of what is counted in a cell. One place writes them and reads them. */

/** Points of one bin of the score's distribution (issue: 5-point bins); the last bin holds 100 alone. */
export const BIN_POINTS = 5;

/** Sums of scores are kept in hundredths of a point, the precision of a result: whole numbers add up exactly. */
export const SUM_SCALE = 100;

export const MEASURES = {
  count: "n",
  /** Contributions that a deletion has taken away, since the beginning: not part of a rebuild. */
  removed: "removed",
  scoreSum: "score",
  bin: (score: number) => `bin:${Math.floor(score / BIN_POINTS)}`,
  level: (level: number) => `level:${level}`,
  domainCount: (id: string) => `domain:${id}:n`,
  domainSum: (id: string) => `domain:${id}:sum`,
  answer: (answer: number | string) => `answer:${answer}`,
} as const;

/** What an `actions` row is about. */
export type TriggerKind = "action" | "alert" | "cap";

/** Every kind, in the order of the table. */
export const TRIGGER_KINDS: readonly TriggerKind[] = ["action", "alert", "cap"];
