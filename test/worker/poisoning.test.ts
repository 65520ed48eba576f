/** Anyone may send contributions: what makes a flood slow, and what a person or a script is told meanwhile. */
import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { territories } from "../../dist/questionnaires/territories.js";
import type { HostedTerritory } from "../../questionnaires/schema/territory.ts";
import { solve } from "../../widget/sending/solve.ts";
import { createApp } from "../../worker/app.ts";
import type { Bindings } from "../../worker/bindings.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import { type Limiter, networkOf } from "../../worker/http/limit.ts";
import { serveTerritories } from "../../worker/territories.ts";
import { call, newKey, post, rows } from "./support/api.ts";
import { complete, fail } from "./support/samples.ts";

const GOOD = complete();
const NOW = new Date("2027-04-01T10:00:30Z");
const SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

/** The API with these settings, at this time. */
function api(settings: Partial<Bindings> = {}, now = NOW, hosted: readonly HostedTerritory[] = territories) {
  const app = createApp({ ...systemDependencies, now: () => now }, { territories: serveTerritories(hosted) });
  const bindings = { DB: env.DB, ALLOWED_ORIGINS: "", ...settings };
  const fetch = (request: Request) => app.fetch(request, bindings);
  const contribute = (headers: Readonly<Record<string, string>> = {}, body: unknown = GOOD) =>
    post("/api/v1/contributions", body, { "idempotency-key": newKey(), ...headers }, fetch);
  const challenge = async () => {
    const { json } = await call("/api/v1/challenges", {}, fetch);
    return (json as { challenge: Parameters<typeof solve>[0] | null }).challenge;
  };
  const proof = async (key: string) => solve((await challenge()) ?? fail("no challenge"), key);
  return { fetch, contribute, challenge, proof };
}

const typeOf = (json: unknown) => (json as { type: string }).type.replace("urn:diag-cyber-esms:problem:", "");
const codeOf = (json: unknown) => (json as { errors?: readonly { code: string }[] }).errors?.[0]?.code;

describe("a site that is not allowed", () => {
  it("is refused by the server too, in a sentence; a script, which has no origin, is not", async () => {
    const { contribute } = api();
    const { status, json, headers } = await contribute({ origin: "https://ailleurs.test" });
    expect([status, typeOf(json), headers.has("Access-Control-Allow-Origin")]).toEqual([403, "origin-refused", false]);
    for (const origin of ["null", "https://diag.test.ailleurs.test", "http://diag.test", "https://diag.test:8443"]) {
      expect([origin, (await contribute({ origin })).status]).toEqual([origin, 403]);
    }
    expect(await rows()).toEqual({ receipts: 0, contributions: 0 });
    expect((await contribute({ origin: "https://diag.test" })).status).toBe(201);
    expect((await contribute()).status).toBe(201);
  });
});

