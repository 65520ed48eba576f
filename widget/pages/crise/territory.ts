/**
 * The seam with the territories: what the sheet takes of one, and how it finds it. Without territory, or without an answer
 * of the server, the sheet has its national contacts, which are its own words.
 */
import { isObject } from "../../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import type { CompletedProfile } from "../../../questionnaires/schema/result.ts";

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
}

export interface LocalContacts {
  /** Whom to call during an attack. */
  readonly emergency: readonly LocalContact[];
  /** The authority to inform, by its name in this territory. */
  readonly authority: LocalContact | null;
}

export interface LocalContact {
  readonly name: string;
  readonly purpose: string;
  readonly phone: string | null;
}

export const NATIONAL: LocalContacts = { emergency: [], authority: null };

/** More would not fit on the page. */
const MOST = 2;

/** The regions that have contacts, by name; none when the server does not say. */
export async function listPlaces(): Promise<readonly Place[]> {
  return readPlaces(await fetchJson("/api/v1/territories"));
}

export async function localContacts(code: string | null): Promise<LocalContacts> {
  return code === null ? NATIONAL : readContacts(await fetchJson(`/api/v1/territories/${code}`));
}

async function fetchJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export function readPlaces(raw: unknown): readonly Place[] {
  const list = isObject(raw) && Array.isArray(raw.territories) ? raw.territories : [];
  return list
    .flatMap((one): Place[] =>
      isObject(one) && typeof one.code === "string" && typeof one.name === "string" && typeof one.region === "string"
        ? [{ code: one.code, name: one.name, region: one.region }]
        : [],
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Only names that were seen in a source go on a sheet that is called from in an emergency. */
export function readContacts(raw: unknown): LocalContacts {
  const list = isObject(raw) && Array.isArray(raw.contacts) ? raw.contacts : [];
  const of = (kind: string) =>
    list.flatMap((one): LocalContact[] =>
      isObject(one) && one.kind === kind && one.verified === true && typeof one.name === "string"
        ? [{ name: one.name, purpose: textOf(one.purpose) ?? "", phone: textOf(one.phone) }]
        : [],
    );
  return { emergency: of("emergency").slice(0, MOST), authority: of("authority")[0] ?? null };
}

function textOf(raw: unknown): string | null {
  return typeof raw === "string" ? raw : null;
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
