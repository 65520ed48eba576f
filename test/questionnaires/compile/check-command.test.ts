import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import type { SourceFile } from "../../../questionnaires/compile/source.ts";
import { changeFiles, mini, miniFiles } from "./mini.ts";

/** Writes a version as `<root>/mini/1.0.0` and gives both folders. */
function written(files: readonly SourceFile[]) {
  const root = mkdtempSync(join(tmpdir(), "check-"));
  const folder = join(root, "mini", "1.0.0");
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return { root, folder, lock: join(root, "published.lock.json") };
}

function run(command: "check" | "publish", folder: string, cwd?: string) {
  const script = join(QUESTIONNAIRES_ROOT, `compile/${command}.ts`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--no-warnings", "--experimental-strip-types", script, folder],
    { encoding: "utf8", cwd },
  );
  return { status, stdout, stderr };
}

const change = { file: "questions-acces.yaml", from: "when: connectes", to: "when: connectes == oui" };

describe("npm run questionnaires:check -- FOLDER", () => {
  it("says what it read and succeeds when there is at most a doubt, wherever it is run from", () => {
    const doubt = { file: "questions-acces.yaml", from: "Chacun a-t-il", to: "Chacun a-t-il, et depuis quand," };
    const { folder } = written(changeFiles(miniFiles(), [doubt]));
    const { status, stdout } = run("check", ".", folder);
    expect(stdout).toContain("questions-acces.yaml:7  avertissement double-question");
    expect(stdout).toContain(`mini 1.0.0\u00a0: 7 questions, 8 actions, ${mini(doubt).hash} (brouillon`);
    expect(status).toBe(0);
  });

  it("prints file, line, rule and remedy, and fails when something is wrong", () => {
    const { folder } = written(changeFiles(miniFiles(), [change]));
    const { status, stdout } = run("check", folder);
    expect(stdout).toMatch(/mini\/1\.0\.0\/questions-acces\.yaml:58 {2}erreur boolean-compared — .+ → écrivez .+/);
    expect(status).toBe(1);
  });

  it("fails when a worked example is not found again", () => {
    const wrong = { file: "examples.yaml", from: "rawScore: 60.00", to: "rawScore: 61.00" };
    const { status, stdout } = run("check", written(changeFiles(miniFiles(), [wrong])).folder);
    expect(stdout).toContain("rawScore\u00a0: 61 attendu, 60 calculé");
    expect(status).toBe(1);
  });

  it("says what is missing from a folder that does not exist", () => {
    const nowhere = run("check", "questionnaires/esms/0.0.0");
    expect(nowhere.stdout).toContain("erreur missing-file");
    expect(nowhere.status).toBe(1);
  });
});

describe("npm run questionnaires:publish -- FOLDER", () => {
  it("notes the hash once, beside the questionnaires; the check then refuses the slightest change", () => {
    const { folder, lock } = written(miniFiles());
    writeFileSync(lock, '{ "mini/0.9.0": "sha256-9" }');
    expect(run("publish", folder).status).toBe(0);
    const locked = readFileSync(lock, "utf8");
    expect(JSON.parse(locked)).toEqual({ "mini/0.9.0": "sha256-9", "mini/1.0.0": mini().hash });

    expect(run("check", folder).stdout).toContain("(publiée)");
    expect(run("publish", folder)).toMatchObject({ status: 0, stdout: expect.stringContaining("déjà publiée") });
    const reworded = changeFiles(miniFiles(), [{ file: "questions-acces.yaml", from: "Aucun suivi", to: "Rien" }]);
    for (const { name, text } of reworded) writeFileSync(join(folder, name), text);
    const after = run("publish", folder);
    expect(after.status).toBe(1);
    expect(after.stderr).toContain("erreur published-changed");
    expect(readFileSync(lock, "utf8")).toBe(locked);
  });

  it("refuses a version with an error", () => {
    const { folder, lock } = written(changeFiles(miniFiles(), [change]));
    const refused = run("publish", folder);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("corrigez d’abord");
    expect(() => readFileSync(lock)).toThrow();
  });
});
