import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { QUESTIONNAIRES_ROOT, sortedVersions } from "../../../questionnaires/compile/compile-all.ts";
import { EDITOR_SCHEMAS, editorSchema, schemaNameOf } from "../../../questionnaires/compile/editor-schemas.ts";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import { miniFiles } from "./mini.ts";

const FOLDER = join(QUESTIONNAIRES_ROOT, "schema/authoring");
const written = (name: string) => readFileSync(join(FOLDER, `${name}.schema.json`), "utf8");

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTuples: false });
addFormats.default(ajv);
const validators = new Map(Object.keys(EDITOR_SCHEMAS).map((name) => [name, ajv.compile(JSON.parse(written(name)))]));

const shipped = sortedVersions(QUESTIONNAIRES_ROOT).flatMap((folder) =>
  readSources(folder).map((file) => [`${folder.slice(QUESTIONNAIRES_ROOT.length)}/${file.name}`, file] as const),
);

/** Every property of a schema, at any depth, with its description. */
function properties(schema: unknown, path = ""): readonly (readonly [string, unknown])[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const below = properties(value, `${path}/${key}`);
    if (key !== "properties") return below;
    return [
      ...Object.entries(value).map(([name, one]) => [`${path}/${name}`, Object(one).description] as const),
      ...below,
    ];
  });
}

describe("the schemas that editors read", () => {
  it("are those that the compiler's own give: npm run questionnaires:schema has been run", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      Object.keys(EDITOR_SCHEMAS)
        .map((name) => `${name}.schema.json`)
        .sort(),
    );
    for (const [name, entry] of Object.entries(EDITOR_SCHEMAS))
      expect(JSON.parse(written(name)), name).toEqual(JSON.parse(editorSchema(entry)));
  });

  it("explain every key in French", () => {
    const keys = Object.keys(EDITOR_SCHEMAS).flatMap((name) => properties(JSON.parse(written(name)), name));
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter(([, said]) => typeof said !== "string" || !/^\p{L}.{6,}[.…]$|^\d/u.test(said))).toEqual([]);
    expect(keys.filter(([, said]) => /\p{L}'\p{L}/u.test(String(said)))).toEqual([]);
  });

  it.each(shipped)("accept %s", (_, { name, text }) => {
    const validate = validators.get(schemaNameOf(name) ?? "");
    expect(validate?.(parse(text)), JSON.stringify(validate?.errors)).toBe(true);
  });

  it.each([
    ["a key that does not exist", "questions-acces.yaml", "    rank: 6", "    rang: 6"],
    [
      "a level that does not exist",
      "questions-acces.yaml",
      "{ action: act-departs }",
      "{ action: act-departs, atMost: 7 }",
    ],
    ["a fourth degree of effort", "actions.yaml", "effort: 2\n    cost: 2", "effort: 4\n    cost: 2"],
    ["an answer too few", "questions-acces.yaml", '      - "Aucun suivi"\n', ""],
    ["a type that does not exist", "profile.yaml", "type: integer", "type: number"],
    ["a date that is not one", "questionnaire.yaml", "2026-01-15", "15 janvier"],
  ])("refuse %s", (_, name, from, to) => {
    const text = miniFiles().find((file) => file.name === name)?.text ?? "";
    const validate = validators.get(schemaNameOf(name) ?? "");
    expect(validate?.(parse(text)), JSON.stringify(validate?.errors)).toBe(true);
    expect(text.split(from)).toHaveLength(2);
    expect(validate?.(parse(text.replace(from, to)))).toBe(false);
  });

  it("are named on the first line of the files that name one", () => {
    for (const [path, { name, text }] of shipped) {
      const named = /^# yaml-language-server: \$schema=(.+)$/m.exec(text)?.[1];
      if (named === undefined) continue;
      expect(named, path).toBe(`../../schema/authoring/${schemaNameOf(name)}.schema.json`);
    }
  });
});
