/** `npm run deploy` says in one sentence each what is missing, and leaves nothing half done. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusals, type Situation } from "../../scripts/deploy/refusals.ts";
import { jurisdictionIn } from "../../scripts/deploy/situation.ts";

const READY: Situation = {
  databaseId: "0f3c1e9a-5f1e-4c58-9a3e-111111111111",
  hasAddress: true,
  drafts: [],
  unkeptWidget: null,
  changed: [],
  authenticated: true,
  jurisdiction: "eu",
};

const NO_DATABASE =
  "wrangler.toml names no database: run npx wrangler d1 create diag-cyber-esms --jurisdiction=eu, and write the id that it prints as database_id.";
const NO_ADDRESS =
  'wrangler.toml gives the service no address: add routes = [{ pattern = "diag.example.fr", custom_domain = true }], with your own domain.';
const IN_THE_UNION =
  "create one with npx wrangler d1 create diag-cyber-esms --jurisdiction=eu (it cannot be changed afterwards), and write its id as database_id.";
const NO_WIDGET =
  "Version 1.0.0 of the widget can still change: run npm run widget:publish, so that sites may pin it, and commit what it keeps.";
const NO_LOGIN = "Nobody is logged in: run npx wrangler login, or set CLOUDFLARE_API_TOKEN.";

describe("what is missing to deploy", () => {
  it("is nothing when everything is there", () => {
    expect(refusals(READY)).toEqual([]);
  });

  it.each<readonly [Partial<Situation>, string]>([
    [{ databaseId: null }, NO_DATABASE],
    [{ databaseId: "" }, NO_DATABASE],
    [{ databaseId: "00000000-0000-0000-0000-000000000000" }, NO_DATABASE],
    [{ hasAddress: false }, NO_ADDRESS],
    [
      { drafts: ["esms/1.2.0", "esms/1.3.0"] },
      "esms/1.2.0, esms/1.3.0 can still change: run npm run questionnaires:publish -- esms/1.2.0.",
    ],
    [{ unkeptWidget: "1.0.0" }, NO_WIDGET],
    [
      { changed: ["a.ts", "b.ts", "c.ts", "d.ts"] },
      "These changes are not committed: a.ts, b.ts, c.ts…. Commit them, so that what runs can be found again.",
    ],
    [{ changed: null }, "This folder is no git repository: deploy from a clone, so that what runs can be found again."],
    [{ authenticated: false }, NO_LOGIN],
    [{ jurisdiction: null }, `The database is bound to no jurisdiction, or cannot be read: ${IN_THE_UNION}`],
    [{ jurisdiction: "us" }, `The database is in us, or cannot be read: ${IN_THE_UNION}`],
  ])("is told in one sentence: %j", (lacking, sentence) => {
    expect(refusals({ ...READY, ...lacking })).toEqual([sentence]);
  });

  it("is told all at once", () => {
    expect(
      refusals({
        databaseId: null,
        hasAddress: false,
        drafts: ["x/1.0.0"],
        unkeptWidget: "1.0.0",
        changed: null,
        authenticated: false,
        jurisdiction: null,
      }),
    ).toHaveLength(6);
  });

  it.each([
    ['▲ [WARNING] old\n{ "uuid": "1", "jurisdiction": "eu" }', "eu"],
    ['{ "uuid": "1", "jurisdiction": null }', null],
    ['{ "uuid": "1" }', null],
    ["✘ [ERROR] Couldn't find DB", null],
    ["{ broken }", null],
  ])("reads where the database is bound to from what wrangler prints: %j", (printed, jurisdiction) => {
    expect(jurisdictionIn(printed)).toBe(jurisdiction);
  });
});

describe("the command", () => {
  let copy: string;
  const git = (...words: readonly string[]) => execFileSync("git", words, { cwd: copy, stdio: "pipe" });
  const deploy = (...words: readonly string[]) => {
    const { CLOUDFLARE_API_TOKEN: _, ...inherited } = process.env;
    const home = { HOME: join(copy, "home"), XDG_CONFIG_HOME: join(copy, "home/.config"), CI: "1" };
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/deploy/deploy.ts", ...words], {
      cwd: copy,
      env: { ...inherited, ...home },
      encoding: "utf8",
    });
    return { status, said: stderr.trim().split("\n"), stdout };
  };

  const publish = () => execFileSync(process.execPath, ["scripts/publish-widget.ts"], { cwd: copy, stdio: "pipe" });

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "diag-deploy-"));
    const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
      .trim()
      .split("\n");
    for (const file of files) cpSync(file, join(copy, file), { recursive: true });
    symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
    mkdirSync(join(copy, "home"));
    writeFileSync(join(copy, ".gitignore"), `${readFileSync(".gitignore", "utf8")}home/\nnode_modules\n`);
    git("init", "-q");
    git("config", "user.email", "test@example.fr");
    git("config", "user.name", "test");
    git("add", "-A");
    git("commit", "-qm", "all");
  }, 60_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it("refuses the repository as it is: the database and the domain are whoever deploys it's own, and nobody is logged in", () => {
    expect(deploy()).toMatchObject({ status: 1, said: [NO_DATABASE, NO_ADDRESS, NO_WIDGET, NO_LOGIN] });
  }, 60_000);

  it("rehearses once the files are right, building the worker, and sends nothing", () => {
    const file = join(copy, "wrangler.toml");
    const text = readFileSync(file, "utf8").replace(/database_id = ".*"/, `database_id = "${READY.databaseId}"`);
    writeFileSync(file, `routes = [{ pattern = "diag.example.fr", custom_domain = true }]\n${text}`);
    expect(deploy("--dry-run")).toMatchObject({
      status: 1,
      said: [
        NO_WIDGET,
        "These changes are not committed: wrangler.toml. Commit them, so that what runs can be found again.",
      ],
    });
    publish();
    git("add", "-A");
    git("commit", "-qm", "ours");
    const { status, stdout } = deploy("--dry-run");
    expect([status, stdout]).toEqual([0, expect.stringContaining("Ready: npm run deploy would go.")]);
    expect(stdout).toContain("env.DB (diag-cyber-esms)");
  }, 180_000);

  it("stops at a worker that does not build", () => {
    writeFileSync(join(copy, "worker/index.ts"), 'import "./nothing.ts";\n');
    git("commit", "-qam", "broken");
    const { status, said } = deploy("--dry-run");
    expect([status, said.at(-1)]).toEqual([
      1,
      "wrangler deploy --dry-run failed: the reason is above; the steps after it were not run.",
    ]);
  }, 180_000);
});
