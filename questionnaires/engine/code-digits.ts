/**
 * The digits of a diagnostic code: what each profile variable and each answer may be, numbered from 0. The numbering is
 * part of every code ever given, so it follows the published order of options and never changes for a version.
 */
import type { Question, Variable } from "../schema/compiled.ts";
import { MAX_LEVEL } from "../schema/level.ts";
import { type AdaptedQuestionnaire, canBeNotApplicable } from "./adapt.ts";
import type { Answer } from "./answers.ts";

type Value = string | number | readonly string[];

/** The number of different values, absence included for an optional variable. */
export function variableRadix(variable: Variable): bigint {
  const absent = variable.optional ? 1n : 0n;
  if (variable.type === "integer")
    return absent + BigInt(variable.range ? variable.range.max - variable.range.min + 1 : 1);
  if (variable.type === "single") return absent + BigInt(variable.options.length);
  const { free, exclusive } = split(variable);
  return absent + (1n << BigInt(free.length)) - 1n + BigInt(exclusive.length);
}

/** The number of a value; absence is 0 where it is possible. */
export function variableDigit(variable: Variable, value: Value | undefined): bigint {
  if (value === undefined) return 0n;
  const first = variable.optional ? 1n : 0n;
  if (typeof value === "number") return first + BigInt(value - (variable.range?.min ?? 0));
  if (typeof value === "string") return first + BigInt(variable.options.findIndex((option) => option.value === value));
  const { free, exclusive } = split(variable);
  const alone = exclusive.findIndex((one) => value.includes(one));
  const subsets = (1n << BigInt(free.length)) - 1n;
  if (alone >= 0) return first + subsets + BigInt(alone);
  const mask = free.reduce((sum, one, index) => (value.includes(one) ? sum | (1n << BigInt(index)) : sum), 0n);
  return first + mask - 1n;
}

/** The value with this number; undefined = absent. The caller has checked that the number is below the radix. */
export function variableValue(variable: Variable, digit: bigint): Value | undefined {
  if (variable.optional && digit === 0n) return undefined;
  const index = digit - (variable.optional ? 1n : 0n);
  if (variable.type === "integer") return Number(index) + (variable.range?.min ?? 0);
  if (variable.type === "single") return variable.options[Number(index)]?.value;
  const { free, exclusive } = split(variable);
  const subsets = (1n << BigInt(free.length)) - 1n;
  if (index >= subsets) return exclusive.slice(Number(index - subsets), Number(index - subsets) + 1);
  return free.filter((_, bit) => ((index + 1n) >> BigInt(bit)) & 1n);
}

function split({ options }: Variable): { readonly free: readonly string[]; readonly exclusive: readonly string[] } {
  const values = (alone: boolean) => options.filter(({ exclusive }) => exclusive === alone).map(({ value }) => value);
  return { free: values(false), exclusive: values(true) };
}

/** What may be said of a displayed question, in order: nothing, the levels, then « nsp » and « na » where offered. */
export function answerChoices(adapted: AdaptedQuestionnaire, question: Question): readonly (Answer | undefined)[] {
  const choices: (Answer | undefined)[] = [undefined];
  for (let level = 0; level <= MAX_LEVEL; level++) choices.push(level);
  if (question.unknownAllowed) choices.push("nsp");
  if (canBeNotApplicable(adapted, question)) choices.push("na");
  return choices;
}
