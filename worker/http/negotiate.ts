/** What the headers of a request ask for: the bytes again or not, compressed or not. Text in, decision out. */

/** If-None-Match compares weakly: `W/` is ignored, `*` matches everything (RFC 9110, 13.1.2). */
export function isHeld(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag) return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || strong(tag.trim()) === strong(etag));
}

/** True when gzip is named and not refused by `q=0`. */
export function acceptsGzip(acceptEncoding: string | null): boolean {
  if (acceptEncoding === null) return false;
  return /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/i.test(acceptEncoding);
}

function strong(tag: string): string {
  return tag.replace(/^W\//, "");
}
