/** Serves the published statistics: the list of releases, one release, a table or the dictionary in several formats. */
import type { Context } from "hono";
import type * as v from "valibot";
import type { AppEnv } from "../bindings.ts";
import { publicAnswer } from "../http/answer.ts";
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE } from "../http/media-type.ts";
import { problem } from "../http/problem.ts";
import { IMMUTABLE, representation, serve } from "../http/representation.ts";
import type { ReleaseListSchema, ReleaseSchema } from "../openapi/release-schemas.ts";
import { csv } from "../statistics/export/csv.ts";
import { dictionary, flatDictionary } from "../statistics/export/dictionary.ts";
import { type Flat, flatten } from "../statistics/export/flat.ts";
import { ndjson } from "../statistics/export/ndjson.ts";
import { withinTerritory } from "../statistics/export/within-territory.ts";
import { findRelease, findTable, findTables, listReleases, type ReleaseHead } from "../store/releases.ts";

type ReleaseSummary = v.InferOutput<typeof ReleaseListSchema>["releases"][number];

/** Every release, the newest first. */
export async function getReleases(c: Context<AppEnv>): Promise<Response> {
  const releases = (await listReleases(c.env.DB)).map(summary);
  return publicAnswer({ territory: c.get("scope"), releases } satisfies v.InferOutput<typeof ReleaseListSchema>);
}

/** One release: its tables and where they are. It never changes. */
export async function getRelease(c: Context<AppEnv, "/:id">): Promise<Response> {
  const found = await findRelease(c.env.DB, idFrom(c.req.param("id")));
  if (found === null) return problem("unknown-release");
  const { url, ...head } = summary(found);
  const tables = found.tables.map(({ id, title }) => ({ id, title, url: `${url}/tables/${id}.json` }));
  const body: v.InferOutput<typeof ReleaseSchema> = { ...head, tables, dictionary: `${url}/dictionary.json` };
  return send(c, `${found.id}`, JSON.stringify(body), JSON_TYPE);
}

/**
 * A table, in the format that its file name asks for; `?variant=fr` gives CSV as French spreadsheets expect it,
 * `?territory=` the lines of one territory.
 */
export async function getTable(c: Context<AppEnv, "/:id/tables/:file">): Promise<Response> {
  const id = idFrom(c.req.param("id"));
  const release = await findRelease(c.env.DB, id);
  if (release === null) return problem("unknown-release");
  const [, name = "", format] = /^([a-z-]+)\.(json|csv|ndjson)$/.exec(c.req.param("file")) ?? [];
  const whole = await findTable(c.env.DB, id, name);
  if (whole === null || format === undefined) return problem("unknown-table");
  const area = c.get("area");
  const table = area === null ? whole : withinTerritory(whole, area);
  const file = area === null ? `${id}-${name}` : `${id}-${name}-${area.code}`;
  if (format === "json") {
    const { url: _, ...head } = summary(release);
    return send(c, `${file}-json`, JSON.stringify({ release: head, table }), JSON_TYPE);
  }
  return sendFlat(c, file, flatten(table, release), format);
}

/** What every column means. */
export async function getDictionary(c: Context<AppEnv, "/:id/:file">): Promise<Response> {
  const id = idFrom(c.req.param("id"));
  const release = await findRelease(c.env.DB, id);
  if (release === null) return problem("unknown-release");
  const entries = dictionary(await findTables(c.env.DB, id), release);
  if (c.req.path.endsWith(".csv")) return sendFlat(c, `${id}-dictionary`, flatDictionary(entries), "csv");
  return send(c, `${id}-dictionary-json`, JSON.stringify({ columns: entries }), JSON_TYPE);
}

function sendFlat(c: Context<AppEnv>, name: string, flat: Flat, format: string): Promise<Response> {
  if (format === "ndjson") return send(c, `${name}-ndjson`, ndjson(flat), NDJSON_TYPE);
  const variant = c.req.query("variant") === "fr" ? "french" : "international";
  return send(c, `${name}-csv-${variant}`, csv(flat, variant), CSV_TYPE);
}

/** Published and never changed, like the versions of a questionnaire: its address says what it is. */
function send(c: Context<AppEnv>, hash: string, text: string, type: string): Promise<Response> {
  return serve(c.req.raw, representation(text, `release-${hash}`, IMMUTABLE, type));
}

function summary({ id, questionnaire, number, builtOn, minimum }: ReleaseHead): ReleaseSummary {
  return { id, questionnaire, number, builtOn, minimum, url: `/api/v1/releases/${id}` };
}

/** 0, which no release bears, for what is not a number of at most nine digits. */
function idFrom(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
