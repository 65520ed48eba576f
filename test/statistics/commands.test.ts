/** The operator's commands on the database of this machine, and the alarms that do the same on schedule. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type OpenDatabase, openDatabase } from "../../scripts/open-database.ts";
import { rebuildAndSay } from "../../scripts/rebuild-statistics.ts";
import { releaseAndSay } from "../../scripts/release.ts";
import { selectionFrom, withdrawSelected } from "../../scripts/withdraw.ts";
import { FOLD, PURGE, RELEASE } from "../../worker/alarms.ts";
import { asRows, INSERT_INVENTED, people } from "../support/invented.ts";

const TIMEOUT = 60_000;

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openDatabase(null);
  vi.spyOn(console, "log").mockImplementation(() => undefined); // the operator's log
}, TIMEOUT);
afterAll(async () => {
  vi.restoreAllMocks();
  await opened?.close();
});

const release = () => releaseAndSay(opened, new Date("2026-12-01T00:00:00Z"));
const change = (sql: string, ...values: readonly unknown[]) =>
  opened.database
    .prepare(sql)
    .bind(...values)
    .run();

describe("the commands", () => {
  it(
    "release, prove, mend and withdraw, and say what they did",
    async () => {
      expect(await release()).toEqual(["esms: no release (too few contributions came or went since the last one)."]);
      await change(INSERT_INVENTED, asRows(people(40)));
      await change(INSERT_INVENTED, asRows(people(20, 2, "2024-T1")));
      expect(await release()).toEqual(["esms: release 1 is built."]);
      expect(await rebuildAndSay(opened)).toMatchObject({ right: true });
      await change(
        "UPDATE counters SET value = value + 2 WHERE tbl = 'quarter' AND cell = '2024-T1' AND measure = 'n'",
      );
      const found = await rebuildAndSay(opened);
      expect(found.right).toBe(false);
      expect(found.lines).toEqual([
        "  esms quarter 2024-T1 n: 2 too many",
        expect.stringMatching(/^60 contributions, \d+ counters: 1 were wrong, and are mended\.$/),
      ]);
      expect(await withdrawSelected(opened, { before: "2025-T1" })).toBe(20);
      expect((await rebuildAndSay(opened)).lines[0]).toMatch(
        /^40 contributions, \d+ counters: every counter is right\.$/,
      );
      expect(await release()).toEqual(["esms: release 2 is built."]);
    },
    TIMEOUT,
  );

  it("withdraw nothing that is not named exactly", () => {
    expect(selectionFrom(["before", "2024-T1"])).toEqual({ before: "2024-T1" });
    expect(selectionFrom(["channel", "iframe"])).toEqual({ channel: "iframe" });
    for (const args of [[], ["before"], ["before", "2024"], ["channel", "all"], ["all", "2024-T1"]]) {
      expect(selectionFrom(args)).toBeNull();
    }
  });
});

describe("the alarms", () => {
  it("are those that wrangler.toml sets", () => {
    const crons = /^crons = (\[.*\])$/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1] ?? "[]";
    expect(JSON.parse(crons)).toEqual([FOLD, PURGE, RELEASE]);
  });
});
