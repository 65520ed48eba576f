/** Everything known of whom one may ask for help: the regions to choose from, the chosen one, and the national level. */
import type { Territory } from "../../questionnaires/schema/territory.ts";
import { fetchList, fetchTerritory } from "./client.ts";
import { nationalOf, type Place, readPlaces } from "./places.ts";

export interface Help {
  /** `failed`: something that should have come did not; what did come is there all the same. */
  readonly status: "waiting" | "ready" | "failed";
  readonly places: readonly Place[];
  readonly territory: Territory | null;
  readonly national: Territory | null;
}

export const WAITING: Help = { status: "waiting", places: [], territory: null, national: null };

/** What was asked of the server. */
export interface Ask {
  readonly list: () => Promise<unknown>;
  readonly territory: (code: string) => Promise<Territory | null>;
}

export const SERVER: Ask = { list: fetchList, territory: fetchTerritory };

/** `choose`: the code of the territory, once the list of regions is known; null for the national level alone. */
export async function loadHelp(choose: (places: readonly Place[]) => string | null, ask: Ask = SERVER): Promise<Help> {
  const list = await ask.list();
  const places = readPlaces(list);
  const level = nationalOf(list);
  const code = known(choose(places), places, list);
  const [territory, national] = await Promise.all([get(code, ask), get(level, ask)]);
  const missing = list === null || (code !== null && territory === null) || (level !== null && national === null);
  return { status: missing ? "failed" : "ready", places, territory, national };
}

/** A code that the server does not list is none; without its list, it may still be there. */
function known(code: string | null, places: readonly Place[], list: unknown): string | null {
  return list === null || places.some((place) => place.code === code) ? code : null;
}

function get(code: string | null, ask: Ask): Promise<Territory | null> {
  return code === null ? Promise.resolve(null) : ask.territory(code);
}
