import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import { changedFiles, lineOf, shippedFiles } from "./content.ts";

function run(files: readonly SourceFile[]) {
  const folder = join(mkdtempSync(join(tmpdir(), "check-")), "esms", "1.0.0");
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return check(folder);
}

function check(folder: string, cwd?: string) {
  const command = join(QUESTIONNAIRES_ROOT, "compile/check.ts");
  return spawnSync(process.execPath, ["--no-warnings", "--experimental-strip-types", command, folder], {
    encoding: "utf8",
    cwd,
  });
}

describe("npm run questionnaires:check -- FOLDER", () => {
  it("says what it found and succeeds when nothing is wrong", () => {
    const { status, stdout } = run(shippedFiles());
    expect(stdout).toContain("57 questions, 50 actions, sha256-");
    expect(status).toBe(0);
  });

  it("prints file, line, rule and remedy, and fails when something is wrong", () => {
    const change = { file: "questions-postes.yaml", from: "when: mobilite == quotidienne", to: "when: mobile == oui" };
    const files = changedFiles([change]);
    const { status, stdout } = run(files);
    const line = lineOf(files, change.file, change.to);
    expect(stdout).toMatch(new RegExp(`questions-postes\\.yaml:${line}  erreur boolean-compared — .+ → écrivez .+`));
    expect(status).toBe(1);
  });

  it("may be run from the folder itself, and says what is missing from a folder that does not exist", () => {
    const here = check(".", join(QUESTIONNAIRES_ROOT, "esms/1.0.0"));
    expect(here.stdout).toContain("57 questions");
    expect(here.status).toBe(0);
    const nowhere = check("questionnaires/esms/0.0.0");
    expect(nowhere.stdout).toContain("erreur missing-file");
    expect(nowhere.status).toBe(1);
  });
});
