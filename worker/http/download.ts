/**
 * A file that is made while it is sent: revalidated by a strong ETag, given whole or in part (RFC 9110, 13 and 14). Its bytes
 * follow from its tag: made again, for another part, they are the same.
 */
import { streamOf } from "./bytes.ts";
import { headersWith, PUBLIC } from "./headers.ts";
import { acceptsGzip, isHeld } from "./negotiate.ts";
import { problem } from "./problem.ts";
import { isStillHeld, type Part, parseRange, partOf } from "./range.ts";
import { clientEncodings } from "./representation.ts";

export interface Download {
  /** What these bytes are, and no others: goes into the ETag. */
  readonly tag: string;
  readonly type: string;
  /** The name under which a browser keeps it (ASCII); null for what a program reads in place. */
  readonly fileName: string | null;
  readonly cacheControl: string;
  /** Whether compressing it would gain anything. */
  readonly compressible: boolean;
  /** Begins to make it; nothing is made before. It may fail: later, a failure cuts what is being sent. */
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

/**
 * 200 with the file, 304 to who holds it, 206 with one part of it, 416 for a part beyond its end. Parts are parts of the
 * plain bytes. The compressed ones, whose form depends on the platform, have the same tag, weak: they cannot be resumed.
 */
export async function download(request: Request, file: Download): Promise<Response> {
  const etag = `"${file.tag}"`;
  const common = {
    ...PUBLIC,
    "Cache-Control": file.cacheControl,
    Vary: "Accept-Encoding, Origin",
    "Accept-Ranges": "bytes",
  };
  const ifNoneMatch = request.headers.get("If-None-Match");
  if (ifNoneMatch !== null && isHeld(ifNoneMatch, etag)) {
    return new Response(null, { status: 304, headers: headersWith({ ...common, ETag: etag }) });
  }
  const described = {
    ...common,
    "Content-Type": file.type,
    ...(file.fileName === null ? {} : { "Content-Disposition": `attachment; filename="${file.fileName}"` }),
  };
  const isGet = request.method === "GET";
  const range = parseRange((isGet && request.headers.get("Range")) || "");
  if (range !== null && isStillHeld(request.headers.get("If-Range"), etag)) {
    const part = await partOf(await file.open(), range);
    return part.bytes.length === 0 ? beyond(part) : partial(part, { ...described, ETag: etag });
  }
  const isCompressed = file.compressible && acceptsGzip(clientEncodings(request));
  const body = isGet ? streamOf(await file.open()) : null;
  if (!isCompressed) return new Response(body, { headers: headersWith({ ...described, ETag: etag }) });
  const headers = headersWith({ ...described, ETag: `W/${etag}`, "Content-Encoding": "gzip" });
  return new Response(body?.pipeThrough(new CompressionStream("gzip")) ?? null, { encodeBody: "manual", headers });
}

function partial({ bytes, first, size }: Part, headers: Readonly<Record<string, string>>): Response {
  const range = `bytes ${first}-${first + bytes.length - 1}/${size}`;
  return new Response(bytes, { status: 206, headers: headersWith({ ...headers, "Content-Range": range }) });
}

function beyond({ size }: Part): Response {
  return problem("range-not-satisfiable", [], { "Content-Range": `bytes */${size}` });
}
