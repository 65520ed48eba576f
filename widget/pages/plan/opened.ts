/** A diagnostic opened from its code or from what the widget hands over: everything that the page calculates from. */
import {
  type AdaptedQuestionnaire,
  type Answers,
  adapt,
  diagnose,
  explainResult,
  keepValidAnswers,
  type Model,
  pack,
  parseProfile,
  unpack,
} from "../../../questionnaires/engine/engine.ts";
import type { Explanation, Result } from "../../../questionnaires/schema/result.ts";

export interface Opened {
  readonly code: string;
  readonly model: Model;
  readonly adapted: AdaptedQuestionnaire;
  readonly answers: Answers;
  readonly result: Result;
  /** Worked out when first asked for. */
  readonly explanation: () => Explanation;
}

/** Why a code opens nothing; the sentences are the words `refused.<reason>`. */
export type Refusal = "malformed" | "altered" | "unknown-questionnaire" | "unknown-version";

/** The diagnostic of a code of this model's version. */
export function openCode(model: Model, code: string): Opened | Refusal {
  const unpacked = unpack([model], code);
  return unpacked.ok ? open(unpacked.value.adapted, unpacked.value.answers) : unpacked.reason;
}

/** The diagnostic of a profile and answers, checked as if a stranger had typed them. */
export function openHandedOver(model: Model, profile: unknown, answers: unknown): Opened | Refusal {
  const parsed = parseProfile(model, profile);
  if (!parsed.ok || typeof answers !== "object" || answers === null) return "malformed";
  const adapted = adapt(model, parsed.value);
  return open(adapted, keepValidAnswers(adapted, answers as Readonly<Record<string, unknown>>)); // each one is checked there
}

function open(adapted: AdaptedQuestionnaire, answers: Answers): Opened {
  const result = diagnose(adapted, answers);
  let explained: Explanation | undefined;
  return {
    code: pack({ adapted, answers }),
    model: adapted.model,
    adapted,
    answers,
    result,
    explanation: () => {
      explained ??= explainResult(adapted, answers, result);
      return explained;
    },
  };
}
