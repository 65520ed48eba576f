/**
 * Serves the built pages and widget from memory: read once at start, so that a path can only name a file that was there,
 * and an upgrade never mixes two versions. Headers come from `_headers`, as on Cloudflare.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { getMimeType } from "hono/utils/mime";
import { acceptsGzip, isHeld } from "../../worker/http/negotiate.ts";
import { addresses, tidy } from "./addresses.ts";
import { type HeaderRule, headersFor, parseHeaderRules } from "./header-rules.ts";

interface Loaded {
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Null when it would not be smaller. */
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
  /** Weak, since the plain and the gzip bytes share it. */
  readonly etag: string;
}

/** The answer, or null when no file is at this address: the worker then answers. */
export type Assets = (request: Request) => Response | null;

const RULES = "_headers";

/** What a browser does with a file that no rule speaks of: asks again each time (Cloudflare's default). */
const REVALIDATE = "public, max-age=0, must-revalidate";

/** Reads the folder; costs its size in memory. */
export function loadAssets(folder: string): Assets {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .filter((name) => name !== RULES);
  const rules = parseHeaderRules(readFileSync(join(folder, RULES), "utf8"));
  const files = new Map(names.map((name) => [name, load(join(folder, name))]));
  const known = addresses(names);
  const find = (path: string) => known.get(path);

  return (request) => {
    const path = new URL(request.url).pathname;
    const address = find(path);
    if (address === undefined) {
      const other = tidy(path);
      const meant = other === null || other === path ? undefined : find(other);
      return meant === undefined || other === null ? null : redirect("to" in meant ? meant.to : other, path, rules);
    }
    if ("to" in address) return redirect(address.to, path, rules);
    const file = files.get(address.file);
    return file === undefined ? null : answer(request, file, path, rules);
  };
}

/** The files as the worker asks for them itself (`env.ASSETS`). */
export function assetsBinding(assets: Assets): {
  readonly fetch: (input: Request | URL | string) => Promise<Response>;
} {
  return { fetch: async (input) => assets(new Request(input)) ?? new Response(null, { status: 404 }) };
}

function load(path: string): Loaded {
  const plain = new Uint8Array(readFileSync(path));
  const gzip = new Uint8Array(gzipSync(plain, { level: 9 }));
  return {
    plain,
    gzip: gzip.length < plain.length ? gzip : null,
    type: (getMimeType(path) ?? "application/octet-stream").replace(/^(image\/[^;]+);.*/, "$1"), // a picture has no charset
    etag: `W/"${createHash("sha256").update(plain).digest("base64url")}"`,
  };
}

function answer(request: Request, file: Loaded, path: string, rules: readonly HeaderRule[]): Response {
  const own = headersFor(rules, path);
  if (request.method !== "GET" && request.method !== "HEAD")
    return new Response(null, { status: 405, headers: [...own] });
  const headers = new Headers({
    "Cache-Control": REVALIDATE,
    "Content-Type": file.type,
    ETag: file.etag,
    Vary: "Accept-Encoding",
  });
  for (const [name, value] of own) headers.set(name, value);
  if (isHeld(request.headers.get("If-None-Match") ?? "", file.etag))
    return new Response(null, { status: 304, headers });
  const compressed = acceptsGzip(request.headers.get("Accept-Encoding")) ? file.gzip : null;
  if (compressed !== null) headers.set("Content-Encoding", "gzip");
  const body = compressed ?? file.plain;
  headers.set("Content-Length", String(body.length));
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

function redirect(to: string, path: string, rules: readonly HeaderRule[]): Response {
  return new Response(null, { status: 307, headers: [...headersFor(rules, path), ["location", to]] });
}
