/** The sentences the engine composes. The words live in the questionnaire's `messages`; here only their keys. */
import type { Questionnaire } from "../schema/compiled.ts";

/** Every key that the engine reads; the build refuses a questionnaire that lacks one. */
export const ENGINE_MESSAGES = [
  "issue.profile.not-an-object",
  "issue.profile.unknown-variable",
  "issue.profile.required",
  "issue.profile.not-text",
  "issue.profile.not-list",
  "issue.profile.not-integer",
  "issue.profile.out-of-range",
  "issue.profile.unknown-value",
  "issue.profile.empty",
  "issue.profile.duplicate",
  "issue.profile.exclusive",
  "issue.answers.not-an-object",
  "issue.answer.unknown-question",
  "issue.answer.hidden",
  "issue.answer.not-assessed",
  "issue.answer.invalid-value",
  "issue.answer.unknown-not-allowed",
  "issue.answer.not-applicable-not-allowed",
  "issue.answer.missing",
  "issue.simulate.not-a-list",
  "issue.simulate.unknown-action",
  "issue.simulate.not-text",
  "warning.category-default",
  "reason.asked",
  "reason.hidden",
  "condition.is",
  "condition.is-not",
  "condition.value",
  "condition.or",
  "condition.and",
  "condition.group",
  "explain.level",
  "explain.level.top",
  "explain.level.open",
  "explain.level.open-one",
  "explain.unknown",
  "explain.unknown.idle",
  "explain.cap",
  "explain.cap.idle",
  "explain.cap.open",
  "explain.list",
  "explain.answer",
  "explain.answer.unknown",
  "explain.answer.deduced",
  "explain.threshold",
  "explain.threshold.reached",
  "explain.threshold.missed",
  "explain.exposure",
  "explain.exposure.none",
  "explain.exposure.term",
  "explain.question.deduced",
  "explain.question.not-assessed",
  "explain.action",
  "explain.order.cap",
  "explain.order.priority",
  "explain.order.prerequisite",
  "explain.order.lever-first",
  "explain.order.lever-last",
  "code.malformed",
  "code.altered",
  "code.unknown-questionnaire",
  "code.unknown-version",
] as const;

export type EngineMessage = (typeof ENGINE_MESSAGES)[number];

/** The sentence of `key` with `{name}` replaced by `values.name`. */
export function message(
  questionnaire: Questionnaire,
  key: EngineMessage,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const template = questionnaire.messages[key] ?? key;
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A list inside a sentence: what stands between its items is a matter of language. */
export function listed(questionnaire: Questionnaire, items: readonly string[]): string {
  return items.join(message(questionnaire, "explain.list"));
}