describe("the work before a contribution", () => {
  it("is not asked where no secret is set", async () => {
    const { challenge, contribute } = api();
    expect(await challenge()).toBeNull();
    expect((await contribute()).status).toBe(201);
  });

  it("is asked where a secret is set: without it, a clear sentence, and nothing is counted", async () => {
    const { status, json } = await api({ CHALLENGE_SECRET: SECRET }).contribute();
    expect([status, typeOf(json)]).toEqual([403, "proof-required"]);
    expect((json as { detail: string }).detail).toContain("votre résultat reste affiché");
    expect(await rows()).toEqual({ receipts: 0, contributions: 0 });
  });

  it("done for a key, opens for that key alone: once counted, then recognised, never counted with another", async () => {
    const { proof, contribute } = api({ CHALLENGE_SECRET: SECRET });
    const key = newKey();
    const done = { "contribution-proof": await proof(key) };
    expect((await contribute({ "idempotency-key": key, ...done })).status).toBe(201);
    expect((await contribute({ "idempotency-key": key, ...done })).status).toBe(200);
    const { status, json } = await contribute({ "idempotency-key": newKey(), ...done });
    expect([status, typeOf(json), codeOf(json)]).toEqual([403, "proof-refused", "proof.wrong"]);
    expect(await rows()).toEqual({ receipts: 1, contributions: 1 });
  });

  it("is worth an hour", async () => {
    const key = newKey();
    const done = await api({ CHALLENGE_SECRET: SECRET }).proof(key);
    const at = async (time: string) => {
      const { contribute } = api({ CHALLENGE_SECRET: SECRET }, new Date(time));
      const { status, json } = await contribute({ "idempotency-key": key, "contribution-proof": done });
      return status < 300 ? status : codeOf(json);
    };
    expect(await at("2027-04-01T11:00:59Z")).toBe(201);
    expect(await at("2027-04-01T11:01:01Z")).toBe("proof.expired");
  });

  it("is refused when it is cut short, repeated, out of order, easier than asked, or ours no more", async () => {
    const { challenge, contribute } = api({ CHALLENGE_SECRET: SECRET });
    const key = newKey();
    const puzzle = (await challenge()) ?? fail("no challenge");
    const done = await solve(puzzle, key);
    const [signed = "", list = ""] = done.split(":");
    const numbers = list.split(",");
    const easier = { ...puzzle, token: puzzle.token.replace(/^(\d+\.\d+)\.\d+/, "$1.0") };
    const tries: readonly (readonly [string, string])[] = [
      [`${signed}:${numbers.slice(1).join()}`, "proof.wrong"],
      [`${signed}:${Array(numbers.length).fill(numbers[0]).join()}`, "proof.wrong"],
      [`${signed}:${numbers.toReversed().join()}`, "proof.wrong"],
      [`${signed}:${numbers.map((_, place) => place).join()}`, "proof.wrong"],
      [`${easier.token}:${numbers.map((_, place) => place).join()}`, "proof.unknown"],
      [`${signed.slice(0, -1)}${signed.endsWith("A") ? "B" : "A"}:${list}`, "proof.unknown"],
      [signed, "proof.malformed"],
      ["", "proof.malformed"],
      [`${signed}:${list},`, "proof.malformed"],
      [`${signed}:${"1,".repeat(5000)}1`, "proof.malformed"],
    ];
    for (const [header, code] of tries) {
      const { status, json } = await contribute({ "idempotency-key": key, "contribution-proof": header });
      expect([header.slice(0, 200), status, codeOf(json)]).toEqual([header.slice(0, 200), 403, code]);
    }
    expect((await contribute({ "idempotency-key": key, "contribution-proof": done })).status).toBe(201);
  });

  it("given under one secret is taken while another replaces it, and no longer afterwards", async () => {
    const key = newKey();
    const done = { "idempotency-key": key, "contribution-proof": await api({ CHALLENGE_SECRET: SECRET }).proof(key) };
    const fresh = SECRET.toUpperCase();
    expect((await api({ CHALLENGE_SECRET: fresh }).contribute(done)).status).toBe(403);
    expect((await api({ CHALLENGE_SECRET: `${fresh} ${SECRET}` }).contribute(done)).status).toBe(201);
    const next = newKey();
    const after = await api({ CHALLENGE_SECRET: `${fresh} ${SECRET}` }).proof(next);
    const only = api({ CHALLENGE_SECRET: fresh });
    expect((await only.contribute({ "idempotency-key": next, "contribution-proof": after })).status).toBe(201);
  });

  it("is the same for everyone within a minute: it tells nobody apart, and no cache keeps it", async () => {
    const tokens = await Promise.all(
      ["10:00:01", "10:00:59", "10:01:30"].map(
        async (time) => (await api({ CHALLENGE_SECRET: SECRET }, new Date(`2027-04-01T${time}Z`)).challenge())?.token,
      ),
    );
    expect(new Set(tokens).size).toBe(2);
    const { headers } = await call("/api/v1/challenges", {}, api({ CHALLENGE_SECRET: SECRET }).fetch);
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  it("may be sent by the pages of allowed sites: the preflight names its header", async () => {
    const { headers } = await call("/api/v1/contributions", {
      method: "OPTIONS",
      headers: { origin: "https://diag.test" },
    });
    expect(headers.get("Access-Control-Allow-Headers")).toContain("contribution-proof");
  });
});

/** A limiter that lets so many pass for each key, and remembers the keys. */
function limiter(limit: number) {
  const counts = new Map<string, number>();
  const limitOne: Limiter["limit"] = async ({ key }) => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return { success: (counts.get(key) ?? 0) <= limit };
  };
  return { limiter: { limit: limitOne }, counts };
}

describe("too many contributions from one network", () => {
  it("are told to wait, in a sentence; the others are counted, and other networks are not concerned", async () => {
    const { contribute } = api({ SUBMISSIONS: limiter(2).limiter });
    const from = (address: string) => contribute({ "cf-connecting-ip": address });
    expect([(await from("203.0.113.7")).status, (await from("203.0.113.7")).status]).toEqual([201, 201]);
    const { status, json, headers } = await from("203.0.113.7");
    expect([status, typeOf(json), headers.get("Retry-After")]).toEqual([429, "too-many", "60"]);
    expect((json as { detail: string }).detail).toContain("votre résultat reste affiché");
    expect((await from("203.0.113.8")).status).toBe(201);
    expect(await rows()).toEqual({ receipts: 3, contributions: 3 });
  });

  it("are counted by what one subscriber has: an IPv4 address, 64 bits of an IPv6 one", () => {
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
    for (const one of ["2001:db8:0:12:a::1", "2001:0DB8::12:ffff:ffff:ffff:ffff", "2001:db8:0:12::"]) {
      expect(networkOf(one)).toBe("2001:db8:0:12::/64");
    }
    expect(networkOf("2001:db8:0:13::1")).not.toBe("2001:db8:0:12::/64");
  });

  it.each<[string, Partial<Bindings>]>([
    ["is absent", {}],
    ["fails", { SUBMISSIONS: { limit: () => Promise.reject(new Error("limiter down")) } }],
  ])("stop nobody when the limiter %s", async (_, settings) => {
    const { contribute } = api(settings);
    expect((await contribute({ "cf-connecting-ip": "203.0.113.7" })).status).toBe(201);
  });

  it("stop nobody on the machine itself, nor what cannot be stored", async () => {
    const { limiter: none, counts } = limiter(0);
    const { contribute } = api({ SUBMISSIONS: none });
    expect((await contribute({ "cf-connecting-ip": "127.0.0.1" })).status).toBe(201);
    expect((await contribute({ "cf-connecting-ip": "203.0.113.7" }, { ...GOOD, answers: {} })).status).toBe(422);
    expect(counts.size).toBe(0);
  });
});

/** The fingerprint of « abcdefgh23456789 ». */
const CODE = "abcdefgh23456789";
const ARA = territories.find(({ code }) => code === "ara") ?? fail("ara is not shipped");

async function withCampaign(campaignRequired = false): Promise<readonly HostedTerritory[]> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(CODE)));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const campaigns = [{ id: "ara-printemps", sha256, from: "2027-03-01", to: "2027-04-30" }];
  return [{ ...ARA, campaigns, campaignRequired }, ...territories.filter(({ code }) => code !== "ara")];
}

