/** What the answers mean, worked out by the engine: the same functions as the server's, run in the page. */
import {
  type AdaptedQuestionnaire,
  adapt,
  deductions,
  diagnose,
  type Issue,
  type Answers as KnownAnswers,
  keepValidAnswers,
  type Model,
  parseProfile,
} from "../../questionnaires/engine/engine.ts";
import type { Result } from "../../questionnaires/schema/result.ts";
import type { Answers, Profile, State } from "../state/state.ts";
import { toRaw } from "./raw-profile.ts";
import { type Step, stepsOf } from "./steps.ts";

export interface Diagnostic {
  readonly adapted: AdaptedQuestionnaire;
  readonly answers: KnownAnswers;
  readonly deduced: ReadonlyMap<string, { readonly from: string }>;
  readonly steps: readonly Step[];
  readonly result: Result;
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
  const value = {
    adapted,
    answers,
    deduced: deductions(adapted, answers),
    steps: stepsOf(adapted),
    result: diagnose(adapted, answers, null),
  };
  return { ok: true, value };
}
