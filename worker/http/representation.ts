/**
 * A document, JSON unless said otherwise, served often: encoded once per isolate, revalidated by ETag, compressed once for who accepts gzip.
 * A Blob is what workerd writes to the network with the fewest copies: twice as many requests/s as a long byte array.
 */
import { headersWith, PUBLIC } from "./headers.ts";
import { JSON_TYPE } from "./media-type.ts";
import { acceptsGzip, isHeld } from "./negotiate.ts";

/** Bytes and headers, both ready. */
interface Ready {
  readonly body: Blob;
  readonly headers: Headers;
}

/** A document under one cache rule. `gzip` is filled by the first client that accepts it. */
export interface Representation {
  /** Weak, since the plain and the gzip bytes share it (RFC 9110, 8.8.1). */
  readonly etag: string;
  readonly unchanged: Headers;
  readonly plain: Ready;
  gzip: Ready | null;
}

/** Revalidated at each use: a new version is seen at once, an unchanged one costs no body. */
export const REVALIDATED = "no-cache";

/** Published and never changed: kept for a year, the longest that caches honour (RFC 9111). */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** Encodes a text, of this media type; `hash` identifies its content. */
export function representation(text: string, hash: string, cacheControl: string, type = JSON_TYPE): Representation {
  const etag = `W/"${hash}"`;
  const unchanged = headersWith({
    ...PUBLIC,
    ETag: etag,
    "Cache-Control": cacheControl,
    Vary: "Accept-Encoding, Origin",
  });
  const headers = new Headers(unchanged);
  headers.set("Content-Type", type);
  return { etag, unchanged, plain: { body: new Blob([text]), headers }, gzip: null };
}

/** 200 with the document, or 304 when the client already holds it. */
export async function serve(request: Request, document: Representation): Promise<Response> {
  const ifNoneMatch = request.headers.get("If-None-Match");
  if (ifNoneMatch !== null && isHeld(ifNoneMatch, document.etag)) {
    return new Response(null, { status: 304, headers: document.unchanged });
  }
  if (!acceptsGzip(clientEncodings(request))) {
    return new Response(document.plain.body, { headers: document.plain.headers });
  }
  // Not a shared promise: workerd forbids a request to wait for the input and output of another one.
  document.gzip ??= await compress(document.plain);
  return new Response(document.gzip.body, { encodeBody: "manual", headers: document.gzip.headers }); // compressed already
}

/** What the client said; Cloudflare, and workerd here, replace the header with their own and keep the original in `cf`. */
export function clientEncodings(request: Request): string | null {
  const original = request.cf?.clientAcceptEncoding;
  return typeof original === "string" ? original : request.headers.get("Accept-Encoding");
}

async function compress({ body, headers }: Ready): Promise<Ready> {
  const bytes = await new Response(body.stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  const compressed = new Headers(headers);
  compressed.set("Content-Encoding", "gzip");
  return { body: new Blob([bytes]), headers: compressed };
}