describe("the campaign of a region", () => {
  const kept = () => env.DB.prepare("SELECT campaign FROM contributions").first<string | null>("campaign");

  it("is kept with what came through it, by its name, never its code", async () => {
    const { contribute } = api({}, NOW, await withCampaign());
    const body = { ...GOOD, territory: "ara", campaign: " ABCD-efgh-2345 6789" };
    expect((await contribute({}, body)).status).toBe(201);
    expect(await kept()).toBe("ara-printemps");
  });

  it.each([
    ["is not needed where the region does not require it", NOW, undefined, false],
    ["is left out once it is closed, and the contribution is counted", new Date("2027-05-01T00:00:00Z"), CODE, false],
  ])("%s", async (_, now, campaign, required) => {
    const { contribute } = api({}, now, await withCampaign(required));
    expect((await contribute({}, { ...GOOD, territory: "ara", ...(campaign ? { campaign } : {}) })).status).toBe(201);
    expect(await kept()).toBeNull();
  });

  it.each([
    ["a code that no campaign has", "ara", "autre-code", false, "campaign.unknown"],
    ["a code of another region", "paca", CODE, false, "campaign.unknown"],
    ["a code without a region", undefined, CODE, false, "campaign.unknown"],
    ["no code, where the region requires one", "ara", undefined, true, "campaign.required"],
    ["an endless code", "ara", "a".repeat(5000), false, "campaign.unknown"],
    ["a number", "ara", 12, false, "campaign.unknown"],
  ])("refuses %s, says what to do, and counts nothing", async (_, territory, campaign, required, code) => {
    const { contribute } = api({}, NOW, await withCampaign(required));
    const { status, json } = await contribute({}, { ...GOOD, territory, campaign });
    expect([status, codeOf(json)]).toEqual([422, code]);
    expect(await rows()).toEqual({ receipts: 0, contributions: 0 });
  });

  it("once closed, counts no more for a region that requires an open one", async () => {
    const { contribute } = api({}, new Date("2027-05-01T00:00:00Z"), await withCampaign(true));
    const { json } = await contribute({}, { ...GOOD, territory: "ara", campaign: CODE });
    expect(codeOf(json)).toBe("campaign.required");
  });

  it("shows neither its code nor its fingerprint", async () => {
    const { text } = await call("/api/v1/territories/ara", {}, api({}, NOW, await withCampaign()).fetch);
    expect(text).not.toMatch(/campaign|sha256|printemps/);
  });
});
