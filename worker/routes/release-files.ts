/** Serves the files of a release: a table, the dictionary, the whole as a workbook or as a data package. */
import type { Context } from "hono";
import type { AppEnv } from "../bindings.ts";
import { DICTIONARY_FORMATS, type Format, TABLE_FORMATS, WHOLE_FORMATS } from "../exports/formats.ts";
import { readAhead, type Source, sourceOf } from "../exports/source.ts";
import { textsTag } from "../exports/texts-tag.ts";
import { type Download, download } from "../http/download.ts";
import { problem } from "../http/problem.ts";
import { IMMUTABLE, REVALIDATED } from "../http/representation.ts";
import { FORMAT } from "../statistics/export/format.ts";
import { findRelease } from "../store/releases.ts";
import { releaseId, summary } from "./releases.ts";

/** A table, in the format that its file name asks for; `?variant=fr` gives CSV as French spreadsheets expect it. */
export async function getTable(c: Context<AppEnv, "/:id/tables/:file">): Promise<Response> {
  const release = await findRelease(c.env.DB, releaseId(c.req.param("id")));
  if (release === null) return problem("unknown-release");
  const [, name = "", extension = ""] = /^([a-z-]+)\.([a-z]+)$/.exec(c.req.param("file")) ?? [];
  const format = formatOf(TABLE_FORMATS, variantOf(c, extension));
  const titles = release.tables.filter(({ id }) => id === name);
  if (titles.length === 0 || format === null) return problem("unknown-table");
  return send(c, sourceOf(c.env.DB, release, titles, c.get("area")), name, format);
}

/** What every column means; CSV in the same variants. */
export function getDictionary(extension: "json" | "csv") {
  return ofAllTables("dictionary", (c) => formatOf(DICTIONARY_FORMATS, variantOf(c, extension)));
}

/** All tables, the dictionary and the method in one workbook. */
export const getWorkbook = ofAllTables("release", () => WHOLE_FORMATS.xlsx);

/** The same as a Frictionless data package. */
export const getPackage = ofAllTables("package", () => WHOLE_FORMATS.package);

/** Any other file of a release: there is none. */
export function noSuchFile(): Response {
  return problem("unknown-release-file");
}

function ofAllTables(name: string, choose: (c: Context<AppEnv>) => Format | null) {
  return async (c: Context<AppEnv, "/:id">): Promise<Response> => {
    const release = await findRelease(c.env.DB, releaseId(c.req.param("id")));
    if (release === null) return problem("unknown-release");
    const format = choose(c);
    if (format === null) return problem("unknown-release-file");
    return send(c, sourceOf(c.env.DB, release, release.tables, c.get("area")), name, format);
  };
}

/** The tag holds all that the bytes follow from: the release, the file, its format, and its words where it has some. */
async function send(c: Context<AppEnv>, source: Source, name: string, format: Format): Promise<Response> {
  const { id, questionnaire, number } = source.release;
  const variant = variantOf(c, format.extension);
  const place = source.area === null ? "" : `-${source.area.code}`;
  const words = format.isWorded ? `-${await textsTag()}` : "";
  const file: Download = {
    tag: `release-${id}-${name}${place}-${variant}-v${FORMAT}${words}`,
    type: format.type,
    fileName: format.extension === "json" ? null : fileName(questionnaire, number, `${name}${place}`, variant),
    cacheControl: format.isWorded ? REVALIDATED : IMMUTABLE,
    compressible: !format.isCompressed,
    open: async () => format.write(await readAhead(source), said(source)),
  };
  return download(c.req.raw, file);
}

function said({ release }: Source): object {
  const { url: _, ...head } = summary(release);
  return head;
}

/** `csv` → `csv-fr` when French spreadsheets are to read it. */
function variantOf(c: Context<AppEnv>, extension: string): string {
  return extension === "csv" && c.req.query("variant") === "fr" ? "csv-fr" : extension;
}

function formatOf(formats: Readonly<Record<string, Format>>, name: string): Format | null {
  return Object.hasOwn(formats, name) ? (formats[name] ?? null) : null;
}

/** `esms-publication-3-version-fr.csv`: ASCII, as Content-Disposition wants it. */
function fileName(questionnaire: string, number: number, name: string, variant: string): string {
  const [extension = "", language] = variant.split("-");
  const what = name.replace(/^release/, "").replace(/^(?=[^-])/, "-");
  return `${questionnaire}-publication-${number}${what}${language === undefined ? "" : `-${language}`}.${extension}`;
}
