/** The profile that the form asks for: what was chosen, then the category's default, then the first answer. */
import { type Model, type ProfileState, parseProfile } from "../engine/engine.ts";
import type { Variable } from "../schema/compiled.ts";

/** Always a whole profile, so that a list of questions can be shown at once; values that do not exist are ignored. */
export function chosenProfile(model: Model, query: URLSearchParams): ProfileState {
  const chosen = Object.fromEntries(
    model.questionnaire.profile.flatMap((variable) => {
      const value = chosenValue(variable, query.getAll(variable.id));
      return value === undefined ? [] : [[variable.id, value]];
    }),
  );
  const whole: Record<string, unknown> = { ...chosen };
  for (const variable of model.questionnaire.profile) {
    if (variable.optional || Object.hasOwn(chosen, variable.id) || hasDefault(model, variable, chosen)) continue;
    const first = variable.options[0]?.value;
    whole[variable.id] =
      variable.type === "multiple" ? [first] : variable.type === "single" ? first : variable.range?.min;
  }
  const parsed = parseProfile(model, whole);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ detail }) => detail).join(" "));
  return parsed.value;
}

function chosenValue(variable: Variable, given: readonly string[]): unknown {
  if (variable.type === "integer") {
    const number = Number(given[0]);
    const { min, max } = variable.range ?? { min: 0, max: 0 };
    return given[0] && Number.isInteger(number) && number >= min && number <= max ? number : undefined;
  }
  const known = variable.options.filter(({ value }) => given.includes(value));
  if (known.length === 0) return undefined;
  if (variable.type === "single") return known[0]?.value;
  const alone = known.find(({ exclusive }) => exclusive);
  return (alone && known.length > 1 ? known.filter(({ exclusive }) => !exclusive) : known).map(({ value }) => value);
}

function hasDefault(model: Model, { id, defaultFrom }: Variable, chosen: Readonly<Record<string, unknown>>): boolean {
  const code = defaultFrom === null ? undefined : chosen[defaultFrom];
  return typeof code === "string" && model.categoryByCode.get(code)?.defaults[id] !== undefined;
}
