/** The open FINESS extract becomes counts: every line in the real layout is counted once, or said and left out. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { countExtract, type Known } from "../../../questionnaires/compile/population/count.ts";
import { linesOf } from "../../../questionnaires/compile/population/decode.ts";
import { knownCodes } from "../../../questionnaires/compile/population/known.ts";
import { departmentCode, FIELDS } from "../../../questionnaires/compile/population/layout.ts";
import { sayCounted } from "../../../questionnaires/compile/population/report.ts";
import { splitLine } from "../../../questionnaires/compile/population/split-line.ts";
import { importFiness } from "../../../scripts/import-finess.ts";
import { shipped } from "../../support/questionnaires.ts";

const SAMPLE = "test/fixtures/finess/etalab-cs1100502-stock-20260512-0339.csv";
const known = knownCodes(shipped.map(({ questionnaire }) => questionnaire).filter(({ id }) => id === "esms"));

/** A line in the layout; `at` says what some fields hold. */
function line(at: Partial<Record<(typeof FIELDS)[number], string>>): string {
  const whole = { section: "structureet", categetab: "500", categagretab: "4401", departement: "01", ...at };
  return FIELDS.map((field) => written(whole[field as keyof typeof whole] ?? "")).join(";");
}

const written = (text: string) => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const numbered = (index: number) => `99${String(index).padStart(7, "0")}`;
const HEADER = "finess;etalab;111;2026-05-12";

function counted(lines: readonly string[], codes: Known = known) {
  const done = countExtract([HEADER, ...lines], codes);
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "diag-finess-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe("the sample", () => {
  it("is in the layout of the extract: 32 fields, and fictitious establishments only", () => {
    const [header, ...lines] = linesOf(readFileSync(SAMPLE));
    expect(header).toMatch(/^finess;etalab;\d+;\d{4}-\d\d-\d\d$/);
    for (const text of lines) {
      const fields = splitLine(text) ?? [];
      expect([fields.length, fields[0]]).toEqual([32, "structureet"]);
      expect(fields[1]).toMatch(/^99\d{7}$/); // no department is 99
      expect(fields[3]).toContain("FICTIF");
    }
  });

  it("is counted by category and department, overseas and Corsica under the questionnaire's codes", () => {
    const output = join(folder(), "finess.yaml");
    const { ok, lines } = importFiness({ file: SAMPLE, date: undefined, output });
    expect(ok).toBe(true);
    expect(parse(readFileSync(output, "utf8"))).toEqual({
      questionnaire: "esms",
      source: "etalab-cs1100502-stock-20260512-0339.csv",
      extractedOn: "2026-05-12",
      counts: {
        "354": { "01": 2, "69": 4 },
        "462": { "976": 1 },
        "500": { "01": 4, "2A": 2, "2B": 1, "75": 1, "971": 2, "972": 1, "973": 1, "974": 1, "976": 1 },
      },
    });
    expect(lines.slice(0, -2)).toEqual([
      "Extract of 2026-05-12: 28 establishments read, 21 counted in 3 categories.",
      "2 of other families (hospitals, pharmacies…): not counted.",
      "1 lines repeat a FINESS number: counted once.",
      "1 open after the extract: not counted.",
      "department 9E, unknown to the questionnaire: 1 not counted.",
      "department 9J, unknown to the questionnaire: 1 not counted.",
      "category 498 Catégorie sociale inventée, unknown to the questionnaire: 1 not counted.",
    ]);
    expect(lines.at(-2)).toMatch(/^No establishment of these categories: 165, /);
  });

  it("leaves no name and no number of an establishment in what is written or said", () => {
    const output = join(folder(), "finess.yaml");
    const { lines } = importFiness({ file: SAMPLE, date: undefined, output });
    const left = readFileSync(output, "utf8") + lines.join("\n");
    expect(left).not.toMatch(/FICTIF|ESSAI|99\d{7}|IMAGINAIRE/);
  });
});

