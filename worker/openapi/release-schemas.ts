/** The shapes of the published statistics, as the API describes them. */
import * as v from "valibot";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const HEAD = {
  id: positive,
  questionnaire: v.string(),
  number: positive,
  builtOn: v.pipe(v.string(), v.isoDate()),
  minimum: v.pipe(v.number(), v.integer(), v.minValue(11)),
};

const named = v.strictObject({ code: v.string(), label: v.string() });
const reason = v.nullable(v.literal("protected"));
const since = v.nullable(positive);

/** A number, a band at an extreme, or nothing, and why. */
const blurred = v.union([v.number(), v.strictObject({ band: v.picklist(["<=10", ">=90"]) })]);
const figure = v.union([blurred, v.strictObject({ withheld: v.literal("protected") })]);

const figures = v.strictObject({
  n: count,
  mean: figure,
  quartile1: figure,
  median: figure,
  quartile3: figure,
  levels: v.array(figure),
  domains: v.record(v.string(), figure),
});

const coverage = v.strictObject({
  establishments: positive,
  rate: v.pipe(v.number(), v.minValue(0)),
  warning: v.nullable(v.picklist(["few", "over"])),
});

const cell = v.strictObject({
  kind: v.picklist(["cell", "remainder", "total"]),
  row: named,
  column: v.nullable(named),
  reason,
  since,
  figures: v.nullable(figures),
  coverage: v.optional(v.nullable(coverage)),
});

const question = v.strictObject({
  version: v.string(),
  question: named,
  reason,
  since,
  asked: v.nullable(v.strictObject({ from: count, below: count })),
  answers: v.nullable(v.array(figure)),
});

const trigger = v.strictObject({
  version: v.string(),
  kind: v.picklist(["action", "alert", "cap"]),
  subject: named,
  reason,
  since,
  share: v.nullable(blurred),
});

const lineShare = v.strictObject({ subject: named, row: named, reason, since, share: v.nullable(blurred) });

const TITLED = { id: v.string(), title: v.string() };

const table = v.variant("form", [
  v.strictObject({
    ...TITLED,
    form: v.literal("cells"),
    rows: named,
    columns: v.nullable(named),
    levels: v.array(named),
    domains: v.array(named),
    population: v.optional(
      v.nullable(v.strictObject({ source: v.string(), extractedOn: v.pipe(v.string(), v.isoDate()) })),
    ),
    cells: v.array(cell),
  }),
  v.strictObject({ ...TITLED, form: v.literal("questions"), cells: v.array(question) }),
  v.strictObject({ ...TITLED, form: v.literal("triggers"), cells: v.array(trigger) }),
  v.strictObject({ ...TITLED, form: v.literal("lines"), rows: named, cells: v.array(lineShare) }),
]);

export const ReleaseListSchema = v.strictObject({
  /** The only territory whose lines the reader's token reads; null = all. */
  territory: v.nullable(v.string()),
  releases: v.array(v.strictObject({ ...HEAD, url: v.string() })),
});

export const ReleaseSchema = v.strictObject({
  ...HEAD,
  tables: v.array(v.strictObject({ ...TITLED, url: v.string() })),
  dictionary: v.string(),
  files: v.strictObject({ xlsx: v.string(), package: v.string() }),
});

export const ReleaseTableSchema = v.strictObject({ release: v.strictObject(HEAD), table });

export const DictionarySchema = v.strictObject({
  columns: v.array(
    v.strictObject({
      table: v.string(),
      column: v.string(),
      type: v.string(),
      unit: v.nullable(v.string()),
      description: v.string(),
      title: v.string(),
    }),
  ),
});
