/** Asks our own server for territories. Null is what did not come: whoever asks goes on without it. */
import { isObject } from "../../questionnaires/engine/engine.ts";
import type { Territory } from "../../questionnaires/schema/territory.ts";

export function fetchList(): Promise<unknown> {
  return fetchJson("/api/v1/territories");
}

/** The territory of a code, or null. */
export async function fetchTerritory(code: string): Promise<Territory | null> {
  const raw = await fetchJson(`/api/v1/territories/${encodeURIComponent(code)}`);
  const whole = isObject(raw) && [raw.contacts, raw.services, raw.financing].every(Array.isArray);
  return whole ? (raw as unknown as Territory) : null; // our own server checked its items when it was built
}

export async function fetchJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
