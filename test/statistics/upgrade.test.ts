/** A database that was counted before actions were counted by sector and department is counted again, and nothing is lost. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type OpenDatabase, openDatabase } from "../../scripts/open-database.ts";
import { releaseAll } from "../../worker/alarms.ts";
import { MEASURES } from "../../worker/statistics/measures.ts";
import { lineTables } from "../../worker/statistics/plan.ts";
import { readCounters } from "../../worker/store/counters.ts";
import { asRows, INSERT_INVENTED, people } from "../support/invented.ts";

const TIMEOUT = 60_000;
const MIGRATION = "worker/migrations/0006_actions_by_line.sql";

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openDatabase(null);
  vi.spyOn(console, "log").mockImplementation(() => undefined); // the operator's log
}, TIMEOUT);
afterAll(async () => {
  vi.restoreAllMocks();
  await opened?.close();
});

describe("a database of before the counters of actions by line", () => {
  it(
    "is counted again by the next folds; no release is built, and no deletion forgets, meanwhile",
    async () => {
      const { findModel } = await import("../../worker/alarms.ts");
      const { fold } = await import("../../worker/store/fold.ts");
      const { rebuild } = await import("../../worker/store/rebuild.ts");
      const { withdraw } = await import("../../worker/store/withdraw.ts");
      const { database } = opened;
      const run = (sql: string, ...values: readonly unknown[]) =>
        database
          .prepare(sql)
          .bind(...values)
          .run();
      const release = async () => (await releaseAll({ DB: database, MINIMUM_CELL: "11" }, new Date(0))).get("esms");

      await run(INSERT_INVENTED, asRows(people(70, 1)));
      await run(INSERT_INVENTED, asRows(people(15, 2, "2024-T1")));
      await fold(database, findModel);
      expect(await release()).toEqual({ outcome: "built", number: 1 }); // what a release has shown leaves a trace
      await withdraw(database, findModel, { before: "2025-T1" });
      const right = await readCounters(database);
      const added = lineTables("esms").map(({ id }) => id);
      expect(new Set(right.map(({ table }) => table))).toEqual(new Set([...right.map(({ table }) => table), ...added]));

      // Back to how it was.
      for (const table of added) await run("DELETE FROM counters WHERE tbl = ?1", table);
      await run("ALTER TABLE watermark DROP COLUMN recounting");
      for (const statement of readFileSync(MIGRATION, "utf8").split(";")) {
        if (statement.trim() !== "") await run(statement);
      }

      expect(await release()).toEqual({ outcome: "overtaken" });
      await fold(database, findModel, 10, 1);
      expect(await release()).toEqual({ outcome: "overtaken" });
      await run(INSERT_INVENTED, asRows(people(12, 2, "2024-T2")));
      expect(await withdraw(database, findModel, { before: "2025-T1" })).toBe(12); // counts first
      const counted = await readCounters(database);
      const figures = (counters: typeof right) => counters.filter(({ measure }) => measure !== MEASURES.removed);
      expect(figures(counted)).toEqual(figures(right));
      const gone = counted.find(
        ({ table, cell, measure }) => table === "quarter" && cell === "2024-T1" && measure === MEASURES.removed,
      );
      expect(gone?.value).toBe(15);
      expect(await rebuild(database, findModel)).toMatchObject({ contributions: 70, wrong: [] });
      expect(await release()).toEqual({ outcome: "built", number: 2 });
    },
    TIMEOUT,
  );

  it(
    "has these counters mended by a rebuild when they are wrong or missing",
    async () => {
      const { findModel } = await import("../../worker/alarms.ts");
      const { rebuild } = await import("../../worker/store/rebuild.ts");
      const { database } = opened;
      const before = await readCounters(database);
      await database.prepare("DELETE FROM counters WHERE tbl = 'actions-sector'").run();
      await database.prepare("UPDATE counters SET value = value + 1 WHERE tbl = 'actions-department'").run();
      const wrong = (await rebuild(database, findModel))?.wrong ?? [];
      expect(new Set(wrong.map(({ table }) => table))).toEqual(new Set(["actions-sector", "actions-department"]));
      const figures = (counters: typeof before) => counters.filter(({ measure }) => measure !== MEASURES.removed);
      expect(figures(await readCounters(database))).toEqual(figures(before));
    },
    TIMEOUT,
  );
});
