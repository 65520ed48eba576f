/** What a profile becomes in the next version: values carried or mapped, never invented. */
import type { Migration, VariableFate } from "../schema/migration.ts";
import type { CompletedProfile } from "../schema/result.ts";

/**
 * The raw profile to give to `parseProfile` of the new version. A variable that is dropped or asked again is left out: the
 * new version then takes its category's default, as for anyone (rules 3), or says that an answer is missing.
 */
export function migrateProfile({ profile: fates }: Migration, profile: CompletedProfile): CompletedProfile {
  const entries = Object.entries(profile).flatMap(([id, value]) => {
    const carried = carry(fates[id], value);
    return carried === undefined ? [] : [[id, carried] as const];
  });
  return Object.fromEntries(entries);
}

function carry(fate: VariableFate | undefined, value: CompletedProfile[string]): CompletedProfile[string] | undefined {
  if (fate === undefined) return value;
  if (fate.fate !== "mapped") return undefined;
  const image = (one: string) => fate.values[one] ?? one;
  if (typeof value === "string") return image(value);
  // Two old values may share one image: a list holds it once.
  return typeof value === "number" ? value : [...new Set(value.map(image))];
}
