/** What a person is told after an older code was carried to today's questions: what is kept, what is asked again and why. */
import type { OpenedCode } from "./open-code.ts";

export interface Told {
  /** Versions, older then newer. */
  readonly from: string;
  readonly to: string;
  /** Answers that stand, as they were or mapped with certainty. */
  readonly kept: number;
  /** Texts of questions, in display order. */
  readonly again: readonly { readonly label: string; readonly reason: string }[];
  readonly added: readonly string[];
  /** As the older version asked them. */
  readonly dropped: readonly string[];
}

/** Null when nothing was carried: the code is of the version shown. */
export function toldOf({ own, current, carried }: OpenedCode): Told | null {
  if (!carried) return null;
  const older = own.adapted.model;
  const newer = current.adapted.model;
  const label = (id: string) => newer.questionById.get(id)?.label ?? older.questionById.get(id)?.label ?? id;
  return {
    from: older.questionnaire.version,
    to: newer.questionnaire.version,
    kept: current.answers.size,
    again: carried.reAsk.map(({ id, reason }) => ({ label: label(id), reason })),
    added: carried.added.map(label),
    dropped: carried.dropped.map((id) => older.questionById.get(id)?.label ?? label(id)),
  };
}
