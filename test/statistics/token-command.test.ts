/** `npm run token`: what may be asked, what is refused and why, what is kept and shown. On a D1 of this machine. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { territories } from "../../dist/questionnaires/territories.js";
import { commandLine } from "../../scripts/database/command-line.ts";
import { remoteConfiguration } from "../../scripts/database/open-remote.ts";
import { type OpenDatabase, openDatabase } from "../../scripts/open-database.ts";
import { carryOut } from "../../scripts/token/carry-out.ts";
import { readCommand } from "../../scripts/token/command.ts";
import { parseToken } from "../../worker/access/token.ts";
import { findToken } from "../../worker/store/tokens.ts";

const TODAY = "2026-11-22";
const TIMEOUT = 60_000;
const read = (...args: readonly string[]) => readCommand(args, TODAY, territories);
const LABEL = ["--label", "ARS, observatoire"];

describe("what may be asked", () => {
  it("is to create, with a label, a territory or none, and an end", () => {
    expect(read("create", ...LABEL, "--territory", "ara", "--expires", "2027-03-01")).toEqual({
      ok: true,
      value: {
        command: { verb: "create", label: "ARS, observatoire", territory: "ara", expiresOn: "2027-03-01" },
        where: { kind: "local" },
      },
    });
    expect(read("create", ...LABEL, "--days", "90")).toMatchObject({
      value: { command: { territory: null, expiresOn: "2027-02-20" } },
    });
  });

  it("is to list and to revoke, on any of the three databases", () => {
    expect(read("list", "--data", "/srv/diag")).toEqual({
      ok: true,
      value: { command: { verb: "list" }, where: { kind: "folder", folder: "/srv/diag" } },
    });
    expect(read("revoke", "3f9a1c2d", "--remote")).toEqual({
      ok: true,
      value: { command: { verb: "revoke", id: "3f9a1c2d" }, where: { kind: "remote" } },
    });
  });

  it.each<readonly [readonly string[], RegExp]>([
    [[], /^Dites que faire.*\nnpm run token -- create/],
    [["destroy"], /^Dites que faire/],
    [["list", "all"], /^Dites que faire/],
    [["create", "--days", "90"], /^Dites à qui va le jeton/],
    [["create", "--label", " ", "--days", "90"], /de 1 à 80 caractères/],
    [["create", "--label", "a\nb", "--days", "90"], /de 1 à 80 caractères/],
    [["create", "--label", "a".repeat(81), "--days", "90"], /de 1 à 80 caractères/],
    [["create", ...LABEL], /^Dites jusqu’à quand/],
    [["create", ...LABEL, "--days", "90", "--expires", "2027-01-01"], /pas les deux\.$/],
    [["create", ...LABEL, "--days", "quatre"], /«.quatre.» n’est pas un nombre de jours/],
    [["create", ...LABEL, "--expires", "1er mars"], /«.1er mars.» n’est pas une date/],
    [["create", ...LABEL, "--expires", "2026-11-21"], /^Le 2026-11-21 est passé/],
    [["create", ...LABEL, "--days", "366"], /jusqu’au 2027-11-22, ou --days 365\.$/],
    [["create", ...LABEL, "--days", "9", "--territory", "xx"], /«.xx.» n’existe pas.*: ara, bfc, .* reu\.$/],
    [["create", ...LABEL, "--days", "9", "--territory", "national"], /n’est pas une région/],
    [["create", ...LABEL, "--days", "9", "--admin"], /: --admin\.$/],
    [["create", ...LABEL, "--days"], /: --days\.$/],
    [["list", "--label", "x"], /: --label\.$/],
    [["revoke"], /^Dites quel jeton révoquer/],
    [["revoke", "a", "b"], /: b\.$/],
    [["list", "--data", "/srv", "--remote"], /^Choisissez une seule base/],
    [["list", "--data", ""], /^Dites quel dossier/],
  ])("is refused in one sentence otherwise: %j", (args, sentence) => {
    const refused = read(...args);
    expect(refused).toEqual({ ok: false, sentence: expect.stringMatching(sentence) });
    expect(JSON.stringify(refused)).not.toMatch(/\{\w+\}| [:;?!»]|« |'/);
  });
});

describe("the other commands", () => {
  it("take the same options, and refuse a mistyped one rather than work on another database", () => {
    expect(commandLine([])).toEqual({ ok: true, value: { where: { kind: "local" }, words: [] } });
    expect(commandLine(["--data", "/srv"])).toMatchObject({ value: { where: { kind: "folder", folder: "/srv" } } });
    expect(commandLine(["channel", "iframe", "--remote"], true)).toEqual({
      ok: true,
      value: { where: { kind: "remote" }, words: ["channel", "iframe"] },
    });
    for (const args of [["--dta", "/srv"], ["/srv"], ["--data"], ["--remote", "--data", "/srv"]]) {
      expect(commandLine(args)).toMatchObject({ ok: false });
    }
  });

  it("ask Cloudflare for the database that wrangler.toml names, as a remote one, and for nothing else", () => {
    const bound = { binding: "DB", database_name: "d", database_id: "0f3c" };
    const own = { name: "n", compatibility_date: "2026-07-30", vars: { SECRET: "x" }, d1_databases: [bound] };
    expect(remoteConfiguration(own, bound)).toEqual({
      name: "n",
      compatibility_date: "2026-07-30",
      send_metrics: false,
      d1_databases: [{ ...bound, remote: true }],
    });
  });
});

describe("a token", () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openDatabase(null);
  }, TIMEOUT);
  afterAll(() => opened?.close());

  const run = async (fill: number, today: string, ...args: readonly string[]) => {
    const asked = readCommand(args, today, territories);
    if (!asked.ok) throw new Error(asked.sentence);
    return carryOut(opened.database, asked.value.command, { random: new Uint8Array(32).fill(fill), today });
  };

  it("is shown once, kept as its hash, listed without it, revoked by its name", async () => {
    expect(await run(0, TODAY, "list")).toEqual({ ok: true, token: null, lines: ["Il n’y a aucun jeton."] });
    const made = await run(1, TODAY, "create", ...LABEL, "--territory", "ara", "--days", "90");
    if (!made.ok || made.token === null) throw new Error("No token was made.");
    const parsed = await parseToken(made.token);
    if (!parsed.ok) throw new Error("The token is none.");
    const id = /^Jeton ([0-9a-f]{8}) créé/.exec(made.lines[0] ?? "")?.[1] ?? "";
    expect(made.lines).toEqual([expect.stringContaining("les lignes du territoire ara, valable jusqu’au 2027-02-20")]);
    expect(made.lines.join()).not.toContain("dces_");
    expect(await findToken(opened.database, parsed.hash)).toMatchObject({ territory: "ara", createdOn: TODAY });

    await run(2, "2026-10-01", "create", "--label", "Tableau de bord", "--days", "3");
    const list = await run(0, TODAY, "list");
    expect(list).toMatchObject({
      lines: [
        expect.stringMatching(/^nom {7}état +territoire +créé le +valable jusqu’au +dernier usage +libellé$/),
        expect.stringMatching(/^[0-9a-f]{8} {2}expiré +tous +2026-10-01 +2026-10-04 +jamais +Tableau de bord$/),
        expect.stringMatching(new RegExp(`^${id}  valable +ara +2026-11-22 +2027-02-20 +jamais +ARS, observatoire$`)),
      ],
    });
    expect(JSON.stringify(list)).not.toContain("dces_");

    expect(await run(0, TODAY, "revoke", "00000000")).toMatchObject({ sentence: expect.stringContaining("00000000") });
    expect(await run(0, TODAY, "revoke", id)).toMatchObject({ lines: [expect.stringContaining("est révoqué")] });
    expect(await run(0, "2026-11-23", "revoke", id)).toEqual({
      ok: false,
      sentence: `Le jeton ${id} a déjà été révoqué le 2026-11-22.`,
    });
    expect(JSON.stringify(await run(0, TODAY, "list"))).toContain(`${id}  révoqué`);
  });
});
