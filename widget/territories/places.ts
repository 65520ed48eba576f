/** The territories that can be chosen, and the one that the profile of a structure already names. Pure. */
import { isObject } from "../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { CompletedProfile } from "../../questionnaires/schema/result.ts";

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly region: string;
}

/** The regions, by name, from what the server lists; none when it does not say. */
export function readPlaces(raw: unknown): readonly Place[] {
  return listed(raw)
    .flatMap(({ code, name, region }): Place[] => (region === null ? [] : [{ code, name, region }]))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The code of the level that serves every region, or null. */
export function nationalOf(raw: unknown): string | null {
  return listed(raw).find(({ region }) => region === null)?.code ?? null;
}

interface Listed {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
}

function listed(raw: unknown): readonly Listed[] {
  const list: readonly unknown[] = isObject(raw) && Array.isArray(raw.territories) ? raw.territories : [];
  return list.flatMap((one): Listed[] => {
    if (!isObject(one)) return [];
    const { code, name, region } = one;
    if (typeof code !== "string" || typeof name !== "string") return [];
    return typeof region === "string" || region === null ? [{ code, name, region }] : [];
  });
}

/** The territory of a structure: that of the department in its profile, whatever the questionnaire calls the variable. */
export function territoryOf(
  places: readonly Place[],
  { profile, regions }: Pick<Questionnaire, "profile" | "regions">,
  values: CompletedProfile,
): string | null {
  const departments = new Set(regions.flatMap((region) => region.departments));
  const variable = profile.find(
    ({ options }) => options.length > 0 && options.every(({ value }) => departments.has(value)),
  );
  const department = String(variable && values[variable.id]);
  const region = regions.find((one) => one.departments.includes(department));
  return places.find((place) => region !== undefined && place.region === region.code)?.code ?? null;
}
