/** Parses the value of one profile variable: a known option, a list of known options, or an integer in range. */
import type { Questionnaire, Variable } from "../schema/compiled.ts";
import { type EngineMessage, message } from "./messages.ts";
import { type Outcome, pointer } from "./outcome.ts";

type Value = string | number | readonly string[];

/** The value in its canonical form (lists in option order, rules 4), or what is wrong with it. */
export function parseVariable(questionnaire: Questionnaire, variable: Variable, raw: unknown): Outcome<Value> {
  const refuse: Refuse = (reason, wrong = {}) => {
    const values = { label: variable.label, ...variable.range, ...wrong };
    const detail = message(questionnaire, `issue.profile.${reason}`, values);
    return { ok: false, issues: [{ pointer: pointer("profile", variable.id), code: `profile.${reason}`, detail }] };
  };
  if (variable.type === "integer") return parseInteger(variable, raw, refuse);
  if (variable.type === "multiple") return parseList(variable, raw, refuse);
  if (typeof raw !== "string") return refuse("not-text");
  return isOption(variable, raw) ? { ok: true, value: raw } : refuse("unknown-value", { value: raw.slice(0, SHOWN) });
}

/** How much of a wrong value a message repeats, in characters: enough to recognise it. */
const SHOWN = 40;

type Reason = EngineMessage extends infer K ? (K extends `issue.profile.${infer R}` ? R : never) : never;
type Refuse = (reason: Reason, wrong?: { readonly value?: string }) => Outcome<Value>;

function parseInteger(variable: Variable, raw: unknown, refuse: Refuse): Outcome<Value> {
  if (!Number.isInteger(raw)) return refuse("not-integer");
  const value = Number(raw) + 0; // −0 is legal JSON; it is 0
  const { min, max } = variable.range ?? { min: 0, max: Number.MAX_SAFE_INTEGER };
  return value >= min && value <= max ? { ok: true, value } : refuse("out-of-range");
}

function parseList(variable: Variable, raw: unknown, refuse: Refuse): Outcome<Value> {
  if (!Array.isArray(raw)) return refuse("not-list");
  if (raw.length === 0) return refuse("empty");
  for (const item of raw) {
    if (typeof item !== "string") return refuse("not-list");
    if (!isOption(variable, item)) return refuse("unknown-value", { value: item.slice(0, SHOWN) });
  }
  if (new Set(raw).size !== raw.length) return refuse("duplicate");
  const chosen = variable.options.filter(({ value }) => raw.includes(value));
  if (chosen.length > 1 && chosen.some(({ exclusive }) => exclusive)) return refuse("exclusive");
  return { ok: true, value: chosen.map(({ value }) => value) };
}

function isOption(variable: Variable, value: string): boolean {
  return variable.options.some((option) => option.value === value);
}
