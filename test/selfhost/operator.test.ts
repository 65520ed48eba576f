/** The operator's commands on the data folder of a self-hosted server: beside it while it runs, or without it. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { databaseFile } from "../../selfhost/store/open.ts";
import { asRows, INSERT_INVENTED, people } from "../support/invented.ts";
import { dataFolder, startServer } from "./support/command.ts";

const TIMEOUT = 120_000;
const SCRIPTS = JSON.parse(readFileSync("package.json", "utf8")).scripts as Readonly<Record<string, string>>;

interface Run {
  readonly status: unknown;
  readonly out: string;
  readonly said: string;
}

/** Runs a command of package.json under this Node. */
function npmRun(name: string, ...words: readonly string[]): Promise<Run> {
  const [, script = ""] = (SCRIPTS[name] ?? "").split(" ");
  return new Promise((done) => {
    execFile(process.execPath, ["--no-warnings", script, ...words], { timeout: 60_000 }, (failed, out, said) =>
      done({ status: failed === null ? 0 : failed.code, out: out.trim(), said: said.trim() }),
    );
  });
}

/** The lines that a command printed besides the log of what it did. */
const lines = (out: string) => out.split("\n").filter((line) => !line.startsWith("{"));

async function read(origin: string, token: string | null, path = "/api/v1/releases") {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(origin + path, { headers });
  await response.arrayBuffer();
  return response.status;
}

/** Everything that the files of a folder hold, as one text. */
const contents = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .join();