describe("any extract", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 30 }).map((one) => one.replace(/[\r\n\u2028\u2029]/g, " "));
  const establishment = fc.record({
    rs: text,
    rslongue: text,
    voie: text,
    categetab: fc.constantFrom("500", "354", "255", "620", "498"),
    departement: fc.constantFrom("01", "2A", "2B", "75", "9A", "9D", "9J"),
    dateouv: fc.constantFrom("", "1999-01-01", "2030-01-01"),
  });

  it("counts each line once or says why not, whatever the names hold", () => {
    fc.assert(
      fc.property(fc.array(establishment, { minLength: 1, maxLength: 40 }), (list) => {
        const lines = list.map((one, index) => line({ ...one, nofinesset: numbered(index) }));
        const done = countExtract([HEADER, ...lines], known);
        const expected = list.filter(
          ({ categetab, departement, dateouv }) =>
            known.categories.has(categetab) && departement !== "9J" && dateouv !== "2030-01-01",
        ).length;
        if (!done.ok) {
          expect([done.reason, expected]).toEqual(["no-establishment", 0]);
          return;
        }
        const { total, notOpen, elsewhere, unknown, outside, bad, read } = done.value;
        expect([total, bad, read]).toEqual([expected, [], list.length]);
        const said = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((sum, one) => sum + one, 0);
        expect(total + notOpen + elsewhere + said(unknown) + said(outside)).toBe(list.length);
      }),
    );
  });

  it("gives back every field as it was written, with its quotes and separators", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (fields) => {
        expect(splitLine(fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(";"))).toEqual(fields);
        const plain = fields.map((field) => field.replaceAll(/[";]/g, ""));
        expect(splitLine(plain.join(";"))).toEqual(plain);
      }),
    );
  });

  it("never throws on any line, and never lets one line change another", () => {
    const right = line({ nofinesset: numbered(1) });
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 80 }).map((one) => one.replace(/\r?\n/g, "")),
        (wrong) => {
          const lines = [
            wrong,
            ...Array.from({ length: 200 }, (_, index) => line({ nofinesset: numbered(index) })),
            right,
          ];
          expect(counted(lines).total).toBe(200);
        },
      ),
    );
  });

  it.each([
    ["LF, UTF-8", "\n", "utf8"],
    ["CR LF, UTF-8", "\r\n", "utf8"],
    ["LF, Windows-1252", "\n", "latin1"],
    ["CR LF, Windows-1252", "\r\n", "latin1"],
  ] as const)("may be written with %s: the same counts, and the labels can be read", (_, end, encoding) => {
    const lines = [
      line({ nofinesset: numbered(1), rs: "L’ÉTÉ".replace("’", "'") }),
      line({ nofinesset: numbered(2), categetab: "498", libcategetab: "Équipe à part" }),
    ];
    const bytes = Buffer.from([HEADER, ...lines, ""].join(end), encoding);
    const done = countExtract(linesOf(bytes), known);
    expect(done).toMatchObject({ ok: true, value: { total: 1, read: 2 } });
    if (done.ok) expect([...done.value.unknown.keys()]).toEqual(["498 Équipe à part"]);
  });

  it("may begin with a byte order mark, hold other sections, and end its lines after datemaj", () => {
    const old = line({ nofinesset: numbered(1) })
      .split(";")
      .slice(0, 31)
      .join(";");
    const bytes = Buffer.from(`\ufeff${HEADER}\n${old}\ngeolocalisation;990000001;1;2;3;4\n`);
    expect(countExtract(linesOf(bytes), known)).toMatchObject({ ok: true, value: { total: 1, read: 1, bad: [] } });
  });
});

describe("a wrong extract", () => {
  const good = Array.from({ length: 300 }, (_, index) => line({ nofinesset: numbered(index) }));

  it("has its bad lines told by number and reason, and the others counted", () => {
    const lines = [
      ...good,
      line({ nofinesset: "12" }),
      line({ nofinesset: numbered(301), categetab: "EHPAD" }),
      `${line({ nofinesset: numbered(302) })};;`,
    ];
    const done = counted(lines);
    expect(done.total).toBe(300);
    expect(sayCounted(done, known).slice(0, 3)).toEqual([
      "line 302: nofinesset is no FINESS number; not counted.",
      "line 303: categetab is not three digits; not counted.",
      "line 304: 34 fields instead of 32; not counted.",
    ]);
  });

  it.each<[string, readonly string[], string]>([
    ["another file", ["a;b;c", "1;2;3"], "no-date"],
    ["an extract without its date", good, "no-date"],
    ["a header alone", [HEADER], "no-establishment"],
    ["hospitals only", [HEADER, line({ nofinesset: numbered(1), categetab: "355" })], "no-establishment"],
    ["another layout", [HEADER, ...good.map((one) => one.split(";").slice(0, 20).join(";"))], "too-many-bad"],
  ])("is refused: %s", (_, lines, reason) => {
    expect(countExtract(lines, known)).toMatchObject({ ok: false, reason });
  });

  it("writes nothing, and leaves what was there", () => {
    const output = join(folder(), "finess.yaml");
    const file = join(folder(), "x.csv");
    writeFileSync(file, "a;b;c\n");
    const refused = (one: Parameters<typeof importFiness>[0]) => {
      const { ok, lines } = importFiness(one);
      expect([ok, existsSync(output)]).toEqual([false, false]);
      return lines.at(-1);
    };
    expect(refused({ file: undefined, date: undefined, output })).toMatch(/^npm run finess:import -- /);
    expect(refused({ file: "none.csv", date: undefined, output })).toBe("none.csv does not exist.");
    expect(refused({ file, date: "12/05/2026", output })).toBe("--date is not like 2026-05-12.");
    expect(refused({ file, date: undefined, output })).toMatch(/^The first line does not date the extract/);
    expect(refused({ file, date: "2026-05-12", output })).toMatch(
      /^No establishment of the questionnaire’s categories/,
    );
  });

  it("may be dated by who imports it", () => {
    expect(countExtract(good, known, "2026-05-12")).toMatchObject({ ok: true, value: { total: 300 } });
  });
});

describe("the codes", () => {
  it("are the 76 categories and the 101 departments of the questionnaire", () => {
    expect([known.categories.size, known.departments.size]).toEqual([76, 101]);
    for (const code of ["9A", "9B", "9C", "9D", "9F", "2A", "2B", "1", "01", "971"]) {
      expect(known.departments.has(departmentCode(code)), code).toBe(true);
    }
    for (const code of ["9E", "9J", "99", "98"]) expect(known.departments.has(departmentCode(code)), code).toBe(false);
  });
});
