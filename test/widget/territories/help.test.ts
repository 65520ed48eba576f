/** Territories in the page: what is known of whom to ask, whatever arrives and whatever does not. */
import { describe, expect, it } from "vitest";
import type { Territory } from "../../../questionnaires/schema/territory.ts";
import { loadHelp } from "../../../widget/territories/help.ts";

const list = {
  territories: [
    { code: "paca", name: "Provence-Alpes-Côte d’Azur", region: "93" },
    { code: "ara", name: "Auvergne-Rhône-Alpes", region: "84" },
    { code: "national", name: "France entière", region: null },
  ],
};
const named = (code: string) => ({ code }) as Territory;
const server = {
  list: async () => list as unknown,
  territory: async (code: string) => named(code) as Territory | null,
};

describe("the help of a territory", () => {
  it("is the chosen region's and the national level's, with the regions to choose from by name", async () => {
    const help = await loadHelp(() => "paca", server);
    expect(help.status).toBe("ready");
    expect(help.places.map(({ code }) => code)).toEqual(["ara", "paca"]);
    expect([help.territory?.code, help.national?.code]).toEqual(["paca", "national"]);
  });

  it("is the national level's alone without a region, or with one that the server does not list", async () => {
    for (const code of [null, "null", "atlantide"]) {
      const help = await loadHelp(() => code, server);
      expect([help.status, help.territory, help.national?.code]).toEqual(["ready", null, "national"]);
    }
  });

  it("says what did not arrive, and keeps what did", async () => {
    const without = (lost: string) => async (code: string) => (code === lost ? null : named(code));
    const local = await loadHelp(() => "ara", { ...server, territory: without("national") });
    expect([local.status, local.territory?.code, local.national]).toEqual(["failed", "ara", null]);
    const national = await loadHelp(() => "ara", { ...server, territory: without("ara") });
    expect([national.status, national.territory, national.national?.code]).toEqual(["failed", null, "national"]);
    const listless = await loadHelp(() => "ara", { ...server, list: async () => null });
    expect([listless.status, listless.territory?.code, listless.places]).toEqual(["failed", "ara", []]);
  });
});
