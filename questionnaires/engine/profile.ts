/**
 * From what a person said of the establishment to a completed profile: defaults of its category, derived variables,
 * exposure, class, warnings. Refuses, with a pointer, whatever is missing or wrong; guesses nothing (rules 1–8).
 */
import type { QuestionnaireClass, Variable } from "../schema/compiled.ts";
import type { CompletedProfile } from "../schema/result.ts";
import { type Fact, type Facts, holds } from "./condition.ts";
import { message } from "./messages.ts";
import type { Model } from "./model.ts";
import { type Issue, isObject, type Outcome, outcome, pointer } from "./outcome.ts";
import { parseVariable } from "./variable.ts";

export interface ProfileState {
  readonly values: CompletedProfile;
  readonly derived: Readonly<Record<string, boolean>>;
  readonly facts: Facts;
  readonly exposure: number;
  readonly class: QuestionnaireClass;
  readonly warnings: readonly string[];
}

/** The completed profile, or every issue found: unknown variables first, then in the order of the variables. */
export function parseProfile(model: Model, raw: unknown): Outcome<ProfileState> {
  const { questionnaire } = model;
  if (!isObject(raw)) {
    const detail = message(questionnaire, "issue.profile.not-an-object");
    return { ok: false, issues: [{ pointer: pointer("profile"), code: "profile.not-an-object", detail }] };
  }
  const issues: Issue[] = [];
  for (const key of Object.keys(raw)) {
    if (model.variables.has(key)) continue;
    const detail = message(questionnaire, "issue.profile.unknown-variable", { id: key });
    issues.push({ pointer: pointer("profile", key), code: "profile.unknown-variable", detail });
  }
  const facts = new Map<string, Fact>();
  const values: Record<string, CompletedProfile[string]> = {};
  const contradictions: string[] = [];
  for (const variable of questionnaire.profile) {
    const byDefault = categoryDefault(model, variable, raw);
    const stated = Object.hasOwn(raw, variable.id) ? raw[variable.id] : undefined;
    const given = stated ?? byDefault;
    if (given === undefined) {
      if (!variable.optional) issues.push(missing(model, variable));
      continue;
    }
    const parsed = parseVariable(questionnaire, variable, given);
    if (!parsed.ok) {
      issues.push(...parsed.issues);
      continue;
    }
    facts.set(variable.id, parsed.value);
    values[variable.id] = parsed.value;
    if (byDefault !== undefined && byDefault !== parsed.value) {
      contradictions.push(contradiction(model, variable, byDefault));
    }
  }
  return outcome(complete(model, values, facts, contradictions), issues);
}

function complete(
  model: Model,
  values: CompletedProfile,
  facts: Map<string, Fact>,
  contradictions: readonly string[],
): ProfileState {
  const { questionnaire } = model;
  const derived: Record<string, boolean> = {};
  for (const { id, when } of questionnaire.derived) {
    derived[id] = holds(when, facts);
    facts.set(id, derived[id]);
  }
  let exposure = 0;
  for (const term of questionnaire.exposure) if (holds(term.when, facts)) exposure += term.points;
  const warnings = questionnaire.warnings.filter(({ when }) => holds(when, facts)).map(({ text }) => text);
  return {
    values,
    derived,
    facts,
    exposure,
    class: classOf(questionnaire.classes, exposure),
    warnings: [...contradictions, ...warnings],
  };
}

/** The first class, in file order, whose bound admits the exposure; null = no bound (rules 24). */
function classOf(classes: readonly QuestionnaireClass[], exposure: number): QuestionnaireClass {
  const found = classes.find(({ maxExposure }) => maxExposure === null || exposure <= maxExposure);
  if (!found) throw new Error("The build checks that the last class has no bound.");
  return found;
}

/** What the chosen category says of this variable; undefined when it says nothing (rules 2, 3). */
function categoryDefault(model: Model, variable: Variable, raw: Readonly<Record<string, unknown>>): string | undefined {
  if (variable.defaultFrom === null || !Object.hasOwn(raw, variable.defaultFrom)) return undefined;
  const code = raw[variable.defaultFrom];
  return typeof code === "string" ? model.categoryByCode.get(code)?.defaults[variable.id] : undefined;
}

function missing(model: Model, variable: Variable): Issue {
  const detail = message(model.questionnaire, "issue.profile.required", { label: variable.label });
  return { pointer: pointer("profile", variable.id), code: "profile.required", detail };
}

function contradiction(model: Model, variable: Variable, byDefault: string): string {
  const usual = variable.options.find(({ value }) => value === byDefault)?.label ?? byDefault;
  return message(model.questionnaire, "warning.category-default", { name: variable.name, usual });
}
