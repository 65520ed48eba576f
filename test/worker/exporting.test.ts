/** The files of a release over HTTP: whole or in parts, revalidated, named, in every format; and what is said when there are none. */
import { applyD1Migrations, createExecutionContext, reset } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { findModel, releaseAll } from "../../worker/alarms.ts";
import worker from "../../worker/index.ts";
import { fold } from "../../worker/store/fold.ts";
import { call, ORIGIN } from "./support/api.ts";
import { departures } from "./support/contract.ts";
import { keep, people } from "./support/population.ts";

const FILES = [
  ["tables/version.json", "application/json; charset=utf-8", null],
  ["tables/version.csv", "text/csv; charset=utf-8", "esms-publication-2-version.csv"],
  ["tables/version.csv?variant=fr", "text/csv; charset=utf-8", "esms-publication-2-version-fr.csv"],
  ["tables/version.ndjson", "application/x-ndjson; charset=utf-8", "esms-publication-2-version.ndjson"],
  [
    "tables/version.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "esms-publication-2-version.xlsx",
  ],
  ["dictionary.json", "application/json; charset=utf-8", null],
  ["dictionary.csv", "text/csv; charset=utf-8", "esms-publication-2-dictionary.csv"],
  ["release.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "esms-publication-2.xlsx"],
  ["package.zip", "application/zip", "esms-publication-2-package.zip"],
] as const;

interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Bytes as they are: not decoded, held to the contract all the same. */
async function get(file: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Got> {
  const path = `/api/v1/releases/2/${file}`;
  const response = await exports.default.fetch(
    new Request(`${ORIGIN}${path}`, { method, headers: { "accept-encoding": "identity", ...headers } }),
  );
  const { status } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("Content-Type");
  const text = new TextDecoder().decode(bytes);
  expect(departures(method, path.split("?")[0] ?? "", status, type, text)).toEqual([]);
  return { status, headers: response.headers, bytes };
}

beforeAll(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  await keep(people(120));
  await fold(env.DB, findModel);
  await releaseAll(env, new Date("2026-12-01T04:43:00Z"));
  await env.DB.batch([env.DB.prepare(COPY_RELEASE), env.DB.prepare(COPY_TABLES)]);
});

/** A smaller release of the same figures: its files are made a hundred times below. */
const COPY_RELEASE = "INSERT INTO releases SELECT 2, questionnaire, 2, built_on, minimum FROM releases WHERE id = 1";
const COPY_TABLES = `INSERT INTO release_tables SELECT 2, tbl, place, content FROM release_tables
  WHERE release_id = 1 AND tbl IN ('version', 'category', 'actions')`;

describe.each(FILES)("%s", (file, type, name) => {
  it("has its type, its file name, a strong ETag of its own and says that it may be had in parts", async () => {
    const { status, headers, bytes } = await get(file);
    expect([status, headers.get("Content-Type")]).toEqual([200, type]);
    expect(headers.get("Content-Disposition")).toBe(name === null ? null : `attachment; filename="${name}"`);
    expect(headers.get("ETag")).toMatch(/^"release-2-[a-z-]+-v\d+\.\d+(-[0-9a-f]{12})?"$/);
    expect(headers.get("Accept-Ranges")).toBe("bytes");
    expect(headers.get("Content-Encoding")).toBe(null);
    expect(bytes.length).toBeGreaterThan(100);
  });

  it("is not sent again to who holds it, compressed or not", async () => {
    const etag = (await get(file)).headers.get("ETag") ?? "";
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const { status, bytes, headers } = await get(file, { "if-none-match": held });
      expect([status, bytes.length, headers.get("ETag")]).toEqual([304, 0, etag]);
    }
    expect((await get(file, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("answers HEAD as GET, without a body and without a part", async () => {
    const { headers } = await get(file);
    const head = await get(file, { range: "bytes=0-9" }, "HEAD");
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    for (const field of ["ETag", "Content-Type", "Content-Disposition", "Accept-Ranges", "Vary", "Cache-Control"]) {
      expect(head.headers.get(field)).toBe(headers.get(field));
    }
  });

  it("is the same bytes in any part as whole, one after the other, from the end, or beyond it", async () => {
    const whole = (await get(file)).bytes;
    const position = fc.integer({ min: 0, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        position,
        fc.nat(whole.length + 50),
        fc.constantFrom("both", "first", "last"),
        async (a, b, given) => {
          const [first, last] = [Math.min(a, b), Math.max(a, b)];
          const range = { both: `${first}-${last}`, first: `${first}-`, last: `-${b + 1}` }[given];
          const end = given === "both" ? Math.min(last + 1, whole.length) : whole.length;
          const start = given === "last" ? Math.max(0, whole.length - b - 1) : first;
          const { status, headers, bytes } = await get(file, { range: `bytes=${range}` });
          expect([status, headers.get("Content-Range")]).toEqual([206, `bytes ${start}-${end - 1}/${whole.length}`]);
          expect(bytes).toEqual(whole.slice(start, end));
        },
      ),
      { numRuns: file.includes("/") ? 10 : 4 }, // the whole release is made again for each part
    );
    expect([whole, (await get(file)).bytes]).toEqual([whole, whole]); // and again the same
  });

  it("says 416 and its size to who asks beyond its end", async () => {
    const { length } = (await get(file)).bytes;
    for (const range of [`bytes=${length}-`, `bytes=${length + 5}-${length + 9}`, "bytes=-0"]) {
      const { status, headers, bytes } = await get(file, { range });
      expect([status, headers.get("Content-Range")]).toEqual([416, `bytes */${length}`]);
      expect(new TextDecoder().decode(bytes)).toContain("La partie demandée commence après la fin");
    }
  });

  it("is sent in part to who holds the beginning of the same bytes, whole to any other", async () => {
    const etag = (await get(file)).headers.get("ETag") ?? "";
    expect((await get(file, { range: "bytes=0-9", "if-range": etag })).status).toBe(206);
    for (const other of [`W/${etag}`, '"other"', "Tue, 01 Dec 2026 04:43:00 GMT"]) {
      expect((await get(file, { range: "bytes=0-9", "if-range": other })).status).toBe(200);
    }
  });
});

describe("a range", () => {
  it.each(["bytes=0-1,4-5", "bytes=5-2", "bytes=a-b", "lines=0-1", "bytes", "bytes=-", "bytes=1-99999999999999999999"])(
    "is not understood when it is %s: the file is sent whole, as RFC 9110 allows",
    async (range) => {
      const { status, headers } = await get("tables/version.csv", { range });
      expect([status, headers.get("Content-Range")]).toEqual([200, null]);
    },
  );
});

describe("compression", () => {
  it("is for texts, under the same tag made weak: its bytes depend on the platform", async () => {
    const plain = await get("tables/category.csv");
    const { status, headers, bytes } = await get("tables/category.csv", { "accept-encoding": "gzip" });
    expect([status, headers.get("Content-Encoding")]).toEqual([200, "gzip"]);
    expect(headers.get("ETag")).toBe(`W/${plain.headers.get("ETag")}`);
    expect(headers.get("Vary")).toContain("Accept-Encoding");
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b; // a client of HTTP may have undone it already
    const text = isGzip
      ? await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()
      : bytes;
    expect(new Uint8Array(text)).toEqual(plain.bytes);
  });

  it("does not touch a part: a part is one of the plain bytes", async () => {
    const plain = (await get("tables/category.csv")).bytes;
    const { status, headers, bytes } = await get("tables/category.csv", {
      ...{ "accept-encoding": "gzip", range: "bytes=3-40" },
    });
    expect([status, headers.get("Content-Encoding")]).toEqual([206, null]);
    expect(bytes).toEqual(plain.slice(3, 41));
  });

  it("leaves alone what is compressed already", async () => {
    for (const file of ["release.xlsx", "package.zip"]) {
      const { headers } = await get(file, { "accept-encoding": "gzip" });
      expect(headers.get("Content-Encoding")).toBe(null);
      expect(headers.get("ETag")).toMatch(/^"/);
    }
  });
});

describe("the tags", () => {
  it("differ from one file, format and variant to another", async () => {
    const tags = await Promise.all(FILES.map(async ([file]) => (await get(file)).headers.get("ETag")));
    expect(new Set(tags).size).toBe(FILES.length);
  });
});

describe("a release", () => {
  it("names its two files, which are there", async () => {
    const { json } = await call("/api/v1/releases/1");
    const { files } = json as { files: Record<string, string> };
    expect(files).toEqual({ xlsx: "/api/v1/releases/1/release.xlsx", package: "/api/v1/releases/1/package.zip" });
    for (const url of Object.values(files)) {
      const response = await exports.default.fetch(new Request(ORIGIN + url));
      expect(response.status).toBe(200);
      await response.body?.cancel();
    }
  });

  it.each([
    ["/api/v1/releases/1/release.csv", "unknown-release-file"],
    ["/api/v1/releases/1/package.tar", "unknown-release-file"],
    ["/api/v1/releases/1/dictionary.xlsx", "unknown-release-file"],
    ["/api/v1/releases/1/tables/version.ods", "unknown-table"],
    ["/api/v1/releases/1/tables/contributions.xlsx", "unknown-table"],
    ["/api/v1/releases/3/release.xlsx", "unknown-release"],
    ["/api/v1/releases/3/package.zip", "unknown-release"],
  ])("has nothing at %s, and says so in French", async (path, name) => {
    const { status, json } = await call(path);
    expect([status, json]).toMatchObject([404, { type: `urn:diag-cyber-esms:problem:${name}` }]);
    expect((json as { detail: string }).detail).toMatch(/publication/);
  });
});

describe("when the database fails", () => {
  const PATHS = ["", "/2", ...FILES.map(([file]) => `/2/${file}`)].map((path) => `/api/v1/releases${path}`);

  /** The real database until a statement, which fails, as those after it. */
  function failingFrom(statement: number): D1Database {
    let prepared = 0;
    const failing = {
      prepare(sql: string) {
        if (++prepared >= statement) throw new Error("D1_ERROR: Network connection lost.");
        return env.DB.prepare(sql);
      },
    };
    return failing as unknown as D1Database; // reading uses nothing else
  }

  it.each(PATHS)("%s says in French, with 503, that statistics cannot be read for the moment", async (path) => {
    const counting = { prepared: 0 };
    const counted = {
      prepare(sql: string) {
        counting.prepared++;
        return env.DB.prepare(sql);
      },
    };
    const ask = (database: unknown) =>
      worker.fetch(new Request(ORIGIN + path), { ...env, DB: database as D1Database }, createExecutionContext());
    await (await ask(counted)).arrayBuffer();
    for (let statement = 1; statement <= Math.min(3, counting.prepared); statement++) {
      const response = await ask(failingFrom(statement));
      expect(response.status).toBe(503);
      expect(response.headers.get("Retry-After")).toBe("30");
      expect(await response.json()).toMatchObject({
        type: "urn:diag-cyber-esms:problem:statistics-unavailable",
        title: "Statistiques momentanément indisponibles",
      });
    }
  });

  it("cuts a workbook that has begun, rather than end it as if it were whole", async () => {
    const response = await worker.fetch(
      new Request(`${ORIGIN}/api/v1/releases/1/release.xlsx`),
      { ...env, DB: failingFrom(6) },
      createExecutionContext(),
    );
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });
});
