/** The closed list of tables, and the files that are made of them. */
import { describe, expect, it } from "vitest";
import { csv } from "../../worker/statistics/export/csv.ts";
import { ndjson } from "../../worker/statistics/export/ndjson.ts";
import { dimensionsOf, plannedTables } from "../../worker/statistics/plan.ts";
import { shipped } from "../support/questionnaires.ts";

describe("the tables of a questionnaire", () => {
  const ids = [...new Set(shipped.map(({ questionnaire }) => questionnaire.id)), "any other"];

  it("are those that were asked for", () => {
    expect(plannedTables("esms").map(({ id }) => id)).toEqual([
      "territory-sector",
      "sector-medicalised",
      "hosting-medicalised",
      "size-sector",
      "department",
      "department-sector",
      "category",
      "version",
      "quarter",
    ]);
    expect(plannedTables("any other").map(({ id }) => id)).toEqual(["territory", "version", "quarter"]);
  });

  it.each(ids)("of %s link their dimensions without a loop: the proof of disclosure control rests on it", (id) => {
    const root = new Map<string, string>();
    const find = (one: string): string => {
      const up = root.get(one) ?? one;
      return up === one ? one : find(up);
    };
    for (const { rows, columns } of plannedTables(id)) {
      if (columns === null) continue;
      expect(find(rows.id)).not.toBe(find(columns.id));
      root.set(find(rows.id), find(columns.id));
    }
  });

  it.each(shipped.map((model) => [model.questionnaire.version, model] as const))(
    "read variables that version %s keeps, with one value each",
    (_, { questionnaire }) => {
      for (const { from, variable } of dimensionsOf(plannedTables(questionnaire.id))) {
        if (from !== "profile") continue;
        const found = questionnaire.profile.find(({ id }) => id === variable);
        expect(found).toMatchObject({ kept: true, type: "single" });
      }
    },
  );
});

describe("CSV", () => {
  it("never lets a text run as a formula, headers included", () => {
    const hostile = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\0x", "＝1"];
    const text = [...csv({ columns: hostile, rows: [hostile] }, "international")].join("");
    for (const line of text.slice(1).trimEnd().split("\r\n")) {
      for (const cell of line.split(",")) expect(cell).toMatch(/^"?'/);
    }
  });

  it("quotes what RFC 4180 quotes, ends every line with CR LF, writes numbers bare and nothing for null", () => {
    const flat = {
      columns: ["a", "b"],
      rows: [
        ['say "hi", you', -1.5],
        ["two\nlines", null],
      ],
    };
    expect([...csv(flat, "international")].join("")).toBe('\ufeffa,b\r\n"say ""hi"", you",-1.5\r\n"two\nlines",\r\n');
    expect([...csv(flat, "french")].join("")).toBe('\ufeffa;b\r\n"say ""hi"", you";-1,5\r\n"two\nlines";\r\n');
  });
});

describe("NDJSON", () => {
  it("is one object per line", () => {
    const rows = [
      [1, null],
      ["x", 2],
    ];
    expect([...ndjson({ columns: ["a", "b"], rows })]).toEqual(['{"a":1,"b":null}\n', '{"a":"x","b":2}\n']);
  });
});
