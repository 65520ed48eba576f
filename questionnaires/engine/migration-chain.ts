/** From any version to any later one: the steps that lead there, and the diagnostic carried through them one by one. */
import type { Migration } from "../schema/migration.ts";
import type { Answers } from "./answers.ts";
import { type Migrated, migrate } from "./migrate.ts";
import type { Model } from "./model.ts";
import type { Outcome } from "./outcome.ts";
import { type ProfileState, parseProfile } from "./profile.ts";

/** The migrations to apply in order, none when the versions are the same, or null when no way leads there. */
export function migrationPath(
  migrations: readonly Migration[],
  questionnaire: string,
  from: string,
  to: string,
): readonly Migration[] | null {
  if (from === to) return [];
  const step = migrations.find((one) => one.questionnaire === questionnaire && one.from === from);
  if (!step) return null;
  const rest = migrationPath(
    migrations.filter((one) => one !== step), // so that a loop, which the build refuses, would end
    questionnaire,
    step.to,
    to,
  );
  return rest === null ? null : [step, ...rest];
}

/**
 * Carries a diagnostic along a path. `modelOf` gives the model of each version on the way. What is asked again keeps the reason
 * of the step that lost it; `dropped` names each question as the version that last asked it does.
 */
export function migrateAlong(
  path: readonly Migration[],
  modelOf: (version: string) => Model,
  profile: ProfileState,
  answers: Answers,
): Outcome<Migrated> {
  let state: Migrated = {
    profile: profile.values,
    answers: Object.fromEntries(answers),
    reAsk: [],
    dropped: [],
    added: [],
  };
  for (const step of path) {
    const from = modelOf(step.from);
    const parsed = parseProfile(from, state.profile);
    if (!parsed.ok) return parsed;
    const current = new Map(Object.entries(state.answers));
    const next = migrate(step, from, modelOf(step.to), parsed.value, current, state);
    if (!next.ok) return next;
    state = { ...next.value, dropped: [...state.dropped, ...next.value.dropped] };
  }
  return { ok: true, value: state };
}
