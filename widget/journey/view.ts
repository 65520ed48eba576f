/** What the answers mean, worked out by the engine: the same functions as the server's, run in the page. */
import {
  type AdaptedQuestionnaire,
  adapt,
  deductions,
  diagnose,
  explainResult,
  type Issue,
  type Answers as KnownAnswers,
  keepValidAnswers,
  type Model,
  parseProfile,
} from "../../questionnaires/engine/engine.ts";
import type { Explanation, Result } from "../../questionnaires/schema/result.ts";
import type { Answers, Profile, State } from "../state/state.ts";
import { toRaw } from "./raw-profile.ts";
import { type Step, stepsOf } from "./steps.ts";

export interface Diagnostic {
  readonly adapted: AdaptedQuestionnaire;
  readonly answers: KnownAnswers;
  readonly deduced: ReadonlyMap<string, { readonly from: string }>;
  readonly steps: readonly Step[];
  readonly result: Result;
  /** Why the result is what it is; worked out when first asked for. */
  readonly explanation: () => Explanation;
}

export type View =
  | { readonly ok: true; readonly value: Diagnostic }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A function that recalculates only when the profile or the answers have changed. */
export function createView(model: Model): (state: Pick<State, "profile" | "answers">) => View {
  let last: { profile: Profile; answers: Answers; view: View } | null = null;
  return ({ profile, answers }) => {
    if (last?.profile !== profile || last.answers !== answers) {
      last = { profile, answers, view: viewOf(model, profile, answers) };
    }
    return last.view;
  };
}

function viewOf(model: Model, profile: Profile, raw: Answers): View {
  const parsed = parseProfile(model, toRaw(model.questionnaire.profile, profile));
  if (!parsed.ok) return parsed;
  const adapted = adapt(model, parsed.value);
  const answers = keepValidAnswers(adapted, raw);
  const result = diagnose(adapted, answers);
  let explanation: Explanation | undefined;
  const value = {
    adapted,
    answers,
    deduced: deductions(adapted, answers),
    steps: stepsOf(adapted),
    result,
    explanation: () => {
      explanation ??= explainResult(adapted, answers, result);
      return explanation;
    },
  };
  return { ok: true, value };
}