/** The commands of a procedure of the runbook, in order. */
function procedure(title: string): readonly string[] {
  const [, text = ""] = readFileSync("docs/runbook.md", "utf8").split(`## ${title}\n`);
  const [own = ""] = text.split(/^## /m);
  return [...own.matchAll(/npm run (.+?)`/g)].map(([, words = ""]) => words);
}

describe("tokens of a self-hosted server", () => {
  it(
    "are rotated as the runbook says, while it runs: both serve, then the new one only",
    async () => {
      const data = dataFolder();
      const server = await startServer(data, { STATISTICS_ACCESS: "token" });
      const run = (command: string, id = "") => {
        const words = [
          ...command
            .replace("3f9a1c2d", id)
            .replace("/var/lib/diag-cyber-esms", data)
            .matchAll(/"([^"]+)"|(\S+)/g),
        ];
        const [name = "", dashes, ...rest] = words.map(([, quoted, plain]) => quoted ?? plain ?? "");
        expect(dashes).toBe("--");
        return npmRun(name, ...rest);
      };
      const [create = "", list = "", revoke = "", ...more] = procedure("Rotate a reader’s token");
      expect([create, list, revoke].map((one) => /^token -- (\w+) /.exec(one)?.[1])).toEqual([
        "create",
        "list",
        "revoke",
      ]);
      expect(more).toEqual([]);

      const old = await run(create);
      expect([old.status, old.out]).toEqual([0, expect.stringMatching(/^dces_\S{51}$/)]);
      const [, oldId = ""] = /Jeton ([0-9a-f]{8}) créé/.exec(old.said) ?? [];
      expect([await read(server.origin, null), await read(server.origin, old.out)]).toEqual([401, 200]);

      const fresh = await run(create);
      expect([await read(server.origin, old.out), await read(server.origin, fresh.out)]).toEqual([200, 200]);
      const today = new Date().toISOString().slice(0, 10);
      expect((await run(list)).out).toMatch(new RegExp(`^${oldId}  valable .*${today} +\\S`, "m"));
      expect((await run(revoke, oldId)).out).toContain("est révoqué");
      expect([await read(server.origin, old.out), await read(server.origin, fresh.out)]).toEqual([401, 200]);
      expect((await run(list)).out).toMatch(new RegExp(`^${oldId}  révoqué`, "m"));

      const denials = server.lines().filter(({ event }) => event === "access-denied");
      expect(denials).toEqual([
        { event: "access-denied", reason: "missing" },
        { event: "access-denied", reason: "revoked", token: oldId },
      ]);
      const everything = contents(data) + JSON.stringify(server.lines());
      for (const token of [old.out, fresh.out]) expect(everything).not.toContain(token.slice(5, 25));
    },
    TIMEOUT,
  );

  it(
    "are not asked for where the setting is absent, and are where it is a word that nobody knows",
    async () => {
      const open = await startServer(dataFolder());
      const closed = await startServer(dataFolder(), { STATISTICS_ACCESS: "publique" });
      expect([await read(open.origin, null), await read(closed.origin, null)]).toEqual([200, 401]);
      expect(await read(closed.origin, null, "/api/v1/questionnaires")).toBe(200);
    },
    TIMEOUT,
  );
});

describe("the statistics of a self-hosted server", () => {
  it(
    "are released, proved, mended and withdrawn in its data folder, while it runs",
    async () => {
      const data = dataFolder();
      const server = await startServer(data);
      const sqlite = new DatabaseSync(databaseFile(data), { timeout: 5000 });
      sqlite.prepare(INSERT_INVENTED).run(asRows(people(60)));
      sqlite.prepare(INSERT_INVENTED).run(asRows(people(40, 2, "2026-T4", "iframe")));
      const on = (name: string, ...words: readonly string[]) => npmRun(name, ...words, "--data", data);

      expect(lines((await on("release")).out)).toEqual(["esms: release 1 is built."]);
      expect(await read(server.origin, null, "/api/v1/releases/1/tables/department.csv")).toBe(200);
      const proof = await on("statistics:rebuild");
      expect([proof.status, proof.out]).toEqual([0, expect.stringContaining("100 contributions")]);
      sqlite.exec("UPDATE counters SET value = value + 1 WHERE tbl = 'version' AND measure = 'n'");
      expect((await on("statistics:rebuild")).status).toBe(1);
      expect((await on("statistics:rebuild")).status).toBe(0);
      expect(lines((await on("statistics:withdraw", "channel", "iframe")).out)).toEqual(["40 contributions deleted."]);
      expect(sqlite.prepare("SELECT count(*) AS n FROM contributions").get()?.n).toBe(60);
      expect(lines((await on("release")).out)).toEqual(["esms: release 2 is built."]);
      sqlite.close();
    },
    TIMEOUT,
  );

  it(
    "obey the environment's MINIMUM_CELL, as the server does",
    async () => {
      const data = dataFolder();
      const server = await startServer(data);
      const sqlite = new DatabaseSync(databaseFile(data), { timeout: 5000 });
      sqlite.prepare(INSERT_INVENTED).run(asRows(people(60)));
      sqlite.close();
      process.env.MINIMUM_CELL = "20";
      try {
        expect((await npmRun("release", "--data", data)).status).toBe(0);
      } finally {
        delete process.env.MINIMUM_CELL;
      }
      const release = await (await fetch(`${server.origin}/api/v1/releases/1`)).json();
      expect(release).toMatchObject({ minimum: 20 });
    },
    TIMEOUT,
  );
});

describe("a command on a database that it cannot work on", () => {
  it(
    "says why in one French sentence, and changes nothing",
    async () => {
      const [empty, foreign, older, newer] = [dataFolder(), dataFolder(), dataFolder(), dataFolder()];
      writeFileSync(databaseFile(foreign), "no database");
      for (const folder of [older, newer]) {
        const server = await startServer(folder);
        server.child.kill("SIGTERM");
        await server.ended;
      }
      new DatabaseSync(databaseFile(older)).exec("DELETE FROM d1_migrations WHERE name LIKE '0003%'");
      new DatabaseSync(databaseFile(newer)).exec("INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')");
      const refusals = await Promise.all(
        [empty, foreign, older, newer].map((folder) => npmRun("token", "list", "--data", folder)),
      );
      expect(refusals.map(({ status, out }) => [status, out])).toEqual(Array(4).fill([1, ""]));
      expect(refusals.map(({ said }) => said)).toEqual([
        `Il n’y a pas de base dans ${empty}. Démarrez d’abord le serveur une fois\u00a0: il la crée.`,
        `Le fichier ${databaseFile(foreign)} n’est pas une base de ce service.`,
        expect.stringMatching(/plus ancienne que ce code.*0003_tokens\.sql\. Démarrez/),
        expect.stringMatching(/plus récente que ce code, qui ne connaît pas 9999_later\.sql/),
      ]);
      expect(readdirSync(empty)).toEqual([]);
      expect(await npmRun("release", "--dta", empty)).toMatchObject({ status: 1, out: "" });
      expect(await npmRun("statistics:withdraw", "before", "2024-T1", "--remote")).toMatchObject({
        status: 1,
        said: expect.stringContaining("wrangler.toml ne nomme aucune base"),
      });
    },
    TIMEOUT,
  );
});
