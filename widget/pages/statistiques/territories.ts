/** The territories whose lines may be read alone; none where the server does not say. */
import type { TerritoryList } from "../../../questionnaires/schema/territory.ts";
import type { Outcome } from "../../releases/client.ts";

export type Territory = TerritoryList["territories"][number];

export async function readTerritories(get: typeof fetch): Promise<Outcome<readonly Territory[]>> {
  try {
    const response = await get("/api/v1/territories", { credentials: "omit" });
    const { territories } = (await response.json()) as TerritoryList; // our own server wrote it
    return { ok: true, value: territories };
  } catch {
    return { ok: false, refusal: "offline", detail: null };
  }
}
