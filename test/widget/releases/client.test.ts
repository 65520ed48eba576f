/** Reading published statistics: the token travels in one header, and every failure is a value that a sentence explains. */
import { expect, it } from "vitest";
import { readWords } from "../../../scripts/words.ts";
import { type Access, listReleases, readFile, readRelease, readTable } from "../../../widget/releases/client.ts";
import type * as pages from "../../../widget/releases/published.ts";
import type { PublishedTable } from "../../../worker/statistics/published.ts";

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** A server that gives this answer; null = no answer at all. */
function world(answer: Response | null, token: string | null = null) {
  const asked: Asked[] = [];
  const fake = async (url: unknown, init: RequestInit = {}) => {
    asked.push({ url: String(url), init });
    if (answer === null) throw new TypeError("network");
    return answer;
  };
  const access: Access = { server: "https://diag.test", token, fetch: fake as typeof fetch };
  return { access, asked };
}

const problem = (status: number, name: string, detail = "Une phrase.") =>
  Response.json({ type: `urn:diag-cyber-esms:problem:${name}`, status, detail }, { status });

it("lists the releases as anybody, without any credential", async () => {
  const { access, asked } = world(Response.json({ releases: [] }));
  expect(await listReleases(access)).toEqual({ ok: true, value: [] });
  expect(asked).toEqual([{ url: "https://diag.test/api/v1/releases", init: { headers: {}, credentials: "omit" } }]);
});

it("shows the token in the Authorization header, and nowhere in the address", async () => {
  const { access, asked } = world(Response.json({}), "dce_abc");
  await readTable(access, 3, "sector-medicalised", "ara");
  expect(asked[0]?.url).toBe("https://diag.test/api/v1/releases/3/tables/sector-medicalised.json?territory=ara");
  expect(new Headers(asked[0]?.init.headers).get("authorization")).toBe("Bearer dce_abc");
});

it.each([
  [401, "token-required", "token-required"],
  [401, "token-refused", "token-refused"],
  [403, "token-territory", "token-territory"],
  [404, "unknown-release", "unknown"],
  [404, "unknown-table", "unknown"],
  [503, "store-unavailable", "unavailable"],
  [500, "internal-error", "unavailable"],
  [429, "too-many", "unavailable"],
])("says a refusal %i %s as « %s », with the words of the server", async (status, name, refusal) => {
  const { access } = world(problem(status, name));
  expect(await readRelease(access, 1)).toEqual({ ok: false, refusal, detail: "Une phrase." });
});

it("reads the status where something else than our server answers", async () => {
  const answer = (token: string | null) => readRelease(world(new Response("<html>", { status: 401 }), token).access, 1);
  expect([await answer(null), await answer("abc")]).toMatchObject([
    { refusal: "token-required", detail: null },
    { refusal: "token-refused", detail: null },
  ]);
});

it("says that the network is lost, and that an answer which is no JSON is none", async () => {
  expect(await listReleases(world(null).access)).toMatchObject({ refusal: "offline" });
  expect(await listReleases(world(new Response("<html>")).access)).toMatchObject({ refusal: "offline" });
});

it("refuses what no header can carry before asking for anything", async () => {
  const { access, asked } = world(Response.json({}), "jeton à moi\n");
  expect(await listReleases(access)).toMatchObject({ refusal: "token-refused" });
  expect(asked).toEqual([]);
});

it("brings a file as it is", async () => {
  const file = await readFile(world(new Response("a;b"), "abc").access, "/api/v1/releases/1/release.xlsx");
  expect(file.ok && (await file.value.text())).toBe("a;b");
});

it("has a sentence for every refusal", () => {
  const words = readWords("fr", "releases");
  for (const refusal of ["offline", "token-required", "token-refused", "token-territory", "unknown", "unavailable"]) {
    expect(words[`refused.${refusal}`]).toMatch(/\.$/);
  }
});

it("knows every table that the server publishes", () => {
  const known = (table: PublishedTable): pages.Table => table; // held by the compiler
  expect(known).toBeTypeOf("function");
});
