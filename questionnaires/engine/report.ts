/** The result with everything that is said about it: what the API answers to a set of answers. */
import type { Report } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { cheapestSets } from "./cheapest.ts";
import { diagnose } from "./diagnose.ts";
import { explainResult } from "./explanation.ts";

export interface ReportRequest {
  /** The actions of the what-if; null for none. */
  readonly simulate: readonly string[] | null;
  /** Whether to say why, in sentences: it more than doubles the answer. */
  readonly explain: boolean;
  /** Whether to search the cheapest sets of actions: it takes longer than the rest. */
  readonly cheapest: boolean;
}

/** The result, with what was asked for besides. */
export function report(
  adapted: AdaptedQuestionnaire,
  answers: Answers,
  { simulate, explain, cheapest }: ReportRequest,
): Report {
  const result = diagnose(adapted, answers, simulate);
  return {
    ...result,
    explanation: explain ? explainResult(adapted, answers, result) : null,
    cheapest: cheapest ? cheapestSets(adapted, answers) : null,
  };
}
