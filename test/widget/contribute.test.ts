/** Sending a contribution: five tries with one key, longer and longer waits, and no insisting on a refusal. */
import { expect, it } from "vitest";
import { newKey } from "../../widget/effects/new-key.ts";
import { contribute } from "../../widget/sending/contribute.ts";

/** A server that answers these, in turn; `null` = no answer at all. */
function world(answers: readonly (Response | null)[]) {
  const keys: string[] = [];
  const waits: number[] = [];
  const news: object[] = [];
  const left = [...answers];
  const fakeFetch = async (_: unknown, init?: RequestInit) => {
    keys.push(new Headers(init?.headers).get("idempotency-key") ?? "");
    const answer = left.shift();
    if (!answer) throw new TypeError("network");
    return answer;
  };
  const wait = async (time: number) => {
    waits.push(time);
  };
  const run = () =>
    contribute({ fetch: fakeFetch as typeof fetch, wait, random: () => 0.5, attempts: 5 }, "/c", "the-key", {}, (one) =>
      news.push(one),
    );
  return { run, keys, waits, news };
}

it("says that it is accepted at the first answer", async () => {
  const { run, keys, waits, news } = world([new Response("{}", { status: 201 })]);
  await run();
  expect([keys, waits, news]).toEqual([["the-key"], [], [{ type: "accepted" }]]);
});

it("tries five times with the same key, waits longer each time, says each try, then gives up", async () => {
  const { run, keys, waits, news } = world([
    null,
    new Response("", { status: 500 }),
    new Response("", { status: 429 }),
    null,
    null,
  ]);
  await run();
  expect(keys).toEqual(Array(5).fill("the-key"));
  expect(waits).toEqual([1000, 2000, 4000, 8000]);
  const tries = [2, 3, 4, 5].map((attempt) => ({ type: "sending", key: "the-key", attempt }));
  expect(news).toEqual([...tries, { type: "refused", key: "the-key", reason: null }]);
});

it("waits at least as long as the server asks, a minute at most", async () => {
  const busy = (seconds: string) => new Response("", { status: 429, headers: { "retry-after": seconds } });
  const { run, waits, news } = world([busy("60"), busy("100000"), busy("demain"), new Response("", { status: 201 })]);
  await run();
  expect(waits).toEqual([61_000, 62_000, 4000]);
  expect(news.at(-1)).toEqual({ type: "accepted" });
});

it("does not insist on a refusal, and passes on its sentence", async () => {
  const problem = JSON.stringify({ detail: "In general.", errors: [{ detail: "In particular." }] });
  const { run, keys, news } = world([new Response(problem, { status: 422 })]);
  await run();
  expect(keys.length).toBe(1);
  expect(news).toEqual([{ type: "refused", key: "the-key", reason: "In particular." }]);
});

it("makes keys of 22 characters that differ", () => {
  const keys = Array.from({ length: 100 }, newKey);
  for (const key of keys) expect(key).toMatch(/^[\w-]{22}$/);
  expect(new Set(keys).size).toBe(100);
});
