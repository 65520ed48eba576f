import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { EDITOR_SCHEMAS, editorSchema, schemaNameOf } from "../../../questionnaires/compile/editor-schemas.ts";
import { latestPublished } from "../../../questionnaires/compile/territories/read.ts";
import { writeTerritories } from "../../../questionnaires/compile/territories/write.ts";
import { shipped } from "../../support/questionnaires.ts";
import { changeFiles, mini } from "../compile/mini.ts";
import { compiled, territoryFiles } from "./mini.ts";
import { shippedFiles, territories } from "./shipped.ts";

/** A root folder with the shipped questionnaires and the territories, changed or not. */
function rootWith(change?: { readonly from: string; readonly to: string }): string {
  const root = mkdtempSync(join(tmpdir(), "territories-"));
  for (const part of ["esms", "territories", "published.lock.json"])
    cpSync(join(QUESTIONNAIRES_ROOT, part), join(root, part), { recursive: true });
  if (change) {
    const file = join(root, "territories/ara.yaml");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(change.from, () => change.to),
    );
  }
  return root;
}

describe("a compiled territory", () => {
  it("says null for what its author does not know, and holds the condition as the engine reads it", () => {
    const [vallee, national] = compiled().territories;
    expect(vallee).toMatchObject({
      code: "vallee",
      region: "84",
      origins: ["https://www.appui.test", "http://localhost:8080"],
    });
    expect(vallee?.contacts[0]).toMatchObject({ email: "aide@appui.test", checkedOn: "2026-01-11" });
    expect(vallee?.contacts[1]).toMatchObject({ phone: null, email: null, url: null, checkedOn: null });
    expect(vallee?.services[0]).toMatchObject({ for: { var: "serveur", in: [true] }, free: true, note: null });
    expect(vallee?.services[1]).toMatchObject({ free: false, note: "Sur inscription", url: null, checkedOn: null });
    expect(vallee?.theme).toEqual({ "--cd-accent": "#0b5568" });
    expect(national).toMatchObject({ code: "national", region: null, departments: [], origins: [], theme: null });
    expect(national?.services[0]).toMatchObject({ for: true, free: null });
    expect(national?.financing[0]).toMatchObject({ actions: [], for: true });
  });

  it("is one of none where there is no folder of territories", () => {
    expect(compiled([])).toEqual({ territories: [], findings: [] });
  });

  it.each(["departement in (01, 69)", "not (departement in (01, 69))"])(
    "may be for who says its department, or for who does not: « %s » is neither dead nor for all",
    (when) => {
      const files = changeFiles(territoryFiles(), [{ file: "vallee.yaml", from: "for: serveur", to: `for: ${when}` }]);
      expect(compiled(files).findings.filter(({ code }) => code.startsWith("condition-"))).toEqual([]);
    },
  );

  it("is not told missing when its file cannot be read", () => {
    const files = changeFiles(territoryFiles(), [{ file: "vallee.yaml", from: "kind: support", to: "kind: ami" }]);
    expect(compiled(files).findings.map(({ code }) => code)).toEqual(["wrong-type"]);
  });
});

describe("the questionnaires that territories are checked against", () => {
  const one = { ...mini(), version: "1.0.0" };
  const two = { ...mini(), version: "1.1.0" };

  it("are the latest published ones: a draft may still change its actions", () => {
    expect(latestPublished([one, two], { "mini/1.0.0": one.hash })).toEqual([one]);
    expect(latestPublished([one, two], { "mini/1.0.0": one.hash, "mini/1.1.0": two.hash })).toEqual([two]);
  });

  it("are drafts only where nothing is published", () => {
    expect(latestPublished([one, two], {})).toEqual([two]);
  });
});

describe("the build", () => {
  it("writes the territories as data that any runtime can import", async () => {
    const out = mkdtempSync(join(tmpdir(), "built-"));
    const questionnaires = shipped.map(({ questionnaire }) => questionnaire);
    const written = writeTerritories(out, QUESTIONNAIRES_ROOT, questionnaires);
    const { territories: loaded } = await import(pathToFileURL(join(out, "territories.js")).href);
    expect(loaded).toEqual(written);
    expect(loaded).toEqual(territories);
    expect(readFileSync(join(out, "territories.d.ts"), "utf8")).toContain("readonly HostedTerritory[]");
  });

  it("stops at a territory with an error, and names it", () => {
    const questionnaires = shipped.map(({ questionnaire }) => questionnaire);
    const root = rootWith({ from: "[act-sensibiliser]", to: "[act-sensible]" });
    expect(() => writeTerritories(root, root, questionnaires)).toThrow(/ara\.yaml:\d+ {2}erreur unknown-action/);
  });
});

describe("npm run questionnaires:check -- questionnaires/territories", () => {
  const run = (folder: string) => {
    const script = join(QUESTIONNAIRES_ROOT, "compile/check.ts");
    const flags = ["--no-warnings", "--experimental-strip-types"];
    return spawnSync(process.execPath, [...flags, script, folder], { encoding: "utf8" });
  };

  it("prints what is known and what is still to be found, and succeeds on mere doubts", () => {
    const { status, stdout } = run(join(rootWith(), "territories"));
    expect(stdout).toMatch(/territories {2}19 territoires, \d+ services \(\d+ sans adresse\), \d+ contacts \(\d+ sans/);
    expect(stdout).toMatch(/ara\.yaml:\d+ {2}avertissement resource-unchecked/);
    expect(status).toBe(0);
  });

  it("prints file, line, rule and remedy, and fails on an error", () => {
    const { status, stdout } = run(join(rootWith({ from: "[act-sensibiliser]", to: "[act-sensible]" }), "territories"));
    expect(stdout).toMatch(/territories\/ara\.yaml:\d+ {2}erreur unknown-action — .+ → corrigez .+/);
    expect(stdout).not.toContain("19 territoires");
    expect(status).toBe(1);
  });
});

describe("the schema that editors read", () => {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const entry = EDITOR_SCHEMAS.territory;
  if (!entry) throw new Error("no schema of territories");
  const validate = ajv.compile(JSON.parse(editorSchema(entry)));

  it.each(shippedFiles().map((file) => [file.name, file.text] as const))("accepts %s, which names it", (name, text) => {
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=../schema/authoring/territory.schema.json");
    expect(schemaNameOf(`territories/${name}`)).toBe("territory");
  });

  it.each([
    ["a role that does not exist", "kind: support", "kind: ami"],
    ["a service for no action", "actions: [act-equipements]", "actions: []"],
    ["a key that does not exist", "free: true", "gratuit: true"],
  ])("refuses %s", (_, from, to) => {
    const text = territoryFiles().find(({ name }) => name === "vallee.yaml")?.text ?? "";
    expect(validate(parse(text))).toBe(true);
    expect(text.split(from)).toHaveLength(2);
    expect(validate(parse(text.replace(from, to)))).toBe(false);
  });
});
