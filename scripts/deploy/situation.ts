/** Reads what `npm run deploy` decides upon: wrangler.toml, the lock of the questionnaires, git, wrangler's login. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { LOCK_FILE, parseLock } from "../../questionnaires/compile/published.ts";
import { keptVersions } from "../widget-archive.ts";
import { VERSION } from "../widget-release.ts";
import type { Situation } from "./refusals.ts";
import { wrangler } from "./wrangler.ts";

/** The part of wrangler.toml that matters here. */
interface Configuration {
  readonly d1_databases?: readonly { readonly binding: string; readonly database_id?: string }[];
  readonly routes?: readonly unknown[];
  readonly route?: unknown;
}

/** The situation of the project in `root`. `login` = whether to ask wrangler who is logged in (it takes seconds). */
export function situationOf(root: string, login: boolean): Situation {
  const { d1_databases, routes, route } = parse(readFileSync(join(root, "wrangler.toml"), "utf8")) as Configuration;
  const authenticated = login && isAuthenticated(root);
  return {
    databaseId: d1_databases?.find(({ binding }) => binding === "DB")?.database_id ?? null,
    hasAddress: (routes?.length ?? 0) > 0 || route !== undefined,
    drafts: draftsIn(join(root, "questionnaires")),
    unkeptWidget: keptVersions(join(root, "widget/published")).includes(VERSION) ? null : VERSION,
    changed: changedIn(root),
    authenticated,
    jurisdiction: authenticated ? jurisdictionIn(wrangler(root, ["d1", "info", "DB", "--json"], "quiet").stdout) : null,
  };
}

/** The jurisdiction in what `wrangler d1 info --json` prints, the API's own answer; null when it names none. */
export function jurisdictionIn(printed: string): string | null {
  const json = /\{[\s\S]*\}/.exec(printed)?.[0]; // a warning may stand before it
  try {
    const { jurisdiction } = JSON.parse(json ?? "{}") as { readonly jurisdiction?: unknown };
    return typeof jurisdiction === "string" ? jurisdiction : null;
  } catch {
    return null;
  }
}

/** The folders `<id>/<version>` that the lock does not know. */
function draftsIn(folder: string): readonly string[] {
  const lockFile = join(folder, LOCK_FILE);
  const lock = parseLock(existsSync(lockFile) ? readFileSync(lockFile, "utf8") : null);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter((version) => existsSync(join(folder, name, version, "questionnaire.yaml")))
        .map((version) => `${name}/${version}`),
    )
    .filter((version) => !(version in lock));
}

function changedIn(root: string): readonly string[] | null {
  const { status, stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });
  if (status !== 0) return null;
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(3));
}

/** Whether wrangler may act for someone. A token is believed: wrangler itself refuses a wrong one. */
export function isAuthenticated(root: string): boolean {
  if (process.env.CLOUDFLARE_API_TOKEN) return true;
  const { stdout, stderr } = wrangler(root, ["whoami"], "quiet");
  return !/not authenticated/i.test(`${stdout}${stderr}`);
}
