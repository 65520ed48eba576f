/** The database of the self-hosted server behaves as D1: same shapes, same refusals, so that nothing passes here only. */
import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, it } from "vitest";
import { type D1Like, d1 } from "../../selfhost/d1/database.ts";
import { closeDatabase, openDatabase } from "../../selfhost/store/open.ts";
import { dataFolder } from "./support/command.ts";

let database: D1Like;
beforeEach(() => {
  const sqlite = new DatabaseSync(":memory:");
  sqlite.exec("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB, c TEXT) STRICT");
  database = d1(sqlite);
});
const insert = (a: number) => database.prepare("INSERT INTO t (a, c) VALUES (?1, 'x')").bind(a);
const count = () => database.prepare("SELECT count(*) AS n FROM t").first("n");

describe("a statement", () => {
  it("gives rows, one row, one value, lists; bytes as numbers, as D1 does", async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    await database.prepare("INSERT INTO t VALUES (?1, ?2, ?3)").bind(1, bytes.buffer, "x").run();
    await database.prepare("INSERT INTO t VALUES (?1, ?2, ?3)").bind(2, bytes.subarray(1), null).run();
    const rows = [
      { a: 1, b: [1, 2, 3], c: "x" },
      { a: 2, b: [2, 3], c: null },
    ];
    const all = database.prepare("SELECT * FROM t ORDER BY a");
    expect((await all.all()).results).toEqual(rows);
    expect(await all.first()).toEqual(rows[0]);
    expect(await all.first("c")).toBe("x");
    expect(await all.raw({ columnNames: true })).toEqual([["a", "b", "c"], ...rows.map((row) => Object.values(row))]);
    expect(await database.prepare("SELECT * FROM t WHERE a = 9").first()).toBe(null);
    await expect(all.first("z")).rejects.toThrow("D1_COLUMN_NOTFOUND");
  });

  it("says how many rows it changed, not how many the one before did", async () => {
    expect((await insert(1).run()).meta).toMatchObject({ changes: 1, changed_db: true, last_row_id: 1 });
    expect((await database.prepare("SELECT 1").all()).meta).toMatchObject({ changes: 0, changed_db: false });
    const returning = await database.prepare("INSERT INTO t (c) VALUES ('y'), ('z') RETURNING a").all();
    expect([returning.results, returning.meta.changes]).toEqual([[{ a: 2 }, { a: 3 }], 2]);
  });

  it.each([
    ["undefined", [undefined], /D1_TYPE_ERROR/],
    ["an object", [{}], /D1_TYPE_ERROR/],
    ["a big integer", [1n], /D1_TYPE_ERROR/],
    ["101 parameters", Array.from({ length: 101 }, () => 1), /too many SQL variables/],
  ])("refuses %s, as D1 does", (_, values, message) => {
    expect(() => database.prepare("SELECT 1").bind(...values)).toThrow(message);
  });

  it("takes 100 parameters and refuses a text above 100 KB", async () => {
    const marks = Array.from({ length: 100 }, (_, index) => `?${index + 1}`).join(" + ");
    const sum = database.prepare(`SELECT ${marks} AS n`).bind(...Array.from({ length: 100 }, () => 1));
    expect(await sum.first("n")).toBe(100);
    await expect(database.prepare(`SELECT 1 -- ${"x".repeat(100_000)}`).run()).rejects.toThrow("too long");
  });

  it("tells an error of SQLite under D1's name", async () => {
    await insert(1).run();
    await expect(insert(1).run()).rejects.toThrow(/^D1_ERROR: UNIQUE constraint failed/);
    await expect(database.prepare("SELEC 1").run()).rejects.toThrow(/^D1_ERROR: /);
  });
});

describe("a batch", () => {
  it("is all or nothing, and lets changes() see the statement before", async () => {
    await expect(database.batch([insert(1), insert(2), insert(1)])).rejects.toThrow("UNIQUE");
    expect(await count()).toBe(0);
    const after = database.prepare("INSERT INTO t (a) SELECT 9 WHERE changes() = 1");
    const [, second] = await database.batch([insert(1), after]);
    expect([second?.meta.changes, await count()]).toEqual([1, 2]);
  });

  it("works after one that failed", async () => {
    await expect(database.batch([insert(1), database.prepare("SELECT nothing")])).rejects.toThrow("D1_ERROR");
    expect((await database.batch([insert(1)]))[0]?.meta.changes).toBe(1);
  });
});

describe("the file", () => {
  it("waits for the disk at each commit, journals ahead, respects foreign keys, and is one file when closed", async () => {
    const { readdirSync } = await import("node:fs");
    const folder = dataFolder();
    const sqlite = openDatabase(`${folder}/x.sqlite`);
    const pragma = (name: string) => Object.values(sqlite.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")]).toEqual(["wal", 2, 1]);
    sqlite.exec("CREATE TABLE t (a)");
    closeDatabase(sqlite);
    expect(readdirSync(folder)).toEqual(["x.sqlite"]);
  });
});
