/**
 * The seam with the territories: what the sheet takes of one. Without territory, or without an answer
 * of the server, the sheet has its national contacts, which are its own words.
 */
import { isObject } from "../../../questionnaires/engine/engine.ts";
import { fetchJson, fetchList } from "../../territories/client.ts";
import { type Place, readPlaces } from "../../territories/places.ts";

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
  return readPlaces(await fetchList());
}

export async function localContacts(code: string | null): Promise<LocalContacts> {
  return code === null ? NATIONAL : readContacts(await fetchJson(`/api/v1/territories/${code}`));
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
