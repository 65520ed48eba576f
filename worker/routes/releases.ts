/** Serves what is said of the published statistics: the list of releases, one release. Their files are in release-files.ts. */
import type { Context } from "hono";
import type * as v from "valibot";
import type { AppEnv } from "../bindings.ts";
import { encoded } from "../exports/bytes.ts";
import { publicAnswer } from "../http/answer.ts";
import { download } from "../http/download.ts";
import { JSON_TYPE } from "../http/media-type.ts";
import { problem } from "../http/problem.ts";
import { IMMUTABLE } from "../http/representation.ts";
import type { ReleaseListSchema, ReleaseSchema } from "../openapi/release-schemas.ts";
import { FORMAT } from "../statistics/export/format.ts";
import { findRelease, listReleases, type ReleaseHead } from "../store/releases.ts";

type ReleaseSummary = v.InferOutput<typeof ReleaseListSchema>["releases"][number];

/** Every release, the newest first. */
export async function getReleases(c: Context<AppEnv>): Promise<Response> {
  const releases = (await listReleases(c.env.DB)).map(summary);
  return publicAnswer({ territory: c.get("scope"), releases } satisfies v.InferOutput<typeof ReleaseListSchema>);
}

/** One release: its tables, its files and where they are. It never changes. */
export async function getRelease(c: Context<AppEnv, "/:id">): Promise<Response> {
  const found = await findRelease(c.env.DB, releaseId(c.req.param("id")));
  if (found === null) return problem("unknown-release");
  const { url, ...head } = summary(found);
  const tables = found.tables.map(({ id, title }) => ({ id, title, url: `${url}/tables/${id}.json` }));
  const files = { xlsx: `${url}/release.xlsx`, package: `${url}/package.zip` };
  const body: v.InferOutput<typeof ReleaseSchema> = { ...head, tables, dictionary: `${url}/dictionary.json`, files };
  return download(c.req.raw, {
    ...{ tag: `release-${found.id}-v${FORMAT}`, type: JSON_TYPE, fileName: null },
    ...{ cacheControl: IMMUTABLE, compressible: true },
    open: async () => encoded([JSON.stringify(body)]),
  });
}

/** How a release is told in every answer. */
export function summary({ id, questionnaire, number, builtOn, minimum }: ReleaseHead): ReleaseSummary {
  return { id, questionnaire, number, builtOn, minimum, url: `/api/v1/releases/${id}` };
}

/** 0, which no release bears, for what is not a number of at most nine digits. */
export function releaseId(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
