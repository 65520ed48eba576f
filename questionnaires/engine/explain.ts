/**
 * Why a question is asked or not, in words: sentences composed from its condition, the labels of the variables and the
 * questionnaire's messages (law 9, rules 12). Only the parts that decide are told.
 */
import type { Condition, Question } from "../schema/compiled.ts";
import { holds } from "./condition.ts";
import { message } from "./messages.ts";
import type { Model } from "./model.ts";
import type { ProfileState } from "./profile.ts";

type Atom = Extract<Condition, { readonly var: string }>;

/** Why a question that does not apply is not asked: the conditions that are not met. */
export function hiddenReason(model: Model, profile: ProfileState, question: Question): string {
  const conditions = deciding(question.when, profile, false);
  return message(model.questionnaire, "reason.hidden", { conditions: phrase(model, conditions, false) });
}

/** Why a conditional question is asked: the conditions that are met; undefined when everyone is asked. */
export function askedReason(model: Model, profile: ProfileState, question: Question): string | undefined {
  if (question.when === true) return undefined;
  const conditions = deciding(question.when, profile, true);
  return message(model.questionnaire, "reason.asked", { conditions: phrase(model, conditions, false) });
}

/** A condition that holds, in words: only the parts that the profile meets. */
export function phraseOf(model: Model, profile: ProfileState, condition: Condition): string {
  return phrase(model, deciding(condition, profile, true), false);
}

/** The parts of a condition that make it what it is: of a failed « all » the failed ones, of a met « any » the met ones. */
function deciding(condition: Condition, profile: ProfileState, value: boolean): Condition {
  const decides = (part: Condition) => holds(part, profile.facts) === value;
  if (condition === true) return condition;
  if ("var" in condition) return value ? matching(condition, profile) : condition;
  if ("not" in condition) return { not: deciding(condition.not, profile, !value) };
  const parts = ("all" in condition ? condition.all : condition.any).filter(decides);
  const kept = parts.map((part) => deciding(part, profile, value));
  return "all" in condition ? { all: kept } : { any: kept };
}

/** Of the values listed, those the profile really has. */
function matching(condition: Atom, profile: ProfileState): Atom {
  return {
    var: condition.var,
    in: condition.in.filter((one) => holds({ var: condition.var, in: [one] }, profile.facts)),
  };
}

/** A condition in words; `negated` is carried down to the variables, as De Morgan has it. */
function phrase(model: Model, condition: Condition, negated: boolean): string {
  if (condition === true) return "";
  if ("not" in condition) return phrase(model, condition.not, !negated);
  if ("var" in condition) return atom(model, condition.var, condition.in, negated);
  const conjunction = "all" in condition !== negated;
  const parts = "all" in condition ? condition.all : condition.any;
  if (parts.length === 1 && parts[0] !== undefined) return phrase(model, parts[0], negated);
  const words = parts.map((part) => {
    const inner = phrase(model, part, negated);
    return isCompound(part) ? message(model.questionnaire, "condition.group", { inner }) : inner;
  });
  return words.join(` ${message(model.questionnaire, conjunction ? "condition.and" : "condition.or")} `);
}

/** Whether its words need brackets inside another condition: several parts, or several values. */
function isCompound(condition: Condition): boolean {
  if (condition === true) return false;
  if ("var" in condition) return condition.in.length > 1;
  if ("not" in condition) return isCompound(condition.not);
  return ("all" in condition ? condition.all : condition.any).length > 1;
}

function atom(model: Model, id: string, values: readonly (string | boolean)[], negated: boolean): string {
  const { questionnaire } = model;
  const derived = questionnaire.derived.find((candidate) => candidate.id === id);
  if (derived) return values.includes(true) !== negated ? derived.label : derived.labelNot;
  const variable = model.variables.get(id);
  const labels = values.map((value) => {
    const label = variable?.options.find((option) => option.value === value)?.label ?? String(value);
    return message(questionnaire, "condition.value", { label });
  });
  const list = labels.join(` ${message(questionnaire, "condition.or")} `);
  const name = variable?.name ?? id;
  return message(questionnaire, negated ? "condition.is-not" : "condition.is", { name, values: list });
}
