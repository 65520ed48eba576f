/** Releases to export: random ones, of every form of table, whose texts try to be formulas, markup or other cells. */
import * as fc from "fast-check";
import type { Source } from "../../../../worker/exports/source.ts";
import type { Named, PublishedTable } from "../../../../worker/statistics/published.ts";
import type { ReleaseHead } from "../../../../worker/store/releases.ts";

export const HEAD: ReleaseHead = { id: 7, questionnaire: "esms", number: 3, builtOn: "2026-12-01", minimum: 11 };

/** What an export is made from, out of tables that are at hand. */
export function source(tables: readonly PublishedTable[], release = HEAD): Source {
  return {
    release,
    area: null,
    titles: tables.map(({ id, title }) => ({ id, title })),
    async *tables() {
      yield* tables;
    },
  };
}

const HOSTILE = [
  ...["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", " =1"],
  ...["a;b,c", 'say "hi"', "two\r\nlines", "<b>&amp;</b>", "]]>", "_x0041_", "01", "1e5", "é’«\u00a0»"],
];
/** Without control characters: a workbook leaves them out. */
const isWritable = (value: string) => !/[\p{Cc}\p{Cn}\p{Cs}]/u.test(value);
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", minLength: 1 }).filter(isWritable));
const code = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const named: fc.Arbitrary<Named> = fc.record({ code, label: text });

/** As disclosure control publishes them: between the bands, or as a band. */
const blurred = fc.oneof(
  fc.integer({ min: 101, max: 899 }).map((tenths) => tenths / 10),
  fc.constantFrom({ band: "<=10" as const }, { band: ">=90" as const }),
);
const figure = fc.oneof(
  { weight: 5, arbitrary: blurred },
  { weight: 1, arbitrary: fc.constant({ withheld: "protected" as const }) },
);
const shown = <T>(what: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.record({ reason: fc.constant(null), since: fc.integer({ min: 1, max: 3 }), what }),
    fc.constant({ reason: "protected" as const, since: null, what: null }),
  );

const coverage = fc.record({
  establishments: fc.integer({ min: 1, max: 9_000 }),
  rate: fc.integer({ min: 1, max: 1_500 }).map((tenths) => tenths / 10),
  warning: fc.constantFrom(null, "few" as const, "over" as const),
});

/** A table of cells; `covered`, those of `department`, say how many establishments there are. */
function cellsTable(id: string): fc.Arbitrary<PublishedTable> {
  const covered = id === "department";
  const axes = fc.record({
    title: text,
    rows: named,
    columns: fc.option(named),
    levels: fc.uniqueArray(named, { selector: (one) => one.code, maxLength: 5 }),
    domains: fc.uniqueArray(named, { selector: (one) => one.code, maxLength: 4 }),
  });
  return axes.chain((table) => {
    const figures = fc.record({
      n: fc.integer({ min: 2, max: 9_000 }).map((fives) => 5 * fives),
      ...{ mean: figure, quartile1: figure, median: figure, quartile3: figure },
      levels: fc.tuple(...table.levels.map(() => figure)),
      domains: fc.record(Object.fromEntries(table.domains.map((domain) => [domain.code, figure]))),
    });
    const kind = fc.constantFrom("cell" as const, "remainder" as const, "total" as const);
    const column = table.columns === null ? fc.constant(null) : named;
    const cell = fc
      .record({ kind, row: named, column, told: shown(figures), coverage: fc.option(coverage) })
      .map(({ told: { reason, since, what }, coverage, ...where }) => ({
        ...{ ...where, reason, since, figures: what },
        ...(covered ? { coverage: what === null ? null : coverage } : {}),
      }));
    const population = covered ? { population: { source: "FINESS", extractedOn: "2026-11-01" } } : {};
    return fc
      .array(cell, { maxLength: 12 })
      .map((cells) => ({ id, form: "cells" as const, ...table, ...population, cells }));
  });
}

const question = fc
  .record({ question: named, told: shown(fc.tuple(...Array.from({ length: 7 }, () => figure))) })
  .map(({ question, told: { reason, since, what } }) => ({
    ...{ version: "1.1.0", question, reason, since, answers: what },
    asked: what === null ? null : { from: 25, below: 50 },
  }));
const trigger = fc
  .record({
    kind: fc.constantFrom("action" as const, "alert" as const, "cap" as const),
    subject: named,
    told: shown(blurred),
  })
  .map(({ told: { reason, since, what }, ...about }) => ({ version: "1.1.0", ...about, reason, since, share: what }));

const share = fc
  .record({ row: named, subject: named, told: shown(blurred) })
  .map(({ told: { reason, since, what }, ...about }) => ({ ...about, reason, since, share: what }));

/** Every form of table, each with random cells. */
export const someTables: fc.Arbitrary<readonly PublishedTable[]> = fc.tuple(
  cellsTable("sector-medicalised"),
  cellsTable("department"),
  fc.record({
    ...{ id: fc.constant("questions"), title: text, form: fc.constant("questions" as const) },
    cells: fc.array(question, { maxLength: 8 }),
  }),
  fc.record({
    ...{ id: fc.constant("actions-sector"), title: text, form: fc.constant("lines" as const), rows: named },
    cells: fc.array(share, { maxLength: 8 }),
  }),
  fc.record({
    ...{ id: fc.constant("actions"), title: text, form: fc.constant("triggers" as const) },
    cells: fc.array(trigger, { maxLength: 8 }),
  }),
);
