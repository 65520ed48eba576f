/**
 * The diagnostic code: version, profile and answers in one short text that can be kept, shared and compared without any
 * account or storage (design §3). One diagnostic has one code; any other text is refused, never read as another one.
 */
import { type AdaptedQuestionnaire, adapt } from "./adapt.ts";
import type { Answer, Answers } from "./answers.ts";
import { answerChoices, variableDigit, variableRadix, variableValue } from "./code-digits.ts";
import { readCode, writeCode } from "./code-text.ts";
import type { Model } from "./model.ts";
import { parseProfile } from "./profile.ts";

export interface Diagnostic {
  readonly adapted: AdaptedQuestionnaire;
  readonly answers: Answers;
}

/** Why a code is refused. The sentences are the messages `code.<reason>`. */
export type CodeRefusal = "malformed" | "altered" | "unknown-questionnaire" | "unknown-version";

export type Unpacked =
  | { readonly ok: true; readonly value: Diagnostic }
  | { readonly ok: false; readonly reason: CodeRefusal };

/** The code of a diagnostic, whole or in progress. Answers to questions that are not displayed are not kept. */
export function pack({ adapted, answers }: Diagnostic): string {
  const { questionnaire } = adapted.model;
  let payload = 0n;
  let unit = 1n;
  const put = (digit: bigint, radix: bigint) => {
    payload += digit * unit;
    unit *= radix;
  };
  for (const variable of questionnaire.profile) {
    put(variableDigit(variable, adapted.profile.values[variable.id]), variableRadix(variable));
  }
  for (const question of adapted.displayed) {
    const choices = answerChoices(adapted, question);
    put(BigInt(choices.indexOf(answers.get(question.id))), BigInt(choices.length));
  }
  return writeCode({ questionnaire: questionnaire.id, version: questionnaire.version, payload });
}

/** The diagnostic of a code, among the models known here; or why not. Hostile text costs no more than a real code. */
export function unpack(models: readonly Model[], code: string): Unpacked {
  const text = readCode(code);
  if (typeof text === "string") return { ok: false, reason: text };
  const named = models.filter(({ questionnaire }) => questionnaire.id === text.questionnaire);
  if (named.length === 0) return { ok: false, reason: "unknown-questionnaire" };
  const model = named.find(({ questionnaire }) => questionnaire.version === text.version);
  if (!model) return { ok: false, reason: "unknown-version" };
  const value = diagnosticOf(model, text.payload);
  return value ? { ok: true, value } : { ok: false, reason: "altered" };
}

/** Null when the number is not one that `pack` writes, as of a forged code with a right checksum. */
function diagnosticOf(model: Model, payload: bigint): Diagnostic | null {
  let rest = payload;
  const take = (radix: bigint): bigint => {
    const digit = rest % radix;
    rest /= radix;
    return digit;
  };
  const values = model.questionnaire.profile.map(
    (variable) => [variable.id, variableValue(variable, take(variableRadix(variable)))] as const,
  );
  const profile = parseProfile(model, Object.fromEntries(values));
  if (!profile.ok) return null;
  const adapted = adapt(model, profile.value);
  const answers = new Map<string, Answer>();
  for (const question of adapted.displayed) {
    const choices = answerChoices(adapted, question);
    const answer = choices[Number(take(BigInt(choices.length)))];
    if (answer !== undefined) answers.set(question.id, answer);
  }
  return rest === 0n ? { adapted, answers } : null;
}
