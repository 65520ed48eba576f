import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { writeCatalogue } from "../../../questionnaires/compile/write-catalogue.ts";
import { shippedQuestionnaire } from "./content.ts";

describe("the catalogue that the build writes", () => {
  it("holds every version as data that any runtime can import, and one JSON file for each", async () => {
    const out = mkdtempSync(join(tmpdir(), "catalogue-"));
    const written = writeCatalogue(out);
    const { catalogue } = await import(pathToFileURL(join(out, "catalogue.js")).href);
    const json: unknown = JSON.parse(readFileSync(join(out, "esms/1.0.0.json"), "utf8"));
    expect(catalogue).toEqual(written);
    expect(catalogue[0]).toEqual(shippedQuestionnaire());
    expect(json).toEqual(shippedQuestionnaire());
    expect(readFileSync(join(out, "catalogue.d.ts"), "utf8")).toContain("readonly Questionnaire[]");
  });
});
