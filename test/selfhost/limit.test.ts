/** The self-hosted server limits what one network sends, by the address that nobody can write in its place. */
import { describe, expect, it } from "vitest";
import { limiter } from "../../selfhost/limiter.ts";
import { readSettings } from "../../selfhost/settings.ts";
import { newKey } from "../worker/support/key.ts";
import { command, dataFolder, startServer } from "./support/command.ts";
import { BODY, heldIn, submit } from "./support/submit.ts";

/** The limit of wrangler.toml. */
const LIMIT = 30;

async function send(origin: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const response = await fetch(`${origin}/api/v1/contributions`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": newKey(), ...headers },
    body: BODY,
  });
  await response.arrayBuffer();
  return response.status;
}

const times = (count: number, one: () => Promise<number>) => Promise.all(Array.from({ length: count }, one));

describe("the limit of a self-hosted server", () => {
  it("follows the header that the operator names, whatever else a client writes", async () => {
    const folder = dataFolder();
    const { origin, lines } = await startServer(folder, {
      PUBLIC_ORIGIN: "https://diag.example.fr",
      CLIENT_ADDRESS_HEADER: "X-Real-IP",
    });
    expect(lines().find(({ event }) => event === "ready")).toMatchObject({ limit: "x-real-ip", proof: "off" });
    const statuses = await times(LIMIT + 5, () =>
      send(origin, { "x-real-ip": "203.0.113.7", "cf-connecting-ip": `198.51.100.${Math.floor(Math.random() * 256)}` }),
    );
    expect([statuses.filter((one) => one === 201).length, statuses.filter((one) => one === 429).length]).toEqual([
      LIMIT,
      5,
    ]);
    expect(await send(origin, { "x-real-ip": "203.0.113.8", "cf-connecting-ip": "203.0.113.7" })).toBe(201);
    expect(heldIn(folder)).toEqual({ receipts: LIMIT + 1, contributions: LIMIT + 1 });
    expect(JSON.stringify(lines())).not.toMatch(/203\.0\.113|198\.51/);
  });

  it("limits nobody behind a proxy that names no header, and says so: all have the address of the proxy", async () => {
    const { origin, lines } = await startServer(dataFolder(), { PUBLIC_ORIGIN: "https://diag.example.fr" });
    expect(lines().find(({ event }) => event === "ready")).toMatchObject({ limit: "off" });
    const forged = await times(LIMIT + 5, () =>
      send(origin, { "cf-connecting-ip": "203.0.113.7", "x-real-ip": "203.0.113.7" }),
    );
    expect(new Set(forged)).toEqual(new Set([201]));
  });

  it("limits nobody on the machine itself", async () => {
    const { origin } = await startServer(dataFolder());
    expect(new Set(await times(LIMIT + 5, () => submit(origin)))).toEqual(new Set([201]));
  });

  it("forgets its counts at the end of the period", async () => {
    let now = 0;
    const { limit } = limiter({ limit: 2, period: 60 }, () => now);
    const ask = async (key = "a") => (await limit({ key })).success;
    expect([await ask(), await ask(), await ask(), await ask("b")]).toEqual([true, true, false, true]);
    now = 59_999;
    expect(await ask()).toBe(false);
    now = 60_000;
    expect(await ask()).toBe(true);
  });
});

describe("the work before a contribution, self-hosted", () => {
  it("is asked when a secret is set, and the start says so", async () => {
    const { origin, lines } = await startServer(dataFolder(), { CHALLENGE_SECRET: "x".repeat(32) });
    expect(lines().find(({ event }) => event === "ready")).toMatchObject({ proof: "on" });
    expect(await submit(origin)).toBe(403);
  });

  it("refuses to start with a secret that could be guessed", () => {
    const { status, said } = command(["serve"], dataFolder(), { CHALLENGE_SECRET: "court" });
    expect([status, said]).toEqual([1, "CHALLENGE_SECRET must have at least 32 characters: openssl rand -hex 32."]);
  });

  it("refuses what is no name of a header", () => {
    expect(readSettings({ CLIENT_ADDRESS_HEADER: "X Real" }).ok).toBe(false);
  });
});

it("counts fifty parallel replays of one key once", async () => {
  const folder = dataFolder();
  const { origin } = await startServer(folder);
  const key = newKey();
  const statuses = await times(50, () => submit(origin, key));
  expect([statuses.filter((one) => one === 201).length, statuses.filter((one) => one === 200).length]).toEqual([1, 49]);
  expect(heldIn(folder)).toEqual({ receipts: 1, contributions: 1 });
});
