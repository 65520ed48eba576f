/** `npm run load` plays a mailing as it says, and would see a submission lost or counted twice. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Journey, planMailing } from "../../bench/load/plan.ts";
import { type Held, verdict } from "../../bench/load/verdict.ts";

const MINUTE = 60_000;
const journeys = planMailing(5000, MINUTE, 1);

describe("the mailing", () => {
  it("is the same for the same seed, ordered in time, each key drawn once and well formed", () => {
    expect(planMailing(5000, MINUTE, 1)).toEqual(journeys);
    expect(planMailing(5000, MINUTE, 2)).not.toEqual(journeys);
    expect(journeys.map(({ at }) => at)).toEqual(journeys.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(journeys.every(({ at, key }) => at >= 0 && at < MINUTE && /^[\w-]{22}$/.test(key))).toBe(true);
    expect(new Set(journeys.map(({ key }) => key)).size).toBe(5000);
  });

  it("has bursts ten times as dense as the rest, abandons, replays and cuts", () => {
    const inBursts = journeys.filter(({ at }) => Math.floor((at / MINUTE) * 100) % 10 === 3).length;
    expect(inBursts / 10 / ((5000 - inBursts) / 90)).toBeGreaterThan(8);
    const share = (end: Journey["end"]) => journeys.filter((one) => one.end === end).length / 5000;
    expect(share("abandoned")).toBeCloseTo(0.33, 1);
    for (const end of ["doubled", "replayed", "cut"] as const) expect(share(end)).toBeGreaterThan(0.03);
  });
});

describe("the verdict", () => {
  const three = (["sent", "replayed", "abandoned"] as const).map((end, index): Journey => {
    return { at: 0, end, level: index + 1, key: `${index}`.repeat(22) };
  });
  const statuses = new Map([
    [three[0]?.key ?? "", [201]],
    [three[1]?.key ?? "", [201, 200]],
  ]);
  const hash = (journey: Journey | undefined) =>
    createHash("sha256")
      .update(journey?.key ?? "")
      .digest("hex");
  const proof = { contributions: 2, counters: 100, wrong: [] };
  const right: Held = { receipts: [hash(three[0]), hash(three[1])], contributions: 2, byLevel: { 1: 1, 2: 1 }, proof };
  const failing = (held: Held, answers = statuses) =>
    verdict(three, answers, held)
      .filter(({ ok }) => !ok)
      .map(({ name }) => name);

  it("finds nothing wrong when nothing is", () => {
    expect(failing(right)).toEqual([]);
  });

  it.each<readonly [string, Held, Map<string, number[]>, string]>([
    ["a receipt is missing", { ...right, receipts: [hash(three[0]), "other"] }, statuses, "nothing lost"],
    ["a contribution is there twice", { ...right, contributions: 3 }, statuses, "nothing counted twice"],
    [
      "a key was counted twice",
      right,
      new Map([...statuses, [three[0]?.key ?? "", [201, 201]]]),
      "nothing counted twice",
    ],
    [
      "one was never counted",
      { ...right, proof: { ...proof, contributions: 1 } },
      statuses,
      "counters equal a rebuild",
    ],
    [
      "a counter is wrong",
      {
        ...right,
        proof: { ...proof, wrong: [{ questionnaire: "esms", table: "t", cell: "c", measure: "n", value: 1 }] },
      },
      statuses,
      "counters equal a rebuild",
    ],
    ["nothing could be proved", { ...right, proof: null }, statuses, "counters equal a rebuild"],
    ["an answer has changed", { ...right, byLevel: { 1: 2 } }, statuses, "totals are those that were sent"],
    [
      "a submission was never accepted",
      right,
      new Map([[three[0]?.key ?? "", [201]]]),
      "every submission was accepted",
    ],
    ["the server failed", right, new Map([...statuses, [three[0]?.key ?? "", [503, 201]]]), "no fault"],
  ])("sees that %s", (_, held, answers, name) => {
    expect(failing(held, answers)).toContain(name);
  });
});

describe("the command", () => {
  const load = (...words: readonly string[]) =>
    spawnSync(process.execPath, ["bench/load/run.ts", ...words], { encoding: "utf8", timeout: 60_000 });

  it("loses nothing and counts nothing twice, and says how long and how much memory it took", () => {
    const { status, stdout, stderr } = load("--diagnostics", "200", "--seconds", "2");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.match(/^✓/gm)).toHaveLength(6);
    expect(stdout).toMatch(/submission +\d+ +p50 [\d.]+ ms +p99 [\d.]+ ms/);
    expect(stdout).toMatch(/server: \d+ MB at most/);
  }, 60_000);

  it("is bounded", () => {
    expect(load("--seconds", "100000").stderr.trim()).toBe(
      "--diagnostics is a number from 1 to 100000, --seconds from 1 to 3600.",
    );
  });
});
