/** A backup is whole although the server writes; a restore loses nothing, refuses what is wrong, and takes D1's own export. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { newKey } from "../worker/support/key.ts";
import { command, dataFolder, startServer } from "./support/command.ts";
import { held, heldIn, submit } from "./support/submit.ts";

/** A data folder with a stopped server's database of three contributions, the key of one of them, and a copy. */
async function backedUp() {
  const dataDir = dataFolder();
  const file = join(dataFolder(), "copy.sqlite");
  const server = await startServer(dataDir);
  const key = newKey();
  for (const one of [key, newKey(), newKey()]) expect(await submit(server.origin, one)).toBe(201);
  expect(command(["backup", file], dataDir)).toMatchObject({ status: 0, said: expect.stringContaining("copy.sqlite") });
  server.child.kill("SIGTERM");
  await server.ended;
  return { dataDir, file, key };
}

describe("a backup", () => {
  it("made while submissions come in is sound, holds what was answered before, and as many receipts as contributions", async () => {
    const dataDir = dataFolder();
    const server = await startServer(dataDir);
    const statuses = await Promise.all(Array.from({ length: 100 }, () => submit(server.origin)));
    let writing = true;
    const writer = (async () => {
      let sent = 0;
      while (writing) sent += (await submit(server.origin)) === 201 ? 1 : 0;
      return sent;
    })();
    const { spawn } = await import("node:child_process");
    const copies = ["a", "b", "c"].map((name) => join(dataFolder(), name));
    for (const copy of copies) {
      const child = spawn(process.execPath, ["selfhost/start.mjs", "backup", copy], {
        env: { ...process.env, DATA_DIR: dataDir },
      });
      expect(await new Promise((done) => child.on("exit", done))).toBe(0);
    }
    writing = false;
    const sent = await writer;
    expect(statuses.every((status) => status === 201)).toBe(true);
    expect(sent).toBeGreaterThan(0);
    const counts = copies.map(held);
    for (const { receipts, contributions } of counts) {
      expect(receipts).toBe(contributions);
      expect(contributions).toBeGreaterThanOrEqual(100);
    }
    expect(heldIn(dataDir).contributions).toBe(100 + sent);
    expect(counts.map((one) => one.contributions)).toEqual(
      counts.map((one) => one.contributions).toSorted((a, b) => a - b),
    );
  });

  it("does not hold what the service has forgotten", async () => {
    const { dataDir } = await backedUp();
    const sqlite = new DatabaseSync(join(dataDir, "diag.sqlite"));
    const canary = new TextEncoder().encode("CANARI".padEnd(32, "."));
    sqlite.prepare("INSERT INTO receipts (key_hash, day) VALUES (?1, 1)").run(canary);
    sqlite.exec("DELETE FROM receipts WHERE day = 1; PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite.close();
    expect(readFileSync(join(dataDir, "diag.sqlite")).includes("CANARI")).toBe(true); // in a free page of the file
    const copy = join(dataFolder(), "copy.sqlite");
    command(["backup", copy], dataDir);
    expect(readFileSync(copy).includes("CANARI")).toBe(false);
  });

  it("refuses in one sentence what it cannot do, and overwrites nothing", async () => {
    const { dataDir, file } = await backedUp();
    const refused = (words: readonly string[], folder = dataDir) => {
      const { status, said } = command(["backup", ...words], folder);
      expect(status).toBe(1);
      return said;
    };
    expect(refused([])).toBe("Say where to write the copy: npm run backup -- /backups/diag.sqlite");
    expect(refused([file])).toBe(`${file} exists already: choose another name.`);
    expect(refused([join(dataDir, "no/where")])).toBe(`The folder ${join(dataDir, "no")} does not exist.`);
    const empty = dataFolder();
    expect(refused([join(empty, "x")], empty)).toBe(`There is no database in ${empty}: set DATA_DIR.`);
    expect(readdirSync(empty)).toEqual([]);
  });
});

describe("a restore", () => {
  it("brings back what the copy held, knows again who had sent, and sets the other database aside", async () => {
    const { dataDir, file, key } = await backedUp();
    const server = await startServer(dataDir);
    expect(await submit(server.origin)).toBe(201);
    expect(command(["restore", file], dataDir)).toEqual({
      status: 1,
      said: `A server uses ${dataDir}: stop it first.`,
    });
    server.child.kill("SIGTERM");
    await server.ended;
    const { status, said } = command(["restore", file], dataDir);
    expect([status, heldIn(dataDir).contributions]).toEqual([0, 3]);
    const aside = /^Restored; what was there before is (\S+): delete it when you are sure\.$/.exec(said)?.[1] ?? said;
    expect(held(aside)).toEqual({ receipts: 4, contributions: 4 });
    const again = await startServer(dataDir);
    expect(await submit(again.origin, key)).toBe(200);
    expect(readdirSync(dataDir).filter((name) => /restoring|part/.test(name))).toEqual([]);
  });

  it("fills an empty data folder: a new machine", async () => {
    const { file } = await backedUp();
    const dataDir = join(dataFolder(), "new");
    expect(command(["restore", file], dataDir)).toEqual({ status: 0, said: "Restored." });
    expect(heldIn(dataDir)).toEqual({ receipts: 3, contributions: 3 });
  });

  it("refuses what is no database of ours, or newer than this code, and changes nothing", async () => {
    const { dataDir, file } = await backedUp();
    const folder = dataFolder();
    const text = join(folder, "text");
    writeFileSync(text, "not a database");
    const torn = join(folder, "torn");
    writeFileSync(torn, readFileSync(file).subarray(0, 9000));
    const foreign = join(folder, "foreign");
    new DatabaseSync(foreign).exec("CREATE TABLE t (a)");
    const newer = join(folder, "newer");
    writeFileSync(newer, readFileSync(file));
    new DatabaseSync(newer).exec("INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')");
    const sql = join(folder, "wrong.sql");
    writeFileSync(sql, "SELEC 1;");
    const refused = (source: string | undefined) => {
      const { status, said } = command(source === undefined ? ["restore"] : ["restore", source], dataDir);
      expect([status, heldIn(dataDir).contributions]).toEqual([1, 3]);
      return said;
    };
    expect(refused(undefined)).toBe("Say which copy to restore: npm run restore -- /backups/diag.sqlite");
    expect(refused(join(folder, "none"))).toBe(`${join(folder, "none")} does not exist.`);
    expect(refused(text)).toBe(`${text} is not a sound database: choose another copy.`);
    expect(refused(torn)).toBe(`${torn} is not a sound database: choose another copy.`);
    expect(refused(foreign)).toBe(`${foreign} is not a database of this service.`);
    expect(refused(newer)).toBe(`${newer} comes from a newer version of this service: install that one first.`);
    expect(refused(sql)).toMatch(/wrong\.sql cannot be read as SQL: /);
    const left = readdirSync(dataDir).filter((name) => !/-(wal|shm)$/.test(name)); // of the reading above
    expect(left.toSorted()).toEqual(["diag.sqlite", "lock.sqlite"]);
  });

  it("takes what `wrangler d1 export` wrote, so that a service can leave Cloudflare", async () => {
    const dataDir = dataFolder();
    expect(command(["restore", "test/fixtures/d1/export.sql"], dataDir)).toEqual({ status: 0, said: "Restored." });
    expect(heldIn(dataDir)).toEqual({ receipts: 1, contributions: 1 });
    const server = await startServer(dataDir);
    expect(server.lines().filter(({ event }) => event === "migrated")).toEqual([]);
    expect(await submit(server.origin)).toBe(201);
  });
});
