/** A published version is for ever: still in the catalogue, still scored as on its first day. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { writeCatalogue } from "../../../questionnaires/compile/write-catalogue.ts";
import { diagnose } from "../../../questionnaires/engine/engine.ts";
import { type Migration, MigrationSchema } from "../../../questionnaires/schema/migration.ts";
import { adapted, answersTo, examplesOf } from "../../support/questionnaires.ts";
import { first, migrations } from "./shipped-migrations.ts";

describe("version 1.0.0, now that there is a 1.1.0", () => {
  it("still gives its three worked examples the scores of its authors", () => {
    const scores = examplesOf(first).map(({ profile, answers }) => {
      const questionnaire = adapted(first, profile);
      const { score, rawScore, version } = diagnose(questionnaire, answersTo(questionnaire, answers));
      return [version, rawScore, score];
    });
    expect(scores).toEqual([
      ["1.0.0", 56.24, 56.24],
      ["1.0.0", 67.74, 59],
      ["1.0.0", 44.62, 39],
    ]);
  });

  it("still stands in the catalogue, beside 1.1.0 and the migration that links them", async () => {
    const out = mkdtempSync(join(tmpdir(), "catalogue-"));
    writeCatalogue(out);
    const { catalogue, migrations: written } = await import(pathToFileURL(join(out, "catalogue.js")).href);
    const versions = catalogue.map(({ id, version }: { id: string; version: string }) => `${id} ${version}`);
    expect(versions).toEqual(expect.arrayContaining(["esms 1.0.0", "esms 1.1.0"]));
    expect(versions.indexOf("esms 1.0.0")).toBeLessThan(versions.indexOf("esms 1.1.0"));
    expect(written).toEqual(migrations);
    const checked: readonly Migration[] = v.parse(v.array(MigrationSchema), written);
    expect(checked).toHaveLength(migrations.length);
    expect(readFileSync(join(out, "catalogue.d.ts"), "utf8")).toContain("readonly Migration[]");
    expect(Object.keys(catalogue[0])).not.toContain("migrations");
  });
});
