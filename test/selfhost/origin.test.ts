/** Behind a proxy that speaks TLS, the page's own submissions are accepted, those of other sites are not. */
import { describe, expect, it } from "vitest";
import { complete } from "../worker/support/samples.ts";
import { dataFolder, startServer } from "./support/command.ts";

const PUBLIC = "https://diag.example.fr";

/** The status of a score asked by a page of this origin, on the server's own address, whatever `Host` the proxy sends. */
async function score(server: string, origin: string): Promise<number> {
  const response = await fetch(`${server}/api/v1/scores`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify(complete()),
  });
  await response.arrayBuffer();
  return response.status;
}

describe("a server behind a proxy", () => {
  it("takes the public origin for its own, and no other: not even the address where it listens", async () => {
    const { origin } = await startServer(dataFolder(), { PUBLIC_ORIGIN: PUBLIC });
    expect(await score(origin, PUBLIC)).toBe(200);
    for (const other of [origin, "http://diag.example.fr", "https://ailleurs.example.fr", `${PUBLIC}:8443`]) {
      expect([other, await score(origin, other)]).toEqual([other, 403]);
    }
  });

  it("takes the sites that its environment lists", async () => {
    const listed = "https://www.ars.example.fr";
    const { origin } = await startServer(dataFolder(), { PUBLIC_ORIGIN: PUBLIC, ALLOWED_ORIGINS: listed });
    expect([await score(origin, listed), await score(origin, PUBLIC)]).toEqual([200, 200]);
  });
});

describe("a server without a proxy", () => {
  it("takes the address where it listens for its own", async () => {
    const { origin } = await startServer(dataFolder());
    expect([await score(origin, origin), await score(origin, PUBLIC)]).toEqual([200, 403]);
  });
});
