/**
 * The headers of every answer of the API (security.md §8, ASVS 3.4). They are put together before the answer is made,
 * once where they never change: setting them one by one afterwards costs as much as the whole rest of a small answer.
 */

/** Two years, in seconds; ASVS 3.4.1 asks for one at least. */
const HSTS_SECONDS = 63_072_000;

const EVERYWHERE = {
  "Strict-Transport-Security": `max-age=${HSTS_SECONDS}`,
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
  Vary: "Origin",
} as const;

/** For what anyone may read from any page. */
export const PUBLIC = { "Cross-Origin-Resource-Policy": "cross-origin" } as const;

/** The common headers, replaced or completed by `own`; never kept by a cache unless `own` says so. */
export function headersWith(own: Readonly<Record<string, string>>): Headers {
  return new Headers({ ...EVERYWHERE, ...own });
}
