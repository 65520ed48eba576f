/** `datapackage.json`: what Frictionless tools read of a release. */
import type { Entry } from "../statistics/export/dictionary.ts";
import { FORMAT } from "../statistics/export/format.ts";
import { frenchDate, LICENCE, SOURCE } from "../statistics/export/method.ts";
import type { TableSchema } from "../statistics/export/table-schema.ts";
import type { ReleaseHead } from "../store/releases.ts";
import texts from "./package.fr.json" with { type: "json" };

/** A CSV file of the package. */
export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly bytes: number;
  /** `sha256:` and hexadecimal digits. */
  readonly hash: string;
  readonly schema: TableSchema;
}

/** The titles of the two files that go with the tables. */
export const TITLES = { dictionary: texts.dictionary.title, suppressions: texts.suppressions.title };

/** How the CSV files are written (RFC 4180). */
const DIALECT = { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true };

/** The description of a release and of its files. */
export function descriptor(
  { questionnaire, number, builtOn }: ReleaseHead,
  resources: readonly Resource[],
): Readonly<Record<string, unknown>> {
  return {
    profile: "tabular-data-package",
    name: `statistiques-${questionnaire}-${number}`,
    title: texts.title.replace("{number}", `${number}`).replace("{date}", frenchDate(builtOn)),
    description: texts.description,
    version: `${number}.0.0`,
    format: FORMAT,
    created: `${builtOn}T00:00:00Z`,
    keywords: texts.keywords,
    licenses: [LICENCE],
    sources: [{ title: SOURCE }],
    resources: resources.map(({ name, title, path, bytes, hash, schema }) => ({
      ...{ profile: "tabular-data-resource", name, path, title },
      ...{ format: "csv", mediatype: "text/csv", encoding: "utf-8", bytes, hash },
      ...{ dialect: DIALECT, schema },
    })),
  };
}

/** The columns of a file that goes with the tables, described like those of a table. */
export function companionEntries(file: "dictionary" | "suppressions", columns: readonly string[]): readonly Entry[] {
  const descriptions: Readonly<Record<string, string>> = texts[file].columns;
  return columns.map((column) => ({
    ...{ table: file, column, title: column, unit: null },
    type: column === "line" ? "integer" : "string",
    description: descriptions[column] ?? "",
  }));
}
