/** A database of any earlier version goes forward with its data; a step that fails undoes itself; a newer one is left alone. */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { migrate } from "../../selfhost/store/migrate.ts";
import { closeDatabase, databaseFile, openDatabase } from "../../selfhost/store/open.ts";
import { dayNumber, quarter } from "../../worker/store/day.ts";
import { command, dataFolder, startServer } from "./support/command.ts";
import { held, heldIn, submit } from "./support/submit.ts";

const MIGRATIONS = "worker/migrations";
const names = readdirSync(MIGRATIONS).sort();
const KEY = "A".repeat(22);

/** The folder of migrations as it was when `count` of them existed, and some more. */
function folderOf(count: number, more: Readonly<Record<string, string>> = {}): string {
  const folder = join(dataFolder(), "migrations");
  mkdirSync(folder);
  for (const name of names.slice(0, count)) cpSync(join(MIGRATIONS, name), join(folder, name));
  for (const [name, sql] of Object.entries(more)) writeFileSync(join(folder, name), sql);
  return folder;
}

/** A data folder whose database stands at the first `count` migrations, holding the contribution of KEY and 20 others. */
async function databaseAt(count: number): Promise<string> {
  const dataDir = dataFolder();
  const sqlite = openDatabase(databaseFile(dataDir));
  expect(migrate(sqlite, folderOf(count))).toEqual({ ok: true, applied: names.slice(0, count) });
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(KEY));
  const receipt = sqlite.prepare("INSERT INTO receipts (key_hash, day) VALUES (?1, ?2)");
  const contribution = sqlite.prepare(
    `INSERT INTO contributions (id, period, questionnaire, version, profile, answers)
     VALUES (randomblob(16), '${quarter(new Date())}', 'esms', '1.0.0', '{"secteur":"pa"}', '0123')`,
  );
  for (let index = 0; index <= 20; index++) {
    receipt.run(index === 0 ? new Uint8Array(hash) : crypto.getRandomValues(new Uint8Array(32)), dayNumber(new Date()));
    contribution.run();
  }
  closeDatabase(sqlite);
  return dataDir;
}

const LATER = "9998_later.sql";
const ADD = "ALTER TABLE contributions ADD COLUMN later TEXT; CREATE TABLE later (a INTEGER) STRICT;";
const BROKEN = "CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nothing VALUES (1);";

describe("a new version on an old database", () => {
  it.each(names.map((name, index) => [name, index + 1] as const))(
    "takes one that stands at %s forward, with its data, and knows again who had sent",
    async (_, count) => {
      const dataDir = await databaseAt(count);
      const server = await startServer(dataDir);
      const migrated = server.lines().filter(({ event }) => event === "migrated");
      expect(migrated.map(({ name }) => name)).toEqual(names.slice(count));
      expect(await submit(server.origin, KEY)).toBe(200);
      expect(await submit(server.origin)).toBe(201);
      expect(heldIn(dataDir)).toEqual({ receipts: 22, contributions: 22 });
    },
  );

  it("copies it first, once, before the first step that changes it", async () => {
    const dataDir = await databaseAt(names.length);
    const sqlite = openDatabase(databaseFile(dataDir));
    const asked: string[] = [];
    const folder = folderOf(names.length, { [LATER]: ADD, "9999_after.sql": "CREATE TABLE after (a INTEGER) STRICT;" });
    expect(migrate(sqlite, folder, (first) => asked.push(first))).toMatchObject({ ok: true });
    expect(migrate(sqlite, folder, (first) => asked.push(first))).toEqual({ ok: true, applied: [] });
    expect(asked).toEqual([LATER]);
    closeDatabase(sqlite);
    expect(heldIn(dataDir)).toEqual({ receipts: 21, contributions: 21 });
  });

  it("leaves nothing of a step that fails, and keeps the steps before it", async () => {
    const dataDir = await databaseAt(names.length);
    const sqlite = openDatabase(databaseFile(dataDir));
    const failed = migrate(sqlite, folderOf(names.length, { [LATER]: ADD, "9999_broken.sql": BROKEN }));
    expect(failed).toMatchObject({ ok: false, reason: "failed", name: "9999_broken.sql" });
    const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    expect(tables.map(({ name }) => name)).toContain("later");
    expect(tables.map(({ name }) => name)).not.toContain("half");
    expect(migrate(sqlite, folderOf(names.length, { [LATER]: ADD, "9999_broken.sql": "SELECT 1;" }))).toEqual({
      ok: true,
      applied: ["9999_broken.sql"],
    });
    closeDatabase(sqlite);
  });
});

describe("an old version on a new database", () => {
  it("does not start, says so in one sentence, and changes nothing", async () => {
    const dataDir = await databaseAt(names.length);
    const sqlite = openDatabase(databaseFile(dataDir));
    migrate(sqlite, folderOf(names.length, { [LATER]: ADD }));
    closeDatabase(sqlite);
    expect(command(["serve"], dataDir)).toEqual({
      status: 1,
      said: `The database is newer than this code (${LATER}): install the version that wrote it.`,
    });
    expect(heldIn(dataDir)).toEqual({ receipts: 21, contributions: 21 });
  });
});

describe("the copy that an upgrade makes", () => {
  it("is the database as it was, to go back to", async () => {
    const { run } = await import("../../selfhost/run.ts");
    const { loadProduct } = await import("../../selfhost/product.ts");
    const dataDir = await databaseAt(names.length);
    const product = await loadProduct();
    if (product === null) throw new Error("Build first.");
    const settings = { host: "127.0.0.1", port: 0, dataDir, publicOrigin: null };
    const started = await run({ ...product, migrations: folderOf(names.length, { [LATER]: ADD }) }, settings, {});
    if (!started.ok) throw new Error(started.sentence);
    await started.value.stop();
    const copy = join(dataDir, "before-9998_later.sqlite");
    expect(existsSync(copy)).toBe(true);
    expect(held(copy)).toEqual({ receipts: 21, contributions: 21 });
    const columns = new DatabaseSync(copy, { readOnly: true }).prepare("PRAGMA table_info(contributions)").all();
    expect(columns.map(({ name }) => name)).not.toContain("later");
    expect(command(["restore", copy], dataDir).status).toBe(0);
    expect(command(["backup", join(dataDir, "again.sqlite")], dataDir).status).toBe(0);
    expect(await startServer(dataDir).then(({ origin }) => submit(origin, KEY))).toBe(200);
  });
});
