/**
 * A contribution calculated again from what is kept of it, by the engine, with its own version however old: no figure
 * was stored, so none can be wrong. Says why when it cannot be.
 */
import {
  type Answer,
  adapt,
  deductions,
  diagnose,
  type Model,
  parseAnswers,
  parseProfile,
} from "../../questionnaires/engine/engine.ts";
import type { Result } from "../../questionnaires/schema/result.ts";
import { type Contribution, readAnswers } from "../store/contribution.ts";

/** What statistics read of a contribution: everything but its random key. */
export type Kept = Omit<Contribution, "id" | "campaign">;

/** A contribution as it enters the counters. */
export interface Recalculated {
  readonly kept: Kept;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly result: Result;
  /** What counts for each question that was asked, deduced ones included. */
  readonly answers: ReadonlyMap<string, Answer>;
}

export type Unusable = "unknown-version" | "unreadable-profile" | "unreadable-answers" | "incomplete";

export type Recalculation =
  | { readonly ok: true; readonly value: Recalculated }
  | { readonly ok: false; readonly reason: Unusable };

/** How a version of a questionnaire is found; undefined when it is no longer there. */
export type FindModel = (questionnaire: string, version: string) => Model | undefined;

/** The result and the answers of a kept contribution, or why it must be set aside. */
export function recalculate(find: FindModel, kept: Kept): Recalculation {
  const model = find(kept.questionnaire, kept.version);
  if (model === undefined) return { ok: false, reason: "unknown-version" };
  const profile = parseProfile(model, parseJson(kept.profile));
  if (!profile.ok) return { ok: false, reason: "unreadable-profile" };
  const adapted = adapt(model, profile.value);
  const read = readAnswers(model, kept.answers);
  const answers = read === null ? null : parseAnswers(adapted, Object.fromEntries(read));
  if (answers === null || !answers.ok) return { ok: false, reason: "unreadable-answers" };
  const result = diagnose(adapted, answers.value);
  if (!result.complete) return { ok: false, reason: "incomplete" };
  const deduced = deductions(adapted, answers.value);
  const standing = new Map<string, Answer>();
  for (const { id } of adapted.displayed) {
    const counted = countedAnswer(id, answers.value, deduced);
    if (counted !== undefined) standing.set(id, counted);
  }
  return { ok: true, value: { kept, profile: profile.value.values, result, answers: standing } };
}

/** A deduced question is unknown when what implies it is, else at level 0 (rules 13, 14). */
function countedAnswer(
  id: string,
  answers: ReadonlyMap<string, Answer>,
  deduced: ReadonlyMap<string, { readonly from: string }>,
): Answer | undefined {
  const from = deduced.get(id)?.from;
  if (from === undefined) return answers.get(id);
  return countedAnswer(from, answers, deduced) === "nsp" ? "nsp" : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // parseProfile refuses it
  }
}
