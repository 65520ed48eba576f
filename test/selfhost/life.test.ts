/** A backup gives back the same figures; what had done its time does not come back with it; forgotten copies neither. */
import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { D1Database } from "@cloudflare/workers-types";
import { describe, expect, it } from "vitest";
import { d1 } from "../../selfhost/d1/database.ts";
import { loadProduct } from "../../selfhost/product.ts";
import { COPY_DAYS, forgetCopies } from "../../selfhost/store/forget-copies.ts";
import { databaseFile } from "../../selfhost/store/open.ts";
import { findModel, releaseAll } from "../../worker/alarms.ts";
import { PURGE } from "../../worker/schedule.ts";
import type { Counter } from "../../worker/statistics/counters.ts";
import { readCounters } from "../../worker/store/counters.ts";
import { dayNumber, quarter } from "../../worker/store/day.ts";
import { fold } from "../../worker/store/fold.ts";
import { rebuild } from "../../worker/store/rebuild.ts";
import { CONTRIBUTION_QUARTERS, RECEIPT_DAYS, RECOVERY_DAYS } from "../../worker/store/retention.ts";
import { asRows, INSERT_INVENTED, people } from "../support/invented.ts";
import { command, dataFolder, startServer } from "./support/command.ts";
import { held, heldIn } from "./support/submit.ts";

const now = new Date();
const RECENT = quarter(now);
const OLD = quarter(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 3 * (CONTRIBUTION_QUARTERS + 1), 1)));

/** The database of a stopped server, as the worker sees it. */
async function opened<T>(dataDir: string, use: (database: D1Database, sqlite: DatabaseSync) => Promise<T>): Promise<T> {
  const sqlite = new DatabaseSync(databaseFile(dataDir));
  try {
    return await use(d1(sqlite) as unknown as D1Database, sqlite);
  } finally {
    sqlite.close();
  }
}

/** The stopped server of a service that runs for long: old and recent contributions, counted, and a release. */
async function service(): Promise<string> {
  const dataDir = dataFolder();
  const server = await startServer(dataDir);
  server.child.kill("SIGTERM");
  await server.ended;
  await opened(dataDir, async (database, sqlite) => {
    for (const kept of [people(60, 1, OLD), people(60, 2, RECENT)]) sqlite.prepare(INSERT_INVENTED).run(asRows(kept));
    const receipt = sqlite.prepare("INSERT INTO receipts (key_hash, day) VALUES (randomblob(32), ?1)");
    for (const age of [0, RECEIPT_DAYS + 1]) receipt.run(dayNumber(now) - age);
    await fold(database, findModel);
    await releaseAll({ DB: database, MINIMUM_CELL: "11" }, now);
  });
  return dataDir;
}

const figures = (dataDir: string): Promise<{ counters: readonly Counter[]; published: readonly unknown[] }> =>
  opened(dataDir, async (database, sqlite) => ({
    counters: await readCounters(database),
    published: sqlite.prepare("SELECT * FROM release_tables ORDER BY place").all(),
  }));

describe("a restored backup", () => {
  it("holds the same figures, to the last counter and the last byte of a release, and a rebuild proves them", async () => {
    const dataDir = await service();
    const before = await figures(dataDir);
    const copy = join(dataFolder(), "copy.sqlite");
    expect(command(["backup", copy], dataDir).status).toBe(0);
    const elsewhere = join(dataFolder(), "new");
    expect(command(["restore", copy], elsewhere).status).toBe(0);
    expect(await figures(elsewhere)).toEqual(before);
    const proof = await opened(elsewhere, (database) => rebuild(database, findModel));
    expect(proof).toMatchObject({ contributions: 120, wrong: [] });
  });

  it("never brings back what had done its time: it is gone before the server answers, from the figures too", async () => {
    const dataDir = await service();
    const copy = join(dataFolder(), "copy.sqlite");
    command(["backup", copy], dataDir);
    expect(held(copy)).toEqual({ receipts: 2, contributions: 120 });
    command(["restore", copy], dataDir);
    const server = await startServer(dataDir);
    const events = server.lines().map(({ event }) => event);
    expect(events.indexOf("contributions-purged")).toBeLessThan(events.indexOf("ready"));
    expect(heldIn(dataDir)).toEqual({ receipts: 1, contributions: 60 });
    server.child.kill("SIGTERM");
    await server.ended;
    const proof = await opened(dataDir, (database) => rebuild(database, findModel));
    expect(proof).toMatchObject({ contributions: 60, wrong: [] });
  });

  it("is purged by the alarm of every night", async () => {
    expect((await loadProduct())?.atStart).toEqual([PURGE]);
  });
});

describe("the copies that the server makes by itself", () => {
  const DAY_MS = 86_400_000;

  it("are deleted when the hosting platform would have forgotten them too; backups that a person named never are", () => {
    expect(COPY_DAYS).toBe(RECOVERY_DAYS);
    const dataDir = dataFolder();
    const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
    const replaced = (days: number) => `replaced-${ago(days).toISOString().replace(/[:.]/g, "-")}.sqlite`;
    const file = (name: string, days: number) => {
      writeFileSync(join(dataDir, name), "");
      utimesSync(join(dataDir, name), ago(days), ago(days));
      return name;
    };
    const old = [file("before-0002_statistics.sqlite", COPY_DAYS + 1), file(replaced(COPY_DAYS + 1), 500)];
    const left = [
      file("before-0005_life.sqlite", COPY_DAYS - 1),
      file(replaced(COPY_DAYS - 1), 500), // old content, replaced lately
      file("diag.sqlite", 500),
      file("lock.sqlite", 500),
      file("my-backup.sqlite", 500),
    ];
    expect([...forgetCopies(dataDir, now)].sort()).toEqual(old.sort());
    expect(readdirSync(dataDir).sort()).toEqual(left.sort());
  });

  it("are looked for when the server starts, and the log names them", async () => {
    const dataDir = dataFolder();
    const name = "before-0002_statistics.sqlite";
    writeFileSync(join(dataDir, name), "");
    utimesSync(join(dataDir, name), new Date(0), new Date(0));
    const server = await startServer(dataDir);
    expect(server.lines()).toContainEqual({ event: "copy-forgotten", name });
    expect(existsSync(join(dataDir, name))).toBe(false);
  });
});
